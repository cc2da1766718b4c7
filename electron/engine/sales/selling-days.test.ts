import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthPace, sellingDays, sellingDaysOfMonth } from './selling-days';

const SUNDAYS = { closedWeekdays: [0], closedDays: [] };

describe('selling days', () => {
  it('leaves out closed weekdays and single days, each once', () => {
    // October 2026 begins on a Thursday: 31 days, Sundays 4, 11, 18, 25. A closed Sunday is closed already.
    expect(sellingDaysOfMonth('2026-10-31', SUNDAYS)).toEqual({ soFar: 27, all: 27 });
    const closed = { closedWeekdays: [0], closedDays: ['2026-10-11', '2026-10-12'] };
    // To the 15th: 15 days less Sundays 4 and 11 and Monday 12.
    expect(sellingDaysOfMonth('2026-10-15', closed)).toEqual({ soFar: 12, all: 26 });
  });

  it('counts both ends, and nothing backwards', () => {
    expect(sellingDays('2026-10-05', '2026-10-05', SUNDAYS)).toBe(1);
    expect(sellingDays('2026-10-04', '2026-10-04', SUNDAYS)).toBe(0);
    expect(sellingDays('2026-10-06', '2026-10-05', SUNDAYS)).toBe(0);
  });

  it('is never more than the days there are, and adds up over a split', () => {
    const days = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (closedWeekdays, split) => {
        const closed = { closedWeekdays, closedDays: ['2026-10-20'] };
        const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}`;
        const all = sellingDays(at(1), at(31), closed);
        expect(all).toBeLessThanOrEqual(30);
        expect(sellingDays(at(1), at(split), closed) + sellingDays(at(split + 1), at(31), closed)).toBe(all);
      }),
    );
  });
});

describe('the pace of a month', () => {
  it('carries the selling days so far on to the whole month', () => {
    // 40 / 10 x 26.
    expect(monthPace(40, { soFar: 10, all: 26 })).toBe(104);
    expect(monthPace(81, { soFar: 27, all: 27 })).toBe(81);
    expect(monthPace(0, { soFar: 0, all: 26 })).toBeNull();
  });
});
