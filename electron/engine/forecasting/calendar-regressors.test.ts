import { describe, expect, it } from 'vitest';
import { calendarRegressors } from './calendar-regressors';

describe('what the calendar brings', () => {
  it('puts Easter into its month and counts working days', () => {
    // Easter: 2024-03-31, 2025-04-20, 2026-04-05. 2024-01 to 2025-12 is history, 2026-01 to 2026-04 the horizon.
    const regressors = new Map(calendarRegressors('2024-01', 24, 4, 12).map((one) => [one.name, one]));
    const easter = regressors.get('easter');
    expect([easter?.history[2], easter?.history[3], easter?.history[14], easter?.history[15]]).toEqual([
      1, 0, 0, 1,
    ]);
    expect(easter?.future).toEqual([0, 0, 0, 1]);
    // January 2024 has 23 Mondays to Fridays, February 21; April 2026 has 22.
    expect(regressors.get('working_days')?.history.slice(0, 2)).toEqual([23, 21]);
    expect(regressors.get('working_days')?.future[3]).toBe(22);
  });

  it('leaves out of months what every year repeats, and keeps weekends that cross into the next', () => {
    const names = calendarRegressors('2022-01', 36, 12, 12).map(({ name }) => name);
    // Labor Day 2022 is September 5 (weekend 3-4), 2023 the 4th (2-3), 2024 the 2nd: August 31 and September 1.
    // Thanksgiving 2024 is November 28, the Sunday after it December 1.
    expect(names.sort()).toEqual(['easter', 'labor_weekend', 'thanksgiving_weekend', 'working_days']);
  });

  it('keeps of weeks all that came twice', () => {
    // 2024-W01 begins on January 1; two years hold two of each holiday.
    const regressors = calendarRegressors('2024-W01', 104, 4, 52);
    const thanksgiving = regressors.find(({ name }) => name === 'thanksgiving');
    // November 28, 2024 is in week 48; November 27, 2025 too: the 48th and the 100th.
    expect(thanksgiving?.history.flatMap((days, index) => (days > 0 ? [index] : []))).toEqual([47, 99]);
    expect(regressors.map(({ name }) => name)).not.toContain('working_days');
    expect(calendarRegressors('2024-W01', 40, 4, 52).map(({ name }) => name)).not.toContain('thanksgiving');
  });

  it('is nothing for a series without dates', () => {
    expect(calendarRegressors('0001-01', 36, 12, 12)).toEqual([]);
  });
});
