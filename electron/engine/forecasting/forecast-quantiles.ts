/**
 * The nineteen quantiles of one forecast. Counts of up to SMALL_COUNT are negative binomial about the mean, for
 * which a bell curve would be wrong on every side; larger counts and amounts take the shape of past errors, counts
 * rounded. Never falling from one level to the next; never below 0 where the history never was.
 */
import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import { countQuantiles } from './negative-binomial';
import { normalQuantile } from './normal-quantile';
import type { ForecastSpread } from './types';

const SMALL_COUNT = 30;
/** Of a spread that knows no shape: a count's, which nears the normal as the mean grows. */
const NORMAL = QUANTILE_LEVELS.map(normalQuantile);

export function forecastQuantiles(mean: number, deviation: number, spread: ForecastSpread): number[] {
  if (spread.isCount && mean <= SMALL_COUNT) return countQuantiles(mean, deviation ** 2, QUANTILE_LEVELS);
  const shape = spread.shape.length > 0 ? spread.shape : NORMAL;
  let highest = spread.isNonNegative ? 0 : Number.NEGATIVE_INFINITY;
  return QUANTILE_LEVELS.map((_, index) => {
    const value = mean + deviation * (shape[index] ?? 0);
    highest = Math.max(highest, spread.isCount ? Math.round(value) : value);
    return highest;
  });
}
