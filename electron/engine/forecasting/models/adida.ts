/**
 * ADIDA (Nikolopoulos, Syntetos, Boylan, Petropoulos & Assimakopoulos 2011), for intermittent demand: the history is
 * aggregated into buckets as long as the mean interval between sales, which rids it of most zeros; the buckets are forecast
 * by simple exponential smoothing, and a bucket's forecast is spread evenly over its periods. Buckets are counted back from
 * the end, so that the newest is whole; what is left over at the start is not used.
 */
import { fitSimpleSmoothing } from '../simple-smoothing';
import type { ForecastModel } from '../types';

export const adida = {
  name: 'adida' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'intermittent',
  forecast: (history, { horizon }) => {
    const length = bucketLength(history);
    const rate = fitSimpleSmoothing(bucketSums(history, length)).level / length;
    return Array<number>(horizon).fill(rate);
  },
} satisfies ForecastModel;

/** The mean interval between sales in whole periods, the first counted from the start; at least two buckets fit. */
export function bucketLength(history: readonly number[]): number {
  const sales = history.flatMap((value, index) => (value !== 0 ? [index + 1] : []));
  const interval = Math.round((sales.at(-1) ?? 0) / Math.max(1, sales.length));
  return Math.max(1, Math.min(interval, Math.floor(history.length / 2)));
}

export function bucketSums(history: readonly number[], length: number): number[] {
  const count = Math.floor(history.length / length);
  const first = history.length - count * length;
  return Array.from({ length: count }, (_, bucket) =>
    history
      .slice(first + bucket * length, first + (bucket + 1) * length)
      .reduce((sum, value) => sum + value, 0),
  );
}
