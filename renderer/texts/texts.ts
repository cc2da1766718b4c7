/**
 * Every text of the window, by feature, in the language that is shown. A further language is a module of the same
 * type: the type checker names each text that it lacks. Numbers, dates and money follow `LOCALE`, in lib/format.
 */
import { firstRun } from './en-us/first-run';
import { forecast } from './en-us/forecast/forecast';
import { imports } from './en-us/imports/imports';
import { nouns } from './en-us/nouns';
import { overview } from './en-us/overview';
import { reports } from './en-us/reports';
import { settings } from './en-us/settings/settings';
import { shell } from './en-us/shell';
import { terms } from './en-us/terms';

const enUs = { nouns, terms, shell, overview, firstRun, forecast, imports, reports, settings };

export type Texts = typeof enUs;
export const texts: Texts = enUs;
