import { describe, expect, it } from 'vitest';
import { twoSidedQuantile, twoSidedTail } from './student-t';

describe("Student's t", () => {
  it('agrees with the closed form of one degree of freedom', () => {
    // Cauchy: P(|T| > t) = 1 - 2 atan(t) / pi, so 1/2 at 1 and 1/3 at the square root of 3.
    expect(twoSidedTail(1, 1)).toBeCloseTo(1 / 2, 12);
    expect(twoSidedTail(Math.sqrt(3), 1)).toBeCloseTo(1 / 3, 12);
  });

  it('agrees with the tables', () => {
    expect(twoSidedQuantile(0.95, 19)).toBeCloseTo(2.093, 3);
    expect(twoSidedQuantile(0.95, 5)).toBeCloseTo(2.571, 3);
    expect(twoSidedQuantile(0.99, 30)).toBeCloseTo(2.75, 3);
  });

  it('says nothing of no difference', () => {
    expect(twoSidedTail(0, 10)).toBe(1);
  });
});
