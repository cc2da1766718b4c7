import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandShares } from './demand-shares';

describe('shares', () => {
  it('count half for each half-life and lean toward equal parts', () => {
    // Half-life 1: the first sold 1 just now, the second 1 a period ago (0.5). With 2 prior units over 2 parts:
    // (1 + 1) / 3.5 and (0.5 + 1) / 3.5.
    const [first, second] = demandShares(
      [
        [0, 1],
        [1, 0],
      ],
      1,
    );
    expect(first).toBeCloseTo(2 / 3.5, 12);
    expect(second).toBeCloseTo(1.5 / 3.5, 12);
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
