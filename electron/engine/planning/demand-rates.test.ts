import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispersionOf, poissonProbabilities, rateNodes } from './demand-rates';
import { gammaCdf, gammaQuantile, logGamma } from './incomplete-gamma';

describe('incomplete gamma', () => {
  it('agrees with the closed forms of whole shapes', () => {
    // P(1, x) = 1 - exp(-x); P(2, x) = 1 - (1 + x) exp(-x).
    for (const x of [0.01, 0.5, 2, 3.5, 20]) {
      expect(gammaCdf(1, x)).toBeCloseTo(1 - Math.exp(-x), 11);
      expect(gammaCdf(2, x)).toBeCloseTo(1 - (1 + x) * Math.exp(-x), 11);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 11);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
  });

  it('has a quantile that undoes it', () => {
    for (const shape of [0.3, 1, 7.5]) {
      for (const probability of [0.05, 0.5, 0.95]) {
        expect(gammaCdf(shape, gammaQuantile(shape, probability))).toBeCloseTo(probability, 10);
      }
    }
  });
});

describe('rateNodes', () => {
  it('halves an exponential law at its median', () => {
    // Below ln 2 the mean is 1 - (1 + ln 2) / 2; doubled, for half the weight: 1 - ln 2. Above: 1 + ln 2.
    const { weight, factors } = rateNodes(1, 2);
    expect(weight).toBe(0.5);
    expect(factors[0]).toBeCloseTo(1 - Math.LN2, 10);
    expect(factors[1]).toBeCloseTo(1 + Math.LN2, 10);
  });

  it('is one rate when the rate is certain', () => {
    expect(rateNodes(0)).toEqual({ weight: 1, factors: [1] });
  });

  it('keeps the mean and rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 8, noNaN: true }), (dispersion) => {
        const { weight, factors } = rateNodes(dispersion);
        expect(factors.reduce((sum, factor) => sum + weight * factor, 0)).toBeCloseTo(1, 8);
        for (let i = 1; i < factors.length; i++) {
          expect(factors[i]).toBeGreaterThanOrEqual((factors[i - 1] ?? 0) - 1e-9);
        }
      }),
    );
  });
});

describe('poissonProbabilities', () => {
  it('has the first terms of exp(-2) x 2^n / n!', () => {
    const base = Math.exp(-2);
    expect(poissonProbabilities(2, 3)).toEqual([
      base,
      2 * base,
      2 * base,
      expect.closeTo((4 / 3) * base, 12),
    ]);
  });
});

describe('dispersionOf', () => {
  it('is what spread the Poisson scatter leaves', () => {
    // (20 - 4) / 2.5631 = 6.2424 units; 6.2424^2 = 38.968; (38.968 - 10) / 10^2 = 0.28968.
    expect(dispersionOf(10, 4, 20)).toBeCloseTo(0.28968, 4);
  });

  it('is 0 for a forecast narrower than chance', () => {
    expect(dispersionOf(10, 8, 12)).toBe(0);
  });
});
