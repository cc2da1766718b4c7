/**
 * Croston 1972, for intermittent demand: the sizes z of sales and the intervals p between them are smoothed each
 * time there is a sale, from the first of each, and the forecast of every horizon is z / p. With alpha 0.1 for both,
 * as in R's forecast::croston. It does not fade when sales stop.
 */
import type { ForecastModel } from '../types';

const WEIGHT = 0.1;

export const croston = {
  name: 'croston' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'intermittent',
  forecast: (history, { horizon }) => Array<number>(horizon).fill(smoothIntervals(history, WEIGHT)),
} satisfies ForecastModel;

/** Mean demand of a period; 0 when nothing was ever sold. Periods before the first sale are its interval. */
export function smoothIntervals(history: readonly number[], weight: number): number {
  let size = 0;
  let interval = 0;
  let waited = 0;
  for (const value of history) {
    waited += 1;
    if (value <= 0) continue;
    const isFirst = interval === 0;
    size = isFirst ? value : size + weight * (value - size);
    interval = isFirst ? waited : interval + weight * (waited - interval);
    waited = 0;
  }
  return interval > 0 ? size / interval : 0;
}
