/** The words of learning, as a dealer says them. */
import type { ScoreWeights } from '@shared/contract/learning';
import { texts } from '../../texts/texts';

const words = texts.learning;

export const PARTS: readonly { part: keyof ScoreWeights; label: string }[] = [
  { part: 'gross', label: words.parts.gross },
  { part: 'daysToTurn', label: words.parts.daysToTurn },
  { part: 'market', label: words.parts.market },
  { part: 'forecast', label: words.parts.forecast },
];

export const TARGET_WORDS = words.targets;
export const MODEL_WORDS: Record<string, string> = words.models;

/** `lowest quarter` for group 1 and so on. */
export function quarterWord(group: string): string {
  return words.quarters[Number(group) - 1] ?? group;
}
