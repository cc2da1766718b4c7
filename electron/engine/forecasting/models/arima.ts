/**
 * Seasonal ARIMA with the order chosen by AICc (Hyndman & Khandakar 2008). A seasonal form of 52 periods is too slow
 * and too rarely identified, so weeks are seasonally adjusted first.
 */
import { forecastWithArima } from '../arima/recall-arima';
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const LONGEST_SEASON = 12;

export const arima = {
  name: 'arima' as const,
  minimumLength: () => 12,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season, memory }) => {
    if (season <= LONGEST_SEASON) return forecastWithArima(history, season, horizon, memory);
    const indices = seasonalIndices(history, season);
    const adjusted = forecastWithArima(removeSeason(history, indices), 1, horizon, memory);
    return restoreSeason(adjusted, indices, history.length);
  },
} satisfies ForecastModel;
