import { dayNumber } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { dayKind, lifeFactor, seasonFactor } from './demand';
import type { Season } from './vehicle-spec';

const SEASONS: Season[] = ['truck', 'suv', 'car', 'sports'];

describe('demand', () => {
  it.each(SEASONS)('spreads a year of %s customers without adding any', (season) => {
    const months = Array.from({ length: 12 }, (_, index) => seasonFactor(season, index + 1));
    const mean = months.reduce((sum, factor) => sum + factor, 0) / 12;
    expect(Math.abs(mean - 1)).toBeLessThan(0.01);
    expect(Math.min(...months)).toBe(months[0]);
  });

  it('closes on Sundays and holidays and is busiest on the last Saturday of a month', () => {
    expect(dayKind(dayNumber('2026-10-25')).open).toBe(false);
    expect(dayKind(dayNumber('2025-12-25')).open).toBe(false);
    expect(dayKind(dayNumber('2026-10-31'))).toMatchObject({ year: 2026, month: 10, weekday: 6, open: true });
    expect(dayKind(dayNumber('2026-10-31')).traffic).toBeGreaterThan(
      dayKind(dayNumber('2026-10-24')).traffic,
    );
  });

  it('keeps a year of traffic near one a day', () => {
    const start = dayNumber('2025-01-01');
    const traffic = Array.from({ length: 365 }, (_, index) => dayKind(start + index).traffic);
    expect(traffic.reduce((sum, value) => sum + value, 0) / 365).toBeCloseTo(1, 1);
  });

  it('starts a launched build at nothing and brings it to full demand', () => {
    expect(lifeFactor(12, undefined)).toBe(1);
    expect(lifeFactor(12, 12)).toBe(0);
    // 3.5 months after the launch, half of the ramp: 0.35 + 0.65 / 2.
    expect(lifeFactor(8.5, 12)).toBeCloseTo(0.675, 10);
    expect(lifeFactor(2, 12)).toBe(1);
  });
});
