/**
 * Theta on the means of quarters, counted back from the last period, of the seasonally adjusted history: summing
 * over time takes out noise and shows the trend (Nikolopoulos et al. 2011; Kourentzes, Petropoulos & Trapero 2014).
 * Each period of a quarter gets the quarter's mean.
 */
import { average } from '../central-values';
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';
import { forecastTheta } from './theta';

const QUARTERS = 4;
const FEWEST_QUARTERS = 5;

export const quarterlyTheta = {
  name: 'quarterly_theta' as const,
  minimumLength: (season) => FEWEST_QUARTERS * Math.max(1, Math.round(season / QUARTERS)),
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = shrunkSeasonalIndices(history, season);
    const length = Math.max(1, Math.round(season / QUARTERS));
    const quarters = quarterMeans(removeSeason(history, indices), length);
    const ahead = forecastTheta(quarters, Math.ceil(horizon / length));
    const means = Array.from({ length: horizon }, (_, step) => ahead[Math.floor(step / length)] ?? 0);
    return restoreSeason(means, indices, history.length);
  },
} satisfies ForecastModel;

/** Means of `length` values each, oldest first; what does not fill the first one is left out. */
export function quarterMeans(values: readonly number[], length: number): number[] {
  const count = Math.floor(values.length / length);
  const first = values.length - count * length;
  return Array.from({ length: count }, (_, quarter) => {
    const from = first + quarter * length;
    return average(values.slice(from, from + length));
  });
}
