import { describe, expect, it } from 'vitest';
import { fitEts, forecastEts } from '../exponential-smoothing/fit-ets';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { etsAverage } from './ets-average';

const context = { season: 1, horizon: 6, start: '2020-01', libraries: unavailableLibraries };
const noisy = Array.from({ length: 40 }, (_, t) => 50 + ((t * 37) % 23) - 11);

describe('the average of forms', () => {
  it('lies between the forms that it averages', () => {
    const forms = (['A', 'M'] as const).flatMap((error) =>
      (['N', 'Ad'] as const).map((trend) => ({ error, trend, season: 'N' as const })),
    );
    const means = forms.flatMap((form) => {
      const fit = fitEts(noisy, 1, form);
      return fit ? [forecastEts(fit, 6)] : [];
    });
    expect(means).toHaveLength(4);
    etsAverage.forecast(noisy, context).forEach((mean, step) => {
      const at = means.map((path) => path[step] ?? 0);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...at) - 0.01);
      expect(mean).toBeLessThanOrEqual(Math.max(...at) + 0.01);
    });
  });

  it('does not go on with a trend for ever', () => {
    const line = Array.from({ length: 40 }, (_, t) => 10 + t + ((t * 7) % 3));
    const means = etsAverage.forecast(line, { ...context, horizon: 200 });
    expect(means.at(-1)).toBeLessThan(10 + 40 + 200 / 2);
  });
});
