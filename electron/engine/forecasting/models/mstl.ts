/**
 * The last year's seasonal part by local regression (seasonal-decomposition.ts), on exponential smoothing of the rest
 * (the forecasting of a decomposition in Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 5.7; with
 * one season, MSTL of Bandara, Hyndman & Bergmeir 2021 is this).
 */
import { fitBestEts, forecastEts } from '../exponential-smoothing/fit-ets';
import { decomposeSeason } from '../seasonal-decomposition';
import type { ForecastModel } from '../types';

export const mstl = {
  name: 'mstl' as const,
  minimumLength: (season) => 2 * season + 1,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const states = decomposeSeason(history, season).season;
    const fit = fitBestEts(
      history.map((value, t) => value - (states[t] ?? 0)),
      1,
    );
    if (!fit) throw new RangeError('no form could be fitted');
    const lastYear = states.slice(-season);
    return forecastEts(fit, horizon).map((mean, step) => mean + (lastYear[step % season] ?? 0));
  },
} satisfies ForecastModel;
