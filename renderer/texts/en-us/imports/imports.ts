import { batch } from './batch';
import { corrections } from './corrections';
import { departures } from './departures';
import { names } from './names';
import { preview } from './preview';
import { profiles } from './profiles';
import { screen } from './screen';
import { watch } from './watch';

/** Words of the Imports, by part of the screen. */
export const imports = { screen, preview, batch, profiles, watch, corrections, departures, names };
