/**
 * Complex exponential smoothing (Svetunkov, Kourentzes & Ord 2022): beside the level l a second state c, of what the
 * level lacks, with a complex weight a0 + i a1; levels, trends and what lies between are one model:
 *
 *     l(t) = l(t-1) - (1 - a1) c(t-1) + (a0 - a1) e(t),   c(t) = l(t-1) + (1 - a0) c(t-1) + (a0 + a1) e(t)
 *
 * where e(t) = y(t) - l(t-1). For given weights errors are linear in the first states, so only the two weights are
 * searched, where the effect of old values fades. On the seasonally adjusted history.
 */
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const FIRST_STEP = 0.1;
const LAST_STEP = 1e-4;
/** Weights where a search begins: from still to lively, and with a trend. */
const STARTS = [
  [1.05, 1],
  [1.3, 1],
  [1.7, 1.02],
  [1.1, 0.95],
] as const;

export const complexSmoothing = {
  name: 'complex_smoothing' as const,
  minimumLength: () => 10,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = shrunkSeasonalIndices(history, season);
    const line = forecastComplexSmoothing(removeSeason(history, indices), horizon);
    return restoreSeason(line, indices, history.length);
  },
} satisfies ForecastModel;

type Fit = { real: number; imaginary: number; level: number; other: number; squaredError: number };

/** Of a history without a season. */
export function forecastComplexSmoothing(history: readonly number[], horizon: number): number[] {
  const { real, imaginary, level: first, other: second } = fitComplexSmoothing(history);
  let level = first;
  let other = second;
  const means: number[] = [];
  for (let t = 0; t < history.length + horizon; t++) {
    if (t >= history.length) means.push(level);
    const error = t < history.length ? (history[t] ?? 0) - level : 0;
    const next = level - (1 - imaginary) * other + (real - imaginary) * error;
    other = level + (1 - real) * other + (real + imaginary) * error;
    level = next;
  }
  return means;
}

/** Least squared one-step errors, by steps along the two weights that halve where none is better. */
export function fitComplexSmoothing(history: readonly number[]): Fit {
  let best: Fit | null = null;
  for (const [real, imaginary] of STARTS) {
    let fit = fitWith(history, real, imaginary);
    for (let step = FIRST_STEP; step > LAST_STEP; ) {
      const next = bestAround(history, fit, step);
      if (next.squaredError < fit.squaredError) fit = next;
      else step /= 2;
    }
    if (!(best && best.squaredError <= fit.squaredError)) best = fit;
  }
  if (!best || !Number.isFinite(best.squaredError))
    throw new RangeError('complex smoothing could not be fitted');
  return best;
}

function bestAround(history: readonly number[], { real, imaginary }: Fit, step: number): Fit {
  const fits = [
    [step, 0],
    [-step, 0],
    [0, step],
    [0, -step],
    [step, step],
    [-step, -step],
  ].map(([right = 0, up = 0]) => fitWith(history, real + right, imaginary + up));
  return fits.reduce((least, fit) => (fit.squaredError < least.squaredError ? fit : least));
}

function fitWith(history: readonly number[], real: number, imaginary: number): Fit {
  const failed = { real, imaginary, level: 0, other: 0, squaredError: Number.POSITIVE_INFINITY };
  // The transition without the errors' share; its eigenvalues must lie in the unit circle.
  const [a, b, c, d] = [1 - real + imaginary, imaginary - 1, 1 - real - imaginary, 1 - real];
  const trace = a + d;
  const determinant = a * d - b * c;
  if (!(Math.abs(determinant) < 1 && Math.abs(trace) < 1 + determinant)) return failed;
  let [level, other] = [0, 0];
  // How the fit depends on the first level and on the first other state.
  let [l1, c1, l2, c2] = [1, 0, 0, 1];
  let [ee, e1, e2, m11, m12, m22] = [0, 0, 0, 0, 0, 0];
  for (const value of history) {
    const error = value - level;
    ee += error * error;
    e1 += error * l1;
    e2 += error * l2;
    m11 += l1 * l1;
    m12 += l1 * l2;
    m22 += l2 * l2;
    const next = level + b * other + (real - imaginary) * error;
    other = level + d * other + (real + imaginary) * error;
    level = next;
    [l1, c1] = [a * l1 + b * c1, c * l1 + d * c1];
    [l2, c2] = [a * l2 + b * c2, c * l2 + d * c2];
  }
  const whole = m11 * m22 - m12 * m12;
  const hasBoth = whole > 1e-10 * m11 * m22;
  const first = hasBoth ? (e1 * m22 - e2 * m12) / whole : e1 / m11;
  const second = hasBoth ? (e2 * m11 - e1 * m12) / whole : 0;
  return {
    real,
    imaginary,
    level: first,
    other: second,
    squaredError: Math.max(0, ee - first * e1 - second * e2),
  };
}
