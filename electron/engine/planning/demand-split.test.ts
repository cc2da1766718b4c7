import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildShares, splitEvidence } from './demand-split';

describe('splitEvidence', () => {
  const stay = (receivedOn: string, closedOn: string | null) => ({
    configuration: 'a',
    receivedOn,
    closedOn,
    isAvailable: true,
    costCents: null,
  });
  const sale = (soldOn: string) => ({
    configuration: 'a',
    soldOn,
    grossCents: null,
    costCents: null,
    daysInStock: null,
  });

  it('halves a sale every half-life', () => {
    // Today 1, 180 days before today 1/2, 360 days before 1/4.
    const sales = [sale('2026-06-30'), sale('2026-01-01'), sale('2025-07-05')];
    expect(splitEvidence(['a'], sales, [], '2026-06-30').get('a')?.decayedUnits).toBeCloseTo(1.75, 10);
  });

  it('counts a day once however many units stood there', () => {
    const once = splitEvidence(['a'], [], [stay('2026-06-01', null)], '2026-06-30').get('a');
    const twice = splitEvidence(
      ['a'],
      [],
      [stay('2026-06-01', null), stay('2026-06-10', null)],
      '2026-06-30',
    );
    expect(twice.get('a')).toEqual(once);
    expect(splitEvidence(['a'], [], [stay('2020-01-01', null)], '2026-06-30').get('a')?.presence).toBeCloseTo(
      1,
      12,
    );
  });

  it('ignores sales after the day and builds that were not asked for', () => {
    const evidence = splitEvidence(
      ['a'],
      [sale('2026-07-01'), { ...sale('2026-06-30'), configuration: 'b' }],
      [],
      '2026-06-30',
    );
    expect([...evidence]).toEqual([['a', { decayedUnits: 0, presence: 0 }]]);
  });
});

describe('buildShares', () => {
  it('does not punish a build for days on which it was not there', () => {
    // Mean rate (6 + 3) / (1 + 0.5) = 6. Rates (6 + 1) / (1 + 1/6) = 6 and (3 + 1) / (0.5 + 1/6) = 6: alike.
    const shares = buildShares([
      { decayedUnits: 6, presence: 1 },
      { decayedUnits: 3, presence: 0.5 },
    ]);
    expect(shares[0]?.share).toBeCloseTo(0.5, 12);
    expect(shares[1]?.share).toBeCloseTo(0.5, 12);
    expect(shares[0]?.rateDispersion).toBeCloseTo(1 / 7, 12);
  });

  it('gives a new build the mean rate and a shunned one next to nothing', () => {
    // Mean rate 8 / 2 = 4. Rates: sold 9 / 1.25 = 7.2; shunned 1 / 1.25 = 0.8; new 1 / 0.25 = 4. Sum 12.
    const shares = buildShares([
      { decayedUnits: 8, presence: 1 },
      { decayedUnits: 0, presence: 1 },
      { decayedUnits: 0, presence: 0 },
    ]);
    expect(shares.map((one) => one.share)).toEqual([
      expect.closeTo(0.6, 12),
      expect.closeTo(0.8 / 12, 12),
      expect.closeTo(4 / 12, 12),
    ]);
  });

  it('adds up to its trim', () => {
    const evidence = fc.record({
      decayedUnits: fc.double({ min: 0, max: 50, noNaN: true }),
      presence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 1, maxLength: 12 }), (rows) => {
        const shares = buildShares(rows);
        expect(shares.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...shares.map((one) => one.share))).toBeGreaterThan(0);
      }),
    );
  });
});
