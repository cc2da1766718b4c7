/**
 * The sentences that the engine writes, by its features, in the language that is shown: they reach screens, reports and the
 * command line as written text. Apart from the texts of the window, which need not carry them. Values in a sentence are
 * already written. A further language is a module of the same type.
 */
import { analysis } from './en-us/engine/analysis';
import { commandLine } from './en-us/engine/command-line';
import { importing } from './en-us/engine/importing';
import { keeping } from './en-us/engine/keeping';
import { planning } from './en-us/engine/planning';
import { reporting } from './en-us/engine/reporting';

const enUs = { importing, commandLine, planning, analysis, reporting, keeping };

type EngineTexts = typeof enUs;
export const engineTexts: EngineTexts = enUs;
