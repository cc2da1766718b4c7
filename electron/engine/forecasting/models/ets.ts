/**
 * Exponential smoothing in state space form (Hyndman, Koehler, Ord & Snyder 2008), the form of error and trend
 * chosen by the augurs library, whose seasonal forms cannot be used: the season is taken out before by classical
 * indices, where there is one, and put back after.
 */
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

export const ets = {
  name: 'ets' as const,
  minimumLength: () => 8,
  isSlow: false,
  expectedLoss: 0.85,
  suitsIntermittent: true,
  forecast: (history, { horizon, season, libraries }) => {
    const indices = seasonalIndices(history, season);
    const level = libraries.fitEts(removeSeason(history, indices), horizon);
    return restoreSeason(level, indices, history.length);
  },
} satisfies ForecastModel;
