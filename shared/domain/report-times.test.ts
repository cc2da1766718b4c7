import { describe, expect, it } from 'vitest';
import { readTime, writeTime, writeTimes } from './report-times';

describe('when a report is written, in words', () => {
  it('names the day and the time', () => {
    expect(writeTimes({ cadence: 'weekly', weekday: 1, minuteOfDay: 450 })).toBe('Every Monday at 07:30');
    expect(writeTimes({ cadence: 'daily', weekday: null, minuteOfDay: 0 })).toBe('Every day at 00:00');
    expect(writeTimes({ cadence: 'after_import', weekday: null, minuteOfDay: 0 })).toBe('After each import');
  });

  it('reads a time of day back, and nothing else', () => {
    for (const minute of [0, 59, 60, 450, 1439]) expect(readTime(writeTime(minute))).toBe(minute);
    expect(readTime('24:00')).toBeNull();
    expect(readTime('')).toBeNull();
  });
});
