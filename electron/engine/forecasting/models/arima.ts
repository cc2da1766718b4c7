/**
 * ARIMA with the order chosen by AICc (Hyndman & Khandakar 2008), by the ctsa library. Months use the seasonal
 * form; a 52-period seasonal form is too slow and too rarely identified, so weeks are seasonally adjusted first.
 */
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const LONGEST_SEASON = 12;

export const arima = {
  name: 'arima' as const,
  minimumLength: (season) => (season <= LONGEST_SEASON ? 2 * season + 2 : 20),
  isSlow: true,
  isAutomatic: false,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season, libraries }) => {
    if (season <= LONGEST_SEASON) return libraries.fitArima(history, season, horizon);
    const indices = seasonalIndices(history, season);
    const adjusted = libraries.fitArima(removeSeason(history, indices), 1, horizon);
    return restoreSeason(adjusted, indices, history.length);
  },
} satisfies ForecastModel;
