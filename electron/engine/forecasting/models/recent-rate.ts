/**
 * The mean of the history with weights that halve every half season: the steady model for counts, in which old
 * sales are discounted by a constant factor (Harvey & Fernandes 1989), for series that mostly sell nothing.
 */
import type { ForecastModel } from '../types';

export const recentRate = {
  name: 'recent_rate' as const,
  minimumLength: () => 4,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.75,
  suits: 'intermittent',
  forecast: (history, { horizon, season }) =>
    Array<number>(horizon).fill(discountedMean(history, season / 2)),
} satisfies ForecastModel;

/** `halfLife` in periods. */
export function discountedMean(history: readonly number[], halfLife: number): number {
  const discount = 0.5 ** (1 / halfLife);
  let sum = 0;
  let weights = 0;
  for (const value of history) {
    sum = discount * sum + value;
    weights = discount * weights + 1;
  }
  return weights > 0 ? sum / weights : 0;
}

/** Sum of the weights of that many periods: how much history the mean rests on. */
export function knownPeriods(length: number, halfLife: number): number {
  const discount = 0.5 ** (1 / halfLife);
  return (1 - discount ** length) / (1 - discount);
}
