import type { Figure } from '@shared/contract/primitives';
import { describe, expect, it } from 'vitest';
import { describeMonth, describePace, describeSellingDays } from './month-under-way';

const figure = (value: number | null): Figure => ({
  value,
  unit: 'units',
  sampleSize: 40,
  windowDays: 11,
  dateField: null,
  population: 'new deals',
  note: null,
});
const month = {
  monthToDate: figure(40),
  monthPace: figure(104),
  monthUnderWay: { month: '2026-10', sellingDaysSoFar: 10, sellingDays: 26, unitsYearBefore: 106 },
};

describe('a month under way', () => {
  it('says its pace, the days behind it, and last year', () => {
    expect(describeMonth(month).lines).toEqual(['40 in Oct, pace 104']);
    expect(describePace(month).lines).toEqual(['on pace for 104', '106 in Oct 2025']);
    expect(describeSellingDays(month.monthUnderWay)).toBe('10 of 26 selling days');
    expect(describePace(month).more).toBe(
      'Oct 2026: 40 sold, on pace for 104 after 10 of 26 selling days; Oct 2025 ended with 106',
    );
  });

  it('compares with nothing before there was data', () => {
    const first = { ...month, monthUnderWay: { ...month.monthUnderWay, unitsYearBefore: null } };
    expect(describePace(first).lines).toEqual(['on pace for 104']);
    expect(describePace(first).more).not.toContain('2025');
  });
});
