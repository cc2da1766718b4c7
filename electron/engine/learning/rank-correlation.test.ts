import { describe, expect, it } from 'vitest';
import { rankCorrelation } from './rank-correlation';

describe('rank correlation', () => {
  it('follows 1 - 6 sum(d^2) / (n (n^2 - 1)) without ties', () => {
    // Ranks 1 2 3 4 5 and 2 1 4 3 5: d^2 sum 4, 1 - 24 / 120 = 0.8.
    expect(rankCorrelation([10, 20, 30, 40, 50], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 12);
  });

  it('shares ranks among ties and has no value where nothing varies', () => {
    // Ranks 1 2.5 2.5 4 against 1 2 3 4: products 4.5, squares 4.5 and 5, so 4.5 / sqrt(22.5) = 0.9487.
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9486832981, 9);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});
