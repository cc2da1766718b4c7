/**
 * Simple exponential smoothing of logarithms, on the seasonally adjusted history: the level is a geometric mean, which a
 * month of many registrations at once, or a level that doubled for a quarter, pulls up less than an arithmetic one, and
 * growth and decline by the same factor weigh alike (Box & Cox 1964, with a shift as the history may hold zeros). By
 * several smoothing weights at once (smoothing-average.ts).
 */
import { average } from '../central-values';
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import { averageLevel } from '../smoothing-average';
import type { ForecastModel } from '../types';

/** Added to every value, as a share of their mean. */
const SHIFT = 0.3;

export const logSmoothing = {
  name: 'log_smoothing' as const,
  minimumLength: () => 8,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    if (history.some((value) => value < 0)) throw new RangeError('has values below 0');
    const indices = shrunkSeasonalIndices(history, season);
    const adjusted = removeSeason(history, indices);
    const shift = SHIFT * average(adjusted);
    if (!(shift > 0)) throw new RangeError('sold nothing');
    const level = averageLevel(adjusted.map((value) => Math.log(value + shift)));
    return restoreSeason(Array<number>(horizon).fill(Math.exp(level) - shift), indices, history.length);
  },
} satisfies ForecastModel;
