import { describe, expect, it } from 'vitest';
import { fitLogistic, logisticShare } from './logistic-regression';

describe('logistic regression', () => {
  it('of one constant is the log odds of the mean share', () => {
    // Mean of 0.1, 0.2 and 0.6 is 0.3: log(0.3 / 0.7) = -0.8473.
    expect(fitLogistic([[1], [1], [1]], [0.1, 0.2, 0.6], 0)[0]).toBeCloseTo(-0.8473, 4);
  });

  it('of two groups meets the share of each', () => {
    // Shares 0.2 at x = 0 and 0.5 at x = 1: constant log(0.2 / 0.8) = -1.3863, slope log(0.5 / 0.5) + 1.3863.
    const coefficients = fitLogistic(
      [
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      [0.1, 0.3, 0.4, 0.6],
      0,
    );
    expect(coefficients[0]).toBeCloseTo(-1.3863, 4);
    expect(coefficients[1]).toBeCloseTo(1.3863, 4);
    expect(logisticShare([1, 1], coefficients)).toBeCloseTo(0.5, 6);
  });

  it('stays finite where the groups are told apart with certainty', () => {
    const coefficients = fitLogistic(
      [
        [1, -1],
        [1, -1],
        [1, 1],
        [1, 1],
      ],
      [0, 0, 1, 1],
      1e-3,
    );
    expect(coefficients.every(Number.isFinite)).toBe(true);
    expect(logisticShare([1, 1], coefficients)).toBeGreaterThan(0.9);
  });
});
