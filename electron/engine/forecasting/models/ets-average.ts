/**
 * The mean of all forms of exponential smoothing without an undamped trend, weighted by the fourth root of their
 * Akaike weights (Kolassa 2011, who takes them as they are; but the forms differ less in truth than in AICc). Forms
 * that fit about as well then share the forecast, which is steadier than taking the first of them; an undamped trend
 * wins the fit more often than the future (Gardner & McKenzie 1985).
 */
import { type EtsFit, forecastEts } from '../exponential-smoothing/fit-ets';
import { forecastWithEts } from '../exponential-smoothing/recall-ets';
import type { ForecastModel } from '../types';

/** Forms whose AICc is this much above the least have no weight to speak of. */
const LARGEST_GAP = 25;

export const etsAverage = {
  name: 'ets_average' as const,
  minimumLength: () => 8,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.83,
  suits: 'smooth',
  forecast: (history, context) => forecastWithEts(history, context, averageForms),
} satisfies ForecastModel;

function averageForms(all: readonly EtsFit[], horizon: number): number[] {
  const fits = all.filter(({ form, aicc }) => form.trend !== 'A' && Number.isFinite(aicc));
  const least = fits.reduce((best, { aicc }) => Math.min(best, aicc), Number.POSITIVE_INFINITY);
  const means = Array<number>(horizon).fill(0);
  let total = 0;
  for (const fit of fits) {
    if (fit.aicc - least > LARGEST_GAP) continue;
    const weight = Math.exp((least - fit.aicc) / 8);
    total += weight;
    forecastEts(fit, horizon).forEach((mean, step) => {
      means[step] = (means[step] ?? 0) + weight * mean;
    });
  }
  if (total === 0) throw new RangeError('no form could be fitted');
  return means.map((mean) => mean / total);
}
