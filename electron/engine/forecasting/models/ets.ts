/**
 * Exponential smoothing in state space form, the form of error, trend and season chosen by AICc (Hyndman, Koehler,
 * Ord & Snyder 2008). A season of 52 states is more than a few years can tell: weeks are seasonally adjusted first
 * and then smoothed without a season.
 */
import { fitBestEts, forecastEts } from '../exponential-smoothing/fit-ets';
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const LONGEST_SEASON = 24;

export const ets = {
  name: 'ets' as const,
  minimumLength: () => 8,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.9,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    if (season <= LONGEST_SEASON) return forecastWith(history, season, horizon);
    const indices = seasonalIndices(history, season);
    const level = forecastWith(removeSeason(history, indices), 1, horizon);
    return restoreSeason(level, indices, history.length);
  },
} satisfies ForecastModel;

function forecastWith(history: readonly number[], season: number, horizon: number): number[] {
  const fit = fitBestEts(history, season);
  if (!fit) throw new RangeError('no form could be fitted');
  return forecastEts(fit, horizon);
}
