/**
 * Exponential smoothing in state space form, the form of error, trend and season chosen by AICc (Hyndman, Koehler,
 * Ord & Snyder 2008).
 */
import { forecastEts, leastAicc } from '../exponential-smoothing/fit-ets';
import { forecastWithEts } from '../exponential-smoothing/recall-ets';
import type { ForecastModel } from '../types';

export const ets = {
  name: 'ets' as const,
  minimumLength: () => 8,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.9,
  suits: 'smooth',
  forecast: (history, context) =>
    forecastWithEts(history, context, (fits, horizon) => {
      const fit = leastAicc(fits);
      if (!fit) throw new RangeError('no form could be fitted');
      return forecastEts(fit, horizon);
    }),
} satisfies ForecastModel;
