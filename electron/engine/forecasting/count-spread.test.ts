import { describe, expect, it } from 'vitest';
import { countSpread } from './count-spread';

describe('the spread of counts', () => {
  it('is that of Poisson and of what is not known of the mean, for sales of one', () => {
    // Variance 0.5 * (1 + 1 / 10) = 0.55 each; of the sum over four periods 2 * (1 + 4 / 10) = 2.8.
    const spread = countSpread([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5], 10);
    expect(spread.deviations[0]).toBeCloseTo(Math.sqrt(0.55), 12);
    expect(spread.totalDeviation).toBeCloseTo(Math.sqrt(2.8), 12);
  });

  it('is wider for sales of many, and nothing where nothing sells', () => {
    // Sizes 1 and 3: (1 + 9) / 4 = 2.5.
    expect(countSpread([1, 0, 3], [1], 1e9).deviations[0]).toBeCloseTo(Math.sqrt(2.5), 6);
    expect(countSpread([0, 0], [0], 10).deviations).toEqual([0]);
  });
});
