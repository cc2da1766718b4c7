/** The words of learning, as a dealer says them. */
import type { ScoreWeights } from '@shared/contract/learning';

export const PARTS: readonly { part: keyof ScoreWeights; label: string }[] = [
  { part: 'gross', label: 'Gross' },
  { part: 'daysToTurn', label: 'Days to turn' },
  { part: 'market', label: 'Market' },
  { part: 'forecast', label: 'Forecast' },
];

export const TARGET_WORDS = {
  balanced: 'Gross and turn alike',
  gross: 'High gross per unit',
  turn: 'Fast turn',
  share: 'Many units, market share',
} as const;

export const MODEL_WORDS: Record<string, string> = {
  auto: 'Best on later outcomes',
  least_squares: 'Least squares',
  elasticnet: 'Elastic net',
  ridge: 'Ridge regression',
  lasso: 'Lasso',
  forest: 'Random forest',
};

const QUARTERS = ['lowest quarter', 'second quarter', 'third quarter', 'highest quarter'];

/** `lowest quarter` for group 1 and so on. */
export function quarterWord(group: string): string {
  return QUARTERS[Number(group) - 1] ?? group;
}
