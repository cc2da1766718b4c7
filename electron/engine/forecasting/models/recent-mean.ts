/**
 * The mean of the last two seasons (of all history when shorter): hard to beat where sales are few and level
 * (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 5.2, on a recent window). Where there is a season, it is
 * taken out before and put back after.
 */
import { average } from '../central-values';
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

export const recentMean = {
  name: 'mean' as const,
  minimumLength: () => 1,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 1,
  suits: 'intermittent',
  forecast: (history, { horizon, season }) => {
    const indices = seasonalIndices(history, season);
    const recent = removeSeason(history, indices).slice(-2 * season);
    return restoreSeason(Array<number>(horizon).fill(average(recent)), indices, history.length);
  },
} satisfies ForecastModel;
