/**
 * Every text of the window, by feature, in the language that is shown. A further language is a module of the same
 * type: the type checker names each text that it lacks. Numbers, dates and money follow `LOCALE`, in lib/format.
 */
import { firstRun } from './en-us/first-run';
import { nouns } from './en-us/nouns';
import { overview } from './en-us/overview';
import { shell } from './en-us/shell';

const enUs = { nouns, shell, overview, firstRun };

export type Texts = typeof enUs;
export const texts: Texts = enUs;
