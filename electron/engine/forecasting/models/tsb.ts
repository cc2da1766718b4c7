/**
 * Teunter, Syntetos & Babai 2011, for intermittent demand: the probability p of a sale is smoothed in every
 * period, the size z of a sale only when there is one,
 *
 *     p(t) = p(t-1) + beta * (1[y > 0] - p(t-1)),   z(t) = z(t-1) + alpha * (y - z(t-1)) when y > 0
 *
 * and the forecast of every horizon is p * z: unlike Croston's it fades when sales stop. The weights are those of
 * a small grid with the least squared one-step error; p and z start at the means of the history.
 */
import { average } from '../central-values';
import type { ForecastModel } from '../types';

const SIZE_WEIGHTS = [0.02, 0.05, 0.1, 0.2];
const PROBABILITY_WEIGHTS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3];

export const tsb = {
  name: 'tsb' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 0.9,
  suits: 'intermittent',
  forecast: (history, { horizon }) => {
    const fits = SIZE_WEIGHTS.flatMap((alpha) =>
      PROBABILITY_WEIGHTS.map((beta) => smoothIntermittent(history, alpha, beta)),
    );
    const best = fits.reduce((least, fit) => (fit.squaredError < least.squaredError ? fit : least));
    return Array<number>(horizon).fill(best.mean);
  },
} satisfies ForecastModel;

/** One pass of the recursion from `start`, or from the history's own means. */
export function smoothIntermittent(
  history: readonly number[],
  alpha: number,
  beta: number,
  start: { probability: number; size: number } = meansOf(history),
): { mean: number; squaredError: number } {
  let { probability, size } = start;
  let squaredError = 0;
  for (const value of history) {
    squaredError += (value - probability * size) ** 2;
    probability += beta * ((value > 0 ? 1 : 0) - probability);
    if (value > 0) size += alpha * (value - size);
  }
  return { mean: probability * size, squaredError };
}

function meansOf(history: readonly number[]): { probability: number; size: number } {
  const sizes = history.filter((value) => value > 0);
  return { probability: history.length > 0 ? sizes.length / history.length : 0, size: average(sizes) };
}
