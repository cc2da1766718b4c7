import { describe, expect, it } from 'vitest';
import { medianDays, survivalCurve } from './survival';

const sold = (days: number) => ({ days, isSold: true });
const unsold = (days: number) => ({ days, isSold: false });

describe('survivalCurve', () => {
  it('counts unsold units for as long as they were watched', () => {
    // Day 5: 4 at risk, 1 sold: 3/4. Day 10: 3 at risk, 1 sold: 3/4 x 2/3 = 1/2. Day 20: 1 of 1: 0.
    const curve = survivalCurve([sold(20), unsold(10), sold(5), sold(10)]);
    expect(curve.map((step) => step.days)).toEqual([5, 10, 20]);
    expect(curve.map((step) => step.unsold)).toEqual([0.75, expect.closeTo(0.5, 12), 0]);
    expect(medianDays(curve)).toBe(10);
  });

  it('does not forget old stock: three stuck units double the median of the sold ones', () => {
    const quick = [sold(10), sold(20), sold(30)];
    expect(medianDays(survivalCurve(quick))).toBe(20);
    // Six units: 5/6, 4/6, 3/6 = one half only on day 30.
    expect(medianDays(survivalCurve([...quick, unsold(90), unsold(120), unsold(200)]))).toBe(30);
  });

  it('has no median while more than half have not sold', () => {
    expect(medianDays(survivalCurve([sold(10), unsold(50), unsold(60)]))).toBeNull();
    expect(medianDays(survivalCurve([]))).toBeNull();
  });
});
