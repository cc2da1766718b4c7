import { describe, expect, it } from 'vitest';
import { nextRun, retryAt } from './next-run';

// 2026-11-23 is a Monday.
const monday = (hour: number, minute = 0) => new Date(2026, 10, 23, hour, minute);

describe('when a scheduled report is due', () => {
  it('is the next such time of day, never the present moment', () => {
    const at = { cadence: 'daily', weekday: null, minuteOfDay: 6 * 60 + 30 } as const;
    expect(nextRun(at, monday(5))).toEqual(monday(6, 30));
    expect(nextRun(at, monday(6, 30))).toEqual(new Date(2026, 10, 24, 6, 30));
  });

  it('is the next such weekday', () => {
    const at = { cadence: 'weekly', weekday: 1, minuteOfDay: 480 } as const;
    expect(nextRun(at, monday(7))).toEqual(monday(8));
    expect(nextRun(at, monday(9))).toEqual(new Date(2026, 10, 30, 8));
    expect(nextRun({ ...at, weekday: 0 }, monday(9))).toEqual(new Date(2026, 10, 29, 8));
  });

  it('waits for an import where that is what it follows', () => {
    expect(nextRun({ cadence: 'after_import', weekday: null, minuteOfDay: 0 }, monday(9))).toBeNull();
  });

  it('tries again ever later, and at least every six hours', () => {
    const minutes = (failures: number) =>
      (retryAt(failures, monday(9)).getTime() - monday(9).getTime()) / 60_000;
    expect([1, 2, 3, 7, 20].map(minutes)).toEqual([5, 10, 20, 320, 360]);
  });
});
