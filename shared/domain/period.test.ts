import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, daysBetween, weekday } from './calendar-day';
import {
  addPeriods,
  firstDay,
  type Grain,
  grainOf,
  lastDay,
  periodFromOrdinal,
  periodOf,
  periodOrdinal,
  periodRange,
} from './period';

const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map(dayFromNumber);
const anyGrain = fc.constantFrom<Grain>('week', 'month');

describe('ISO weeks at the turn of a year', () => {
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-01', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2005-01-01', '2004-W53'],
    ['2008-12-29', '2009-W01'],
    ['1969-12-29', '1970-W01'],
    ['1969-12-28', '1969-W52'],
  ])('%s lies in %s', (day, week) => {
    expect(periodOf(day, 'week')).toBe(week);
  });

  it('begin on Monday and end on Sunday', () => {
    expect(firstDay('2026-W53')).toBe('2026-12-28');
    expect(lastDay('2026-W53')).toBe('2027-01-03');
    expect(firstDay('2025-W01')).toBe('2024-12-30');
  });

  it('have no gap', () => {
    expect(addPeriods('2026-W53', 1)).toBe('2027-W01');
    expect(addPeriods('2025-W01', -1)).toBe('2024-W52');
    expect(periodRange('2020-W52', '2021-W02')).toEqual(['2020-W52', '2020-W53', '2021-W01', '2021-W02']);
  });

  it('know that only some years have 53', () => {
    expect(() => periodOrdinal('2025-W53')).toThrow(RangeError);
    expect(() => periodOrdinal('2026-W53')).not.toThrow();
  });
});

describe('months', () => {
  it('cross the year', () => {
    expect(addPeriods('2026-12', 1)).toBe('2027-01');
    expect(addPeriods('2026-01', -1)).toBe('2025-12');
    expect(addPeriods('2026-10', -36)).toBe('2023-10');
    expect(periodRange('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('end on their real last day', () => {
    expect(lastDay('2024-02')).toBe('2024-02-29');
    expect(lastDay('2026-02')).toBe('2026-02-28');
    expect(lastDay('2026-12')).toBe('2026-12-31');
  });
});

describe('any period', () => {
  it.each(['2026-13', '2026-00', '2026-W00', '2026-W54', '2026-1', '2026', '', '2026-10-31'])(
    'refuses %j',
    (text) => {
      expect(() => periodOrdinal(text)).toThrow(RangeError);
      expect(() => grainOf(text)).toThrow(RangeError);
    },
  );

  it('reads its ordinal back', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, (day, grain) => {
        const period = periodOf(day, grain);
        expect(grainOf(period)).toBe(grain);
        expect(periodFromOrdinal(periodOrdinal(period), grain)).toBe(period);
      }),
    );
  });

  it('holds the day it was made from, and touches its neighbours', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, (day, grain) => {
        const period = periodOf(day, grain);
        expect(firstDay(period) <= day && day <= lastDay(period)).toBe(true);
        expect(firstDay(addPeriods(period, 1))).toBe(addDays(lastDay(period), 1));
        if (grain === 'week') {
          expect(weekday(firstDay(period))).toBe(1);
          expect(daysBetween(firstDay(period), lastDay(period))).toBe(6);
        }
      }),
    );
  });

  it('moves by what it is told, and ranges count both ends', () => {
    fc.assert(
      fc.property(anyDay, anyGrain, fc.integer({ min: 0, max: 200 }), (day, grain, count) => {
        const period = periodOf(day, grain);
        const later = addPeriods(period, count);
        expect(addPeriods(later, -count)).toBe(period);
        const range = periodRange(period, later);
        expect(range).toHaveLength(count + 1);
        expect(range[0]).toBe(period);
        expect(range.at(-1)).toBe(later);
      }),
    );
  });

  it('has an empty range when the end is before the start', () => {
    expect(periodRange('2026-10', '2026-08')).toEqual([]);
    expect(periodRange('2026-W10', '2026-W09')).toEqual([]);
  });
});
