import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSimpleSmoothing, smoothWith } from '../simple-smoothing';
import { forecastTheta, slope } from './theta';

describe('simple smoothing', () => {
  it('finds the best first level in closed form', () => {
    // alpha 0.5 over 10, 12. Best l0 minimises (10 - l0)^2 + (12 - (5 + l0 / 2))^2: l0 = 13.5 / 1.25 = 10.8.
    // Errors -0.8 and 1.6, squares 0.64 + 2.56 = 3.2; level 10.8 -> 10.4 -> 11.2.
    const fit = smoothWith([10, 12], 0.5);
    expect(fit.firstLevel).toBeCloseTo(10.8, 12);
    expect(fit.level).toBeCloseTo(11.2, 12);
    expect(fit.squaredError).toBeCloseTo(3.2, 12);
  });

  it('finds no worse weight than its neighbours or the first', () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(-0.001, 0.001), (history, change) => {
        const best = fitSimpleSmoothing(history);
        for (const alpha of [0.2, Math.min(0.9999, Math.max(0.0001, best.alpha + change))])
          expect(best.squaredError).toBeLessThanOrEqual(
            smoothWith(history, alpha).squaredError * (1 + 1e-6) + 1e-6,
          );
      }),
    );
  });
});

describe('theta', () => {
  it('takes the least squares slope', () => {
    // Positions -1, 0, 1 times 1, 3, 4: (-1 + 4) / 2 = 1.5.
    expect(slope([1, 3, 4])).toBeCloseTo(1.5, 12);
  });

  it('follows half the slope of a straight line', () => {
    // Smoothing keeps up with the line (alpha 0.9999): level 8, drift 0.5; h = 1: 8 + 0.5 * (0 + 1), h = 3: + 1.
    const [first, , third] = forecastTheta([1, 2, 3, 4, 5, 6, 7, 8], 3);
    expect(first).toBeCloseTo(8.5, 3);
    expect(third).toBeCloseTo(9.5, 3);
  });

  it('keeps a constant', () => {
    expect(forecastTheta([5, 5, 5, 5], 2).map((value) => Number(value.toFixed(9)))).toEqual([5, 5]);
  });
});
