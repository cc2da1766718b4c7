/**
 * Seasonal-trend decomposition by loess with exponential smoothing of what is left (Cleveland et al. 1990;
 * Bandara, Hyndman & Bergmeir 2021), by the augurs library. Seasonal swings grow with the level in sales, so
 * non-negative histories are decomposed as log(1 + y).
 */
import type { ForecastModel } from '../types';

export const mstl = {
  name: 'mstl' as const,
  minimumLength: (season) => 2 * season + 1,
  isSlow: false,
  isAutomatic: false,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season, libraries }) => {
    if (history.some((value) => value < 0)) return libraries.fitMstl(history, season, horizon);
    return libraries.fitMstl(history.map(Math.log1p), season, horizon).map(Math.expm1);
  },
} satisfies ForecastModel;
