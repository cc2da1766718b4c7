import { EMPTY_BUILD } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import type { FeedbackRow } from '../types';
import { readBuild } from './read-build';
import type { RowReader } from './row-reader';
import { decisionWord } from './vocabularies';

const words = engineTexts.importing.rows;

/** Null when the row was rejected; the reader then says why. */
export function normaliseFeedback(reader: RowReader): FeedbackRow | null {
  const reference = reader.identifier('reference');
  const recommendedOn = reader.day('recommendedOn');
  const decision = reader.word('decision', decisionWord, words.wordsFor.decision);
  const recommendedQuantity = reader.integer('recommendedQuantity');
  if (reference === null || recommendedOn === null || decision === null || recommendedQuantity === null) {
    const missing = ['reference', 'recommendedOn', 'decision'].find((field) => reader.text(field) === null);
    reader.note(missing ?? 'recommendedQuantity', 'MISSING_VALUE', 'rejected', words.missing.feedback);
    return null;
  }
  const build = readBuild(reader, null);
  if (build === null) return null;
  return {
    storeCode: reader.identifier('storeCode'),
    reference,
    build: { ...EMPTY_BUILD, ...build },
    recommendedOn,
    recommendedQuantity,
    decision,
    orderedQuantity: reader.integer('orderedQuantity') ?? (decision === 'accepted' ? recommendedQuantity : 0),
    arrivedOn: reader.day('arrivedOn'),
    unitsSold: reader.integer('unitsSold'),
    daysToTurn: reader.number('daysToTurn'),
    grossCents: reader.money('gross'),
    agedUnits: reader.integer('agedUnits'),
    rating: reader.integer('rating'),
    scoreGross: reader.number('scoreGross'),
    scoreDaysToTurn: reader.number('scoreDaysToTurn'),
    scoreMarket: reader.number('scoreMarket'),
    scoreForecast: reader.number('scoreForecast'),
    reason: reader.text('reason'),
  };
}
