/**
 * The mean of the last two seasons (of all history when shorter): hard to beat where sales are few and level
 * (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 5.2, on a recent window).
 */
import { average } from '../central-values';
import type { ForecastModel } from '../types';

export const recentMean = {
  name: 'mean' as const,
  minimumLength: () => 1,
  isSlow: false,
  expectedLoss: 1,
  suitsIntermittent: true,
  forecast: (history, { horizon, season }) =>
    Array<number>(horizon).fill(average(history.slice(-2 * season))),
} satisfies ForecastModel;
