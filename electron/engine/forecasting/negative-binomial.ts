/**
 * Quantiles of a count with a given mean and variance: negative binomial with size k = mean^2 / (variance - mean),
 * Poisson where the variance is no greater than the mean (Johnson, Kemp & Kotz 2005, chapters 4 and 5).
 * Probabilities follow the recursion P(x + 1) = P(x) * (k + x) / (x + 1) * (1 - q) with q = k / (k + mean).
 */

/** A mean beyond this would underflow P(0); callers use the continuous form long before. */
export const GREATEST_COUNT_MEAN = 500;

/**
 * @param levels ascending, strictly between 0 and 1
 * @returns for each level the smallest count whose cumulative probability reaches it
 */
export function countQuantiles(mean: number, variance: number, levels: readonly number[]): number[] {
  if (mean <= 0) return levels.map(() => 0);
  const excess = variance - mean;
  const size = excess > 1e-9 * mean ? mean ** 2 / excess : Number.POSITIVE_INFINITY;
  const ratio = Number.isFinite(size) ? mean / (size + mean) : 0;
  let count = 0;
  let probability = Number.isFinite(size) ? Math.exp(-size * Math.log1p(mean / size)) : Math.exp(-mean);
  let cumulative = probability;
  const limit = mean + 40 * Math.sqrt(Math.max(mean, variance)) + 40;
  return levels.map((level) => {
    while (cumulative < level - 1e-12 && count < limit) {
      probability *= Number.isFinite(size) ? (ratio * (size + count)) / (count + 1) : mean / (count + 1);
      count += 1;
      cumulative += probability;
    }
    return count;
  });
}
