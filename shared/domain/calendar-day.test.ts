import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, daysBetween, isCalendarDay, weekday } from './calendar-day';

/** 1900-01-01 to 2199-12-31. */
const anyDayNumber = fc.integer({ min: -25_567, max: 84_005 });

describe('dayNumber', () => {
  it('counts from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    // 2000-03-01: 30 years of 365, leap days of 72 76 80 84 88 92 96 and 2000, then January and February.
    expect(dayNumber('2000-03-01')).toBe(30 * 365 + 8 + 31 + 28);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '',
    '2026-04-01T00:00',
  ])('refuses %j', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
    expect(isCalendarDay(text)).toBe(false);
  });

  it('knows leap years by the century rule', () => {
    expect(isCalendarDay('2024-02-29')).toBe(true);
    expect(isCalendarDay('2000-02-29')).toBe(true);
    expect(isCalendarDay('1900-02-29')).toBe(false);
  });

  it('and dayFromNumber undo each other', () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });

  it('orders days as their text does', () => {
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (first, second) => {
        expect(dayFromNumber(first) < dayFromNumber(second)).toBe(first < second);
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it('cross month, year and leap day', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
    expect(daysBetween('2026-10-31', '2026-10-01')).toBe(-30);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(anyDayNumber, fc.integer({ min: -5_000, max: 5_000 }), (number, days) => {
        const day = dayFromNumber(number);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

describe('weekday', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-28', 0],
    ['2026-10-31', 6],
    ['2024-02-29', 4],
  ])('of %s is %i (0 is Sunday)', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  it('moves on by one each day', () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => {
        expect(weekday(dayFromNumber(number + 1))).toBe((weekday(dayFromNumber(number)) + 1) % 7);
      }),
    );
  });
});
