import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { calendarFactors, calendarPower, workingDays } from './calendar-effect';

/** Demand that moves with the given power of working days, with a season and noise of up to 2 %. */
function demand(power: number): number[] {
  return Array.from({ length: 84 }, (_, month) => {
    const days = workingDays(addPeriods('2015-01', month)) / 21;
    const noise = 1 + 0.02 * ((((month * 37) % 17) - 8) / 8);
    return 200 * days ** power * (1 + 0.2 * Math.sin((month * Math.PI) / 6)) * noise;
  });
}

describe('the effect of working days', () => {
  it('counts Mondays to Fridays', () => {
    // February 2026 is four weeks; November 2026 begins on a Sunday and has 30 days, the 29th a Sunday as well.
    expect(['2026-02', '2026-11', '2026-07', '2026-08'].map(workingDays)).toEqual([20, 21, 23, 21]);
  });

  it('finds the power of demand, and none where there is none', () => {
    expect(calendarPower(demand(1), '2015-01', 12)).toBeCloseTo(1, 1);
    expect(calendarPower(demand(0), '2015-01', 12)).toBeLessThan(0.1);
  });

  it('believes in no fewer sales on more days', () => {
    expect(calendarPower(demand(-1), '2015-01', 12)).toBe(0);
  });

  it('tells nothing from weeks, short histories, months without sales and dates that are none', () => {
    expect(calendarPower(demand(1), '2015-W01', 52)).toBe(0);
    expect(calendarPower(demand(1).slice(0, 30), '2015-01', 12)).toBe(0);
    expect(calendarPower([...demand(1), 0], '2015-01', 12)).toBe(0);
    expect(calendarPower(demand(1), '0001-01', 12)).toBe(0);
  });

  it('divides by the power of days relative to a mean month', () => {
    // February 2026 has 20 working days, March 22: (20 / 21.75)^2 and (22 / 21.75)^2.
    const [february = 0, march = 0] = calendarFactors(2, '2026-02', 2);
    expect(february).toBeCloseTo((20 / 21.75) ** 2, 12);
    expect(march).toBeCloseTo((22 / 21.75) ** 2, 12);
  });
});
