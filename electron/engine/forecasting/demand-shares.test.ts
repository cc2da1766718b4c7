import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandShares } from './demand-shares';

describe('shares', () => {
  it('count half for each half-life and lean toward the mean rate', () => {
    // Half-life 1: weights 1/2 and 1. Rates 1 / 1.5 and 0.5 / 1.5, mean 0.5; with one period of it each
    // (1 + 0.5) / 2.5 = 0.6 and (0.5 + 0.5) / 2.5 = 0.4.
    const [first, second] = demandShares(
      [
        [0, 1],
        [1, 0],
      ],
      1,
    );
    expect(first).toBeCloseTo(0.6, 12);
    expect(second).toBeCloseTo(0.4, 12);
  });

  it('judge a launch by the time that it has been there', () => {
    // The old part sells 2 a month for years, the new one 2 in each of its two months: the same rate.
    const [old, launch] = demandShares([Array<number>(36).fill(2), [2, 2]], 6);
    expect(launch).toBeCloseTo(0.5, 9);
    expect(old).toBeCloseTo(0.5, 9);
  });

  it('are equal where nothing is known', () => {
    expect(demandShares([[], [0, 0]], 6)).toEqual([0.5, 0.5]);
  });

  it('are positive and add up to 1', () => {
    const history = fc.array(fc.nat({ max: 30 }), { maxLength: 24 });
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 8 }), (histories) => {
        const shares = demandShares(histories, 6);
        expect(shares.every((share) => share > 0)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
