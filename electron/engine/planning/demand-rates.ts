/**
 * Uncertain demand as a mixture: the rate of sale is known only up to a factor G with mean 1 and variance
 * `dispersion` (a gamma variable), and given G the units sold are Poisson. Counts are then negative binomial,
 * the usual law for slow-moving stock, and demand in two stretches of time is rightly correlated: a build that
 * disappoints in its first month will in its second.
 *
 * G is represented by `count` equally likely rates, each the mean of its slice of the gamma law, so that the
 * mean is exactly 1 (the variance comes out a little low).
 */
import { gammaCdf, gammaQuantile } from './incomplete-gamma';

type RateNodes = { weight: number; factors: readonly number[] };

const RATE_NODE_COUNT = 9;

export function rateNodes(dispersion: number, count = RATE_NODE_COUNT): RateNodes {
  if (dispersion < 1e-6) return { weight: 1, factors: [1] };
  const shape = 1 / dispersion;
  const factors: number[] = [];
  let meanBelow = 0;
  for (let slice = 1; slice <= count; slice++) {
    // The part of the mean below x is the distribution function of the next higher shape.
    const meanUpTo = slice === count ? 1 : gammaCdf(shape + 1, gammaQuantile(shape, slice / count));
    factors.push((meanUpTo - meanBelow) * count);
    meanBelow = meanUpTo;
  }
  return { weight: 1 / count, factors };
}

/** P(N = 0), P(N = 1), ... P(N = highest) for a Poisson count with the given mean. */
export function poissonProbabilities(mean: number, highest: number): number[] {
  const probabilities = [Math.exp(-mean)];
  for (let n = 1; n <= highest; n++) {
    probabilities.push(((probabilities[n - 1] ?? 0) * mean) / n);
  }
  return probabilities;
}

/** Quantiles 10 % and 90 % of a normal law lie this many standard deviations apart. */
const DEVIATIONS_10_TO_90 = 2.5631;

/**
 * Variance of G from a forecast's mean and its 10 % and 90 % quantiles: what spread is left after the Poisson
 * scatter, (variance - mean) / mean squared, never below 0. A forecast of 0 says nothing of its spread: 1.
 */
export function dispersionOf(mean: number, lower10: number, upper90: number): number {
  if (mean <= 0) return 1;
  const deviation = (upper90 - lower10) / DEVIATIONS_10_TO_90;
  return Math.min(4, Math.max(0, (deviation * deviation - mean) / (mean * mean)));
}
