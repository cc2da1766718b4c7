import { addDays, weekday } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { measureSellingDays, sellingWeight, sellingWeightOf } from './selling-days';

/** Closed on Sundays and at Christmas; twelve on Saturdays, six on other days. */
const daily = Array.from({ length: 730 }, (_, step) => {
  const day = addDays('2024-01-01', step);
  const units = [0, 6, 6, 6, 6, 6, 12][weekday(day)] ?? 0;
  return { day, units: day.endsWith('12-25') ? 0 : units };
}).filter(({ units }) => units > 0);

describe('selling days', () => {
  const profile = measureSellingDays(daily);

  it('find the closed day and the busy one', () => {
    // Six a day on the mean: 104 Sundays without a sale leave 5 / (6 x 104 + 5) of a day, about 1 %.
    expect(profile.weekdays[0]).toBeLessThan(0.02);
    expect(profile.weekdays[6]).toBeGreaterThan(1.9);
    expect(profile.weekdays.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(7, 9);
  });

  it('see what a holiday does, as far as it was lived through', () => {
    // Two Christmases on weekdays of six: (0 + 5) / (12 + 5).
    expect(profile.holidays.christmas).toBeCloseTo(5 / 17, 1);
    expect(measureSellingDays(daily.slice(0, 30)).holidays.christmas).toBeUndefined();
  });

  it('weigh a month by its days', () => {
    // August 2026 has five Saturdays and five Sundays, February 2026 four of each and 20 other days.
    const february = sellingWeightOf('2026-02', profile);
    expect(sellingWeightOf('2026-08', profile) / february).toBeGreaterThan(1.05);
    const parts =
      sellingWeight('2026-02-01', '2026-02-10', profile) + sellingWeight('2026-02-11', '2026-02-28', profile);
    expect(parts).toBeCloseTo(february, 9);
  });

  it('take every day alike where nothing is known', () => {
    const blank = measureSellingDays([]);
    expect(sellingWeight('2026-06-01', '2026-06-07', blank)).toBe(7);
  });
});
