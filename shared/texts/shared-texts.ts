/**
 * The texts that more than the window writes, in the language that is shown: menus and dialogs of the desktop, and what
 * the engine, the workbook and the command line call things as the window does. Those of the window alone are in
 * renderer/texts. A further language is a module of the same type.
 */
import { desktop } from './en-us/desktop';
import { fields } from './en-us/fields';
import { plan } from './en-us/plan';
import { policies } from './en-us/policies';
import { reports } from './en-us/reports';

const enUs = { desktop, reports, policies, plan, fields };

export type SharedTexts = typeof enUs;
export const sharedTexts: SharedTexts = enUs;
