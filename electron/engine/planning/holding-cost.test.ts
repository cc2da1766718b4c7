import { describe, expect, it } from 'vitest';
import { costOfDays, interestPerDayCents } from './holding-cost';

describe('holding cost', () => {
  it('is cost times rate over the days of the lender year', () => {
    // $20,000 x 6 % / 365 = $3.2877 a day; over 360 days $3.3333.
    expect(interestPerDayCents(2_000_000, { floorPlanAnnualRate: 0.06, daysInYear: 365 })).toBeCloseTo(
      328.767,
      3,
    );
    expect(interestPerDayCents(2_000_000, { floorPlanAnnualRate: 0.06, daysInYear: 360 })).toBeCloseTo(
      333.333,
      3,
    );
  });

  it('charges interest after the free days and erosion after the target', () => {
    const costs = {
      interestPerDayCents: 500,
      freeDays: 30,
      otherPerDayCents: 1000,
      erosionPerDayCents: 200,
      targetDays: 45,
    };
    // 60 days x $10 + 30 x $5 + 15 x $2 = 600 + 150 + 30 dollars.
    expect(costOfDays(0, 60, costs)).toBe(78_000);
    expect(costOfDays(0, 30, costs)).toBe(30_000);
    // Days 40 to 60: 20 x $10 + 20 x $5 + 15 x $2 = 330 dollars.
    expect(costOfDays(40, 60, costs)).toBe(33_000);
  });
});
