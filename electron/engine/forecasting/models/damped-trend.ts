/**
 * A damped additive trend (Gardner & McKenzie 1985) on the seasonally adjusted history: one form, fitted always. It
 * follows a turn sooner than the forms that AICc prefers, which is worth having in a combination.
 */
import { fitEts, forecastEts } from '../exponential-smoothing/fit-ets';
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

export const dampedTrend = {
  name: 'damped_trend' as const,
  minimumLength: () => 10,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 0.84,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = shrunkSeasonalIndices(history, season);
    const fit = fitEts(removeSeason(history, indices), 1, { error: 'A', trend: 'Ad', season: 'N' });
    if (!fit) throw new RangeError('a damped trend could not be fitted');
    return restoreSeason(forecastEts(fit, horizon), indices, history.length);
  },
} satisfies ForecastModel;
