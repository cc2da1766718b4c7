import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stay, survivalMedianDays, watchedUnits } from './survival-median';

const medianOf = (stays: readonly Stay[]) => survivalMedianDays(watchedUnits(stays));

const sold = (exitDays: number, entryDays = 0, units = 1): Stay => ({
  entryDays,
  exitDays,
  isSold: true,
  units,
});
const unsold = (exitDays: number, entryDays = 0, units = 1): Stay => ({
  entryDays,
  exitDays,
  isSold: false,
  units,
});

describe('survivalMedianDays', () => {
  it('is the lower median of the sold days when everything was watched from day 0 and sold', () => {
    // 4 at risk: after day 10 3/4 are unsold, after day 20 1/2.
    expect(medianOf([sold(10), sold(20), sold(30), sold(40)])).toBe(20);
  });

  it('moves later for units that still stand', () => {
    // Day 10: 3/4. Day 20: x 2/3 = 1/2 with three at risk; with a unit that left watch at 15 only two are: 3/8.
    expect(medianOf([sold(10), sold(20), sold(30), unsold(400)])).toBe(20);
    // Day 10: 4/5. Day 20: 4/5 x 3/4 = 3/5. Day 30: 3/5 x 2/3 = 2/5.
    expect(medianOf([sold(10), sold(20), sold(30), unsold(400), unsold(400)])).toBe(30);
  });

  it('counts a unit only from the age at which the window found it', () => {
    // Day 10: 2 at risk (the third is watched from 50), 1/2: the median. Were it watched from 0: 2/3, then 1/3 at 20.
    expect(medianOf([sold(10), sold(20), sold(60, 50)])).toBe(10);
    expect(medianOf([sold(10), sold(20), sold(60)])).toBe(20);
  });

  it('finds the true median in a store whose units all take between 1 and 99 days, seen through 30 days', () => {
    // One unit a day arrives for each duration d = 1..99: the true median is 50. In a window of 30 days the stock
    // at its start has ages 0..d-1; each is watched until it is sold or 30 days are over.
    const stays: Stay[] = [];
    for (let duration = 1; duration <= 99; duration++) {
      for (let arrival = -98; arrival < 30; arrival++) {
        const exit = Math.min(arrival + duration, 30);
        if (exit <= 0) continue;
        stays.push({
          entryDays: Math.max(0, -arrival),
          exitDays: exit - arrival,
          isSold: arrival + duration <= 30,
          units: 1,
        });
      }
    }
    expect(medianOf(stays)).toBeGreaterThanOrEqual(48);
    expect(medianOf(stays)).toBeLessThanOrEqual(52);
  });

  it('has no value when nothing, or less than half, was sold', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([unsold(10)])).toBeNull();
    expect(medianOf([sold(10), unsold(20), unsold(20)])).toBeNull();
  });

  it('does not depend on how rows are grouped', () => {
    const stay = fc.record({
      entryDays: fc.nat(50),
      watched: fc.nat(50),
      isSold: fc.boolean(),
      units: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(stay), (rows) => {
        const grouped = rows.map(({ watched, ...row }) => ({ ...row, exitDays: row.entryDays + watched }));
        const single = grouped.flatMap((row) =>
          Array.from({ length: row.units }, () => ({ ...row, units: 1 })),
        );
        expect(medianOf(single)).toBe(medianOf(grouped));
      }),
    );
  });
});
