import { describe, expect, it } from 'vitest';
import { discountedMean } from './recent-rate';

describe('recent rate', () => {
  it('weighs a sale half after each half-life', () => {
    // Weights 1, 1/2, 1/4 from the last: (4 + 0 / 2 + 8 / 4) / 1.75 = 6 / 1.75.
    expect(discountedMean([8, 0, 4], 1)).toBeCloseTo(6 / 1.75, 12);
  });

  it('is 0 for no history', () => {
    expect(discountedMean([], 6)).toBe(0);
  });
});
