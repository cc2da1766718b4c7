import type { ScoreWeights } from '@shared/contract/learning';

/** Until outcomes teach otherwise every part of the score counts alike. */
export const defaultScoreWeights: ScoreWeights = {
  gross: 0.25,
  daysToTurn: 0.25,
  market: 0.25,
  forecast: 0.25,
};

/** How far the score moves a unit's worth: 0.25 is an eighth up or down at most. */
export const DEFAULT_TILT = 0.25;
