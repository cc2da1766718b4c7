import { describe, expect, it } from 'vitest';
import { greatestAdmissibleBeta, isAdmissible } from './admissible-weights';

const work = new Float64Array(20);

describe('admissible weights', () => {
  it('fade without a trend', () => {
    const weights = { alpha: 0.3, beta: 0, gamma: 0.2, phi: 1, hasTrend: false };
    expect(isAdmissible(weights, 12, work)).toBe(true);
  });

  it('do not when they overshoot', () => {
    const weights = { alpha: 0.3, beta: 0, gamma: 1.9, phi: 1, hasTrend: false };
    expect(isAdmissible(weights, 12, work)).toBe(false);
  });

  it('border on the largest beta, found from both sides', () => {
    const weights = { alpha: 0.9999, beta: 0.9, gamma: 0.0001, phi: 0.9046, hasTrend: true };
    const beta = greatestAdmissibleBeta(weights, 0.0001, 12, work) ?? Number.NaN;
    // R's forecast::ets ends a fit on this border, at a beta of 0.1321.
    expect(beta).toBeCloseTo(0.1321, 3);
    expect(isAdmissible({ ...weights, beta: beta - 1e-6 }, 12, work)).toBe(true);
    expect(isAdmissible({ ...weights, beta: beta + 1e-6 }, 12, work)).toBe(false);
  });
});
