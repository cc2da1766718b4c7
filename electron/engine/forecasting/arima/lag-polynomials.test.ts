import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencing, fromPartials, hasRootsBeyond, multiply, toPartials } from './lag-polynomials';

describe('lag polynomials', () => {
  it('multiply to coefficients on the same side', () => {
    const result = new Float64Array(5);
    // (1 - 0.5 B) (1 - 0.4 B^4) = 1 - 0.5 B - 0.4 B^4 + 0.2 B^5.
    multiply(Float64Array.of(0.5), Float64Array.of(0.4), 4, 1, result);
    expect([...result]).toEqual([0.5, 0, 0, 0.4, -0.2]);
    // (1 + 0.5 B) (1 + 0.4 B^4) = 1 + 0.5 B + 0.4 B^4 + 0.2 B^5.
    multiply(Float64Array.of(0.5), Float64Array.of(0.4), 4, -1, result);
    expect([...result]).toEqual([0.5, 0, 0, 0.4, 0.2]);
  });

  it('difference: (1 - B) (1 - B^4) = 1 - B - B^4 + B^5', () => {
    expect(differencing(1, 1, 4)).toEqual([-1, 0, 0, -1, 1]);
    expect(differencing(0, 0, 4)).toEqual([]);
  });

  it('come back from their partial autocorrelations', () => {
    const partial = fc.double({ min: -0.95, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.array(partial, { minLength: 1, maxLength: 6 }), (partials) => {
        const coefficients = new Float64Array(partials.length);
        fromPartials(Float64Array.from(partials), partials.length, coefficients);
        expect(hasRootsBeyond(coefficients, 1)).toBe(true);
        expect(toPartials(coefficients, partials.length)).toBe(true);
        partials.forEach((value, index) => {
          expect(coefficients[index]).toBeCloseTo(value, 6);
        });
      }),
    );
  });

  it('know a root near the unit circle', () => {
    // The root of 1 - a z is 1 / a: 1.005 for 0.995, 1.02 for 0.98.
    expect(hasRootsBeyond(Float64Array.of(0.995), 1.01)).toBe(false);
    expect(hasRootsBeyond(Float64Array.of(0.98), 1.01)).toBe(true);
    expect(hasRootsBeyond(new Float64Array(0), 1.01)).toBe(true);
  });
});
