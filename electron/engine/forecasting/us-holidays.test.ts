import { describe, expect, it } from 'vitest';
import { easterSunday, holidayOf } from './us-holidays';

describe('holidays', () => {
  it('fall on their days', () => {
    // The calendar of 2026: Thanksgiving is the fourth Thursday of November, the 26th.
    expect(holidayOf('2026-11-26')).toBe('thanksgiving');
    expect(holidayOf('2026-11-27')).toBe('black_friday');
    expect(holidayOf('2026-11-19')).toBeNull();
    expect(holidayOf('2026-02-16')).toBe('presidents_day');
    expect(holidayOf('2026-05-25')).toBe('memorial_day');
    expect(holidayOf('2026-09-07')).toBe('labor_day');
    expect(holidayOf('2026-07-04')).toBe('independence_day');
    expect(holidayOf('2026-12-25')).toBe('christmas');
    expect(holidayOf('2026-06-09')).toBeNull();
  });

  it('stretch over the weekends of sales and the last days of the year', () => {
    // Memorial Day 2026 is Monday, May 25; Labor Day September 7; Thanksgiving November 26.
    expect(['2026-05-23', '2026-05-24'].map(holidayOf)).toEqual(['memorial_weekend', 'memorial_weekend']);
    expect(['2026-05-16', '2026-05-22'].map(holidayOf)).toEqual([null, null]);
    expect(['2026-09-05', '2026-02-15'].map(holidayOf)).toEqual(['labor_weekend', 'presidents_weekend']);
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map(holidayOf)).toEqual([
      'thanksgiving_weekend',
      'thanksgiving_weekend',
      null,
    ]);
    expect(['2026-12-26', '2026-12-30', '2026-12-31'].map(holidayOf)).toEqual([
      'year_end',
      'year_end',
      'new_years_eve',
    ]);
  });

  it('know Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
  });
});
