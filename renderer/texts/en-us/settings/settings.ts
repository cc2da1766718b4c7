import { assistant } from './assistant';
import { backup } from './backup';
import { diagnostics } from './diagnostics';
import { fields } from './fields';
import { screen } from './screen';
import { security } from './security';
import { store } from './store';

/** Words of the Settings, by page. */
export const settings = { screen, store, fields, backup, security, assistant, diagnostics };
