/**
 * Seasonal naive: each period repeats the same period of the last season (Hyndman & Athanasopoulos,
 * Forecasting: Principles and Practice, 5.2). With less than a season of history it repeats the last value.
 * Every other model is measured against it.
 */
import type { ForecastModel } from '../types';

export const seasonalNaive = {
  name: 'seasonal_naive' as const,
  minimumLength: () => 1,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 1,
  suits: 'any',
  isPlain: true,
  forecast: (history, { horizon, season }) => {
    const cycle = history.length >= season ? history.slice(-season) : history.slice(-1);
    return Array.from({ length: horizon }, (_, step) => cycle[step % cycle.length] ?? 0);
  },
} satisfies ForecastModel;
