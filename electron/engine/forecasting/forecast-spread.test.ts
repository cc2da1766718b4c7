import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastQuantiles } from './forecast-quantiles';
import { deviationOfSum, empiricalQuantile, estimateSpread } from './forecast-spread';

const base = { horizon: 3, history: [5, 5, 5, 5], season: 12, isCount: false, isNonNegative: false };

describe('spread', () => {
  it('adds deviations with their correlation', () => {
    expect(deviationOfSum([3, 4], 0)).toBeCloseTo(5, 12);
    expect(deviationOfSum([3, 4], 1)).toBeCloseTo(7, 12);
    // 9 + 16 + 0.5 * (49 - 25) = 37.
    expect(deviationOfSum([3, 4], 0.5)).toBeCloseTo(Math.sqrt(37), 12);
  });

  it('takes the sample quantile of type 8', () => {
    // Position (4 + 1/3) / 2 + 1/3 = 2.5: between 2 and 3.
    expect(empiricalQuantile([1, 2, 3, 10], 0.5)).toBeCloseTo(2.5, 12);
    expect(empiricalQuantile([7], 0.95)).toBe(7);
  });

  it('grows with the errors and with the horizon that they grow with', () => {
    const errors = [
      [1, -4, 9],
      [-1, 5, -8],
      [1, 4, 10],
    ];
    const near = estimateSpread({ ...base, errors });
    const wide = estimateSpread({ ...base, errors: errors.map((path) => path.map((error) => 2 * error)) });
    expect(near.deviations[2]).toBeGreaterThan(near.deviations[0] ?? 0);
    expect((wide.deviations[0] ?? 0) / (near.deviations[0] ?? 1)).toBeCloseTo(2, 6);
  });

  it('expects sums of counts to scatter less, by what is new chance in each period', () => {
    // Errors as large as those of counts about a known rate of 9 (Poisson: a deviation of 3), up and down in turn.
    const errors = [2, 1, 0].map((turn) => [0, 1, 2].map((step) => ((turn + step) % 2 === 0 ? 3 : -3)));
    const history = Array.from({ length: 36 }, (_, month) => 9 + (month % 2 === 0 ? 3 : -3));
    const amounts = estimateSpread({ ...base, errors, history });
    const counts = estimateSpread({ ...base, errors, history, isCount: true });
    expect(counts.deviations).toEqual(amounts.deviations);
    expect(counts.totalDeviation).toBeLessThan(amounts.totalDeviation);
    // Errors four times as large are mostly not of that kind, and sums are nearly as those of amounts.
    const large = errors.map((path) => path.map((error) => 4 * error));
    const share = (isCount: boolean) =>
      estimateSpread({ ...base, errors: large, history, isCount }).totalDeviation;
    expect(share(true) / share(false)).toBeGreaterThan(counts.totalDeviation / amounts.totalDeviation);
  });

  it('is nothing for a history that never moved', () => {
    const spread = estimateSpread({ ...base, errors: [] });
    expect(spread.deviations).toEqual([0, 0, 0]);
    expect(forecastQuantiles(5, 0, spread)).toEqual(QUANTILE_LEVELS.map(() => 5));
  });

  it('gives quantiles that never cross, whole and not negative for counts', () => {
    const errors = fc.array(
      fc.array(fc.option(fc.double({ min: -50, max: 50, noNaN: true })), { minLength: 4, maxLength: 4 }),
      { maxLength: 6 },
    );
    const history = fc.array(fc.nat({ max: 60 }), { minLength: 4, maxLength: 30 });
    const mean = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(errors, history, mean, fc.boolean(), (paths, values, center, isCount) => {
        const spread = estimateSpread({
          ...base,
          horizon: 4,
          errors: paths,
          history: values,
          season: 12,
          isCount,
          isNonNegative: true,
        });
        for (const deviation of [...spread.deviations, spread.totalDeviation]) {
          const quantiles = forecastQuantiles(center, deviation, spread);
          quantiles.forEach((quantile, index) => {
            expect(quantile).toBeGreaterThanOrEqual(quantiles[index - 1] ?? 0);
            if (isCount) expect(Number.isInteger(quantile)).toBe(true);
          });
        }
      }),
    );
  });
});
