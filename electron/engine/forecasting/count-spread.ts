/**
 * How far sales of an intermittent series may fall from a forecast mean m: a negative binomial with variance
 *
 *     m f + m / n
 *
 * where f, at least 1, is the mean size of a sale weighted by size, sum y^2 / sum y, which for sales of one is
 * Poisson's, and m / n what is not known of m itself, after n periods' worth of history. Errors of a few origins,
 * mostly nothing against nothing, say less.
 */
import type { ForecastSpread } from './types';

/** `knownPeriods` is n: the sum of the weights behind the mean. */
export function countSpread(
  history: readonly number[],
  means: readonly number[],
  knownPeriods: number,
): ForecastSpread {
  const units = history.reduce((sum, value) => sum + value, 0);
  const squares = history.reduce((sum, value) => sum + value ** 2, 0);
  const size = units > 0 ? Math.max(1, squares / units) : 1;
  const total = means.reduce((sum, mean) => sum + Math.max(0, mean), 0);
  return {
    deviations: means.map((mean) => Math.sqrt(Math.max(0, mean) * (size + 1 / knownPeriods))),
    // What is not known of the mean is the same error in every period, so it adds up and not its square.
    totalDeviation: Math.sqrt(total * (size + means.length / knownPeriods)),
    shape: [],
    isCount: true,
    isNonNegative: true,
  };
}
