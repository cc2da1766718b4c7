/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) in the form of Hyndman & Billah 2003: simple exponential
 * smoothing with half the slope b of a straight line through the history as drift,
 *
 *     forecast(h) = level + b / 2 * (h - 1 + (1 - (1 - alpha)^n) / alpha)
 *
 * on the seasonally adjusted history. Smoothing weight and first level minimise the squared one-step errors.
 */
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import { fitSimpleSmoothing } from '../simple-smoothing';
import type { ForecastModel } from '../types';

export const theta = {
  name: 'theta' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.83,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = seasonalIndices(history, season);
    const line = forecastTheta(removeSeason(history, indices), horizon);
    return restoreSeason(line, indices, history.length);
  },
} satisfies ForecastModel;

/** Theta of a history without a season, smoothed as fits it best or as given. */
export function forecastTheta(
  history: readonly number[],
  horizon: number,
  { alpha, level }: { alpha: number; level: number } = fitSimpleSmoothing(history),
): number[] {
  const drift = slope(history) / 2;
  const elapsed = (1 - (1 - alpha) ** history.length) / alpha;
  return Array.from({ length: horizon }, (_, step) => level + drift * (step + elapsed));
}

/** Least squares slope of the values over their positions 0, 1, 2 ... */
export function slope(values: readonly number[]): number {
  const center = (values.length - 1) / 2;
  let product = 0;
  let square = 0;
  values.forEach((value, position) => {
    product += (position - center) * value;
    square += (position - center) ** 2;
  });
  return square > 0 ? product / square : 0;
}
