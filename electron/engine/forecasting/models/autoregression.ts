/**
 * An autoregression about the mean of the seasonally adjusted history, by the method of Burg 1975, which is always stationary; its order,
 * up to a season and two, is that of least AICc (Hurvich & Tsai 1989). The one model here that returns to the mean
 * in the long run, which sales that only seem to trend do.
 */
import { average } from '../central-values';
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const LONGEST_ORDER = 14;
/** Periods of history for each coefficient. */
const PERIODS_PER_COEFFICIENT = 3;

export const autoregression = {
  name: 'autoregression' as const,
  minimumLength: () => 12,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.95,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = shrunkSeasonalIndices(history, season);
    const adjusted = removeSeason(history, indices);
    const mean = average(adjusted);
    const path = adjusted.map((value) => value - mean);
    const longest = Math.min(LONGEST_ORDER, season + 2, Math.floor(history.length / PERIODS_PER_COEFFICIENT));
    const coefficients = fitAutoregression(path, longest);
    for (let step = 0; step < horizon; step++) {
      path.push(
        coefficients.reduce(
          (sum, coefficient, lag) => sum + coefficient * (path[path.length - 1 - lag] ?? 0),
          0,
        ),
      );
    }
    const means = path.slice(history.length).map((value) => value + mean);
    return restoreSeason(means, indices, history.length);
  },
} satisfies ForecastModel;

/** Coefficients of lags 1, 2 ... of the order of least AICc; none for noise. `values` have mean 0. */
export function fitAutoregression(values: readonly number[], longest: number): number[] {
  const length = values.length;
  let forward = [...values];
  let backward = [...values];
  let variance = average(values.map((value) => value ** 2));
  let coefficients: number[] = [];
  let best = { coefficients, criterion: criterionOf(variance, 0, length) };
  for (let order = 1; order <= longest && variance > 0; order++) {
    let product = 0;
    let square = 0;
    for (let t = order; t < length; t++) {
      const ahead = forward[t] ?? 0;
      const behind = backward[t - 1] ?? 0;
      product += ahead * behind;
      square += ahead ** 2 + behind ** 2;
    }
    const reflection = square > 0 ? (2 * product) / square : 0;
    const reversed = [...coefficients].reverse();
    coefficients = [
      ...coefficients.map((coefficient, lag) => coefficient - reflection * (reversed[lag] ?? 0)),
      reflection,
    ];
    const ahead = forward;
    const behind = backward;
    forward = ahead.map((value, t) => value - reflection * (behind[t - 1] ?? 0));
    backward = behind.map((_, t) => (behind[t - 1] ?? 0) - reflection * (ahead[t] ?? 0));
    variance *= 1 - reflection ** 2;
    const criterion = criterionOf(variance, order, length);
    if (criterion < best.criterion) best = { coefficients, criterion };
  }
  return best.coefficients;
}

/** AICc, with the mean and the variance counted as parameters. */
function criterionOf(variance: number, order: number, length: number): number {
  const count = order + 2;
  if (length - count - 1 <= 0 || variance <= 0) return Number.POSITIVE_INFINITY;
  return length * Math.log(variance) + 2 * count + (2 * count * (count + 1)) / (length - count - 1);
}
