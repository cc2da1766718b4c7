import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countQuantiles } from './negative-binomial';

describe('count quantiles', () => {
  it('are those of the negative binomial', () => {
    // Mean 2, variance 4: size 2, q 0.5. P = 1/4, 1/4, 3/16, 1/8; cumulative 0.25, 0.5, 0.6875, 0.8125.
    expect(countQuantiles(2, 4, [0.05, 0.25, 0.3, 0.5, 0.55, 0.65, 0.7, 0.8])).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it('are those of Poisson where the variance is no greater than the mean', () => {
    // e^-1 = 0.3679; cumulative 0.3679, 0.7358, 0.9197, 0.9810.
    expect(countQuantiles(1, 0.5, [0.35, 0.4, 0.7, 0.75, 0.9, 0.95])).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('are all 0 for a mean of 0', () => {
    expect(countQuantiles(0, 3, [0.05, 0.95])).toEqual([0, 0]);
  });

  it('are whole, never negative and never cross', () => {
    const mean = fc.double({ min: 0, max: 60, noNaN: true });
    const variance = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(mean, variance, (m, v) => {
        const quantiles = countQuantiles(m, v, QUANTILE_LEVELS);
        quantiles.forEach((quantile, index) => {
          expect(Number.isInteger(quantile)).toBe(true);
          expect(quantile).toBeGreaterThanOrEqual(quantiles[index - 1] ?? 0);
        });
      }),
    );
  });
});
