import { addDays, weekday } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { seasonFactors } from './season-factors';
import { seasonSource } from './season-source';
import { holidayOf } from './us-holidays';

const car = {
  make: 'Ford',
  model: 'F-150',
  trim: null,
  body: null,
  drivetrain: null,
  engine: null,
  package: null,
};
/** Three years of two a day but on Sundays; six on each day of the weekends before Memorial and Labor Day. */
const sales = Array.from({ length: 1096 }, (_, step) => addDays('2023-01-01', step)).flatMap((soldOn) => {
  const units = holidayOf(soldOn)?.endsWith('_weekend') ? 6 : weekday(soldOn) === 0 ? 0 : 2;
  return units > 0 ? [{ ...car, soldOn, units }] : [];
});
const rows = { sales, firstSoldOn: '2023-01-01', lastSoldOn: '2025-12-31' };
const window = {
  grain: 'week' as const,
  first: '2023-W01',
  last: '2025-W52',
  asOf: '2025-12-31',
  salesUntil: '2025-12-31',
};

describe('the calendar that series borrow', () => {
  const source = seasonSource(rows, window, 53);

  it('moves a sale weekend to the week in which it falls', () => {
    const factors = source && seasonFactors(source.season, '2023-W01', 156, 53);
    const weekOf2026 = (week: number) => factors?.[156 + week - 1] ?? Number.NaN;
    // Memorial Day is May 25, 2026, a Monday: its weekend ends week 21. Labor Day is September 7: week 36.
    for (const week of [21, 36]) {
      expect(weekOf2026(week) / weekOf2026(week - 1)).toBeGreaterThan(1.3);
      expect(weekOf2026(week) / weekOf2026(week + 1)).toBeGreaterThan(1.3);
    }
    expect(weekOf2026(20) / weekOf2026(28)).toBeGreaterThan(0.85);
    expect(weekOf2026(20) / weekOf2026(28)).toBeLessThan(1.15);
  });

  it('does not change within a month', () => {
    const later = {
      ...rows,
      sales: [...sales, { ...car, soldOn: '2026-01-10', units: 40 }],
      lastSoldOn: '2026-01-10',
    };
    const within = seasonSource(later, { ...window, asOf: '2026-01-10', salesUntil: '2026-01-10' }, 53);
    expect(within?.season).toEqual(source?.season);
  });
});
