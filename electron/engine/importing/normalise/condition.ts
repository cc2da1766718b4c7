/**
 * New or used: as the row states it, else as the file's name or title does, else inferred, and said so, from
 * certification, mileage and model year.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import type { VehicleCondition } from '../types';
import type { Span } from './period-text';
import type { RowReader } from './row-reader';
import { type ConditionWord, conditionWord, flagWord } from './vocabularies';

const words = engineTexts.importing.rows;

/** What holds for the whole file, stated by its name or title: a condition ("Used vehicles"), a month. */
export type FileHints = {
  readonly condition: VehicleCondition | null;
  /** The cycle or month that the file's title or name speaks of. */
  readonly span: Span | null;
};

/** A car with more miles than this was driven by somebody. */
const MOST_NEW_MILES = 1_000;
/** Model years this far behind the newest are no longer sold as new. */
const OLD_MODEL_YEARS = 3;

/** `IsNew` columns say Y or N; all others name the condition. */
export function readConditionWord(reader: RowReader): ConditionWord | null {
  const source = reader.sourceOf('condition');
  if (source === null || !/is.?new/i.test(source))
    return reader.word('condition', conditionWord, words.wordsFor.newOrUsed);
  return reader.word('condition', answerToIsNew, words.wordsFor.newOrUsed);
}

/** Yes or no, or the word itself; an N alone says no. */
function answerToIsNew(text: string): ConditionWord | undefined {
  const isNew = flagWord(text);
  if (isNew === undefined) return conditionWord(text);
  return isNew ? 'new' : 'used';
}

export type ConditionClues = {
  readonly word: ConditionWord | null;
  readonly isCertified: boolean;
  readonly odometerMiles: number | null;
  readonly modelYear: number | null;
};

export function conditionOf(reader: RowReader, hints: FileHints, clues: ConditionClues): VehicleCondition {
  if (clues.word !== null) return clues.word === 'used' || clues.word === 'certified' ? 'used' : 'new';
  if (reader.section.condition !== null) return reader.section.condition;
  if (hints.condition !== null) return hints.condition;
  const isOld = clues.modelYear !== null && clues.modelYear <= reader.latestModelYear - OLD_MODEL_YEARS;
  const condition =
    clues.isCertified || isOld || (clues.odometerMiles ?? 0) > MOST_NEW_MILES ? 'used' : 'new';
  reader.note(
    reader.has('odometer') ? 'odometer' : null,
    'CONDITION_INFERRED',
    'repaired',
    words.condition[condition],
  );
  return condition;
}
