import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraUnits, type MarginalValueInput } from './marginal-values';
import { leftoverDistribution } from './stock-run-down';

describe('leftoverDistribution', () => {
  it('takes demand from stock', () => {
    // One unit, demand of mean 0.7 before the order arrives: still there with probability exp(-0.7).
    const left = leftoverDistribution({ onHand: 1, arrivalsInDays: [] }, 7, (days) => days * 0.1);
    expect(left).toEqual([expect.closeTo(1 - Math.exp(-0.7), 12), expect.closeTo(Math.exp(-0.7), 12)]);
  });

  it('loses demand that finds no stock instead of charging it to later arrivals', () => {
    // Plenty of buyers in two weeks but nothing to sell; the unit that comes on day 14 is still there.
    const left = leftoverDistribution({ onHand: 0, arrivalsInDays: [14] }, 14, (days) => days);
    expect(left).toEqual([0, 1]);
  });

  it('counts units that come after the order as there', () => {
    expect(leftoverDistribution({ onHand: 0, arrivalsInDays: [20, 30] }, 10, () => 0)).toEqual([0, 0, 1]);
  });

  it('stays a distribution', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (onHand, arrivalsInDays, perDay) => {
          const left = leftoverDistribution({ onHand, arrivalsInDays }, 60, (days) => days * perDay);
          expect(left.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
          expect(left).toHaveLength(onHand + arrivalsInDays.length + 1);
        },
      ),
    );
  });
});

const steady: MarginalValueInput = {
  position: { onHand: 0, arrivalsInDays: [] },
  window: { leadDays: 60, reviewDays: 30 },
  demandBy: (days) => days * 0.1,
  dispersion: 0,
  economics: {
    grossCents: 200_000,
    frontGrossCents: null,
    backGrossCents: null,
    grossSampleSize: 10,
    unitCostCents: 4_000_000,
    interestPerDayCents: 0,
    freeDays: 0,
    otherPerDayCents: 1000,
    erosionPerDayCents: 0,
    targetDays: 60,
  },
  saleWorthCents: 200_000,
};

describe('extraUnits', () => {
  it('values the first unit of a build that sells every ten days', () => {
    const [first] = extraUnits(steady, 1);
    // Sold within 30 days of arrival: 1 - exp(-3) = 0.950213.
    expect(first?.sellProbability).toBeCloseTo(0.950213, 6);
    // Mean wait of 10 days; trapezoids of 5 days make it 5 x (1/2 + r / (1 - r)) = 10.207, r = exp(-0.5), plus
    // under 0.01 for the wider steps of the tail.
    expect(first?.expectedDays).toBeCloseTo(10.21, 2);
    // Days in the first 30, by trapezoids of 5: 5 x (1/2 + r + r^2 + ... + r^5 + r^6 / 2) = 9.6993. What comes later
    // earns more than it costs and is not counted: 0.950213 x $2,000 - 9.6993 x $10 = 1,900.43 - 96.99.
    expect(first?.valueCents).toBe(180_343);
  });

  it('orders a build that sells every second month, for each unit earns its keep', () => {
    // $2,000 against 60 days x $25: profitable, though it sells within the first 30 days in only 39 of 100 cases.
    const everySecondMonth = {
      ...steady,
      demandBy: (days: number) => days / 60,
      economics: { ...steady.economics, otherPerDayCents: 2500 },
    };
    // u(30) = exp(-0.5) = 0.60653. Days in the first 30: 60 x 0.39347 = 23.61 (trapezoids: 23.62).
    // 0.39347 x 2,000 - 23.62 x 25 = 786.94 - 590.5.
    const [first, second] = extraUnits(everySecondMonth, 2);
    expect(first?.valueCents).toBeGreaterThan(19_600);
    expect(first?.valueCents).toBeLessThan(19_700);
    expect(second?.valueCents).toBeLessThan(0);
  });

  it('charges a unit that nobody wants for its whole year', () => {
    const [first] = extraUnits({ ...steady, demandBy: () => 0 }, 1);
    expect(first).toMatchObject({ valueCents: -360_000, sellProbability: 0, expectedDays: 360 });
  });

  it('charges half the days of the next period for a unit that may be left over behind another', () => {
    const [, second] = extraUnits({ ...steady, demandBy: () => 0 }, 2);
    // A year of 360 days at $10 and half of 30 days at $10.
    expect(second?.valueCents).toBe(-375_000);
  });

  it('lets stock that will be left stand in front of the order', () => {
    const behindTwo = { ...steady, demandBy: (days: number) => Math.max(0, days - 60) * 0.1 };
    const alone = extraUnits(behindTwo, 3).map((unit) => unit.valueCents);
    const behind = extraUnits({ ...behindTwo, position: { onHand: 2, arrivalsInDays: [] } }, 1);
    expect(behind[0]?.valueCents).toBe(alone[2]);
  });

  it('does not order for buyers who are gone by the time the order comes', () => {
    // Six buyers before arrival, three after: with an empty lot the fifth unit has little to hope for.
    const units = extraUnits(steady, 6);
    // P(Poisson(3) >= 5) = 0.1847
    expect(units[4]?.sellProbability).toBeCloseTo(0.1847, 4);
  });

  it('never rises with another unit, whatever the gross', () => {
    fc.assert(
      fc.property(arbitraryInput(), (input) => {
        const values = extraUnits(input, 8).map((unit) => unit.valueCents);
        for (let k = 1; k < values.length; k++) {
          expect(values[k]).toBeLessThanOrEqual(values[k - 1] ?? 0);
        }
      }),
    );
  });

  it('never gains from a unit more in stock while it earns anything', () => {
    fc.assert(
      fc.property(arbitraryInput(), (input) => {
        const earning = {
          ...input,
          saleWorthCents: Math.abs(input.saleWorthCents),
        };
        const { position } = earning;
        const fuller = { ...earning, position: { ...position, onHand: position.onHand + 1 } };
        const before = extraUnits(earning, 4);
        extraUnits(fuller, 4).forEach((unit, index) => {
          expect(unit.valueCents).toBeLessThanOrEqual((before[index]?.valueCents ?? 0) + 1);
        });
      }),
    );
  });
});

function arbitraryInput(): fc.Arbitrary<MarginalValueInput> {
  return fc
    .record({
      onHand: fc.integer({ min: 0, max: 6 }),
      arrivalsInDays: fc.array(fc.integer({ min: 0, max: 89 }), { maxLength: 4 }),
      perMonth: fc.double({ min: 0, max: 4, noNaN: true }),
      dispersion: fc.double({ min: 0, max: 3, noNaN: true }),
      grossCents: fc.integer({ min: -100_000, max: 500_000 }),
      reviewDays: fc.integer({ min: 7, max: 60 }),
      erosionPerDayCents: fc.integer({ min: 0, max: 1000 }),
    })
    .map((one) => ({
      position: { onHand: one.onHand, arrivalsInDays: one.arrivalsInDays },
      window: { leadDays: 60, reviewDays: one.reviewDays },
      demandBy: (days: number) => (days * one.perMonth) / 30,
      dispersion: one.dispersion,
      economics: {
        grossCents: one.grossCents,
        frontGrossCents: null,
        backGrossCents: null,
        grossSampleSize: 5,
        unitCostCents: 4_500_000,
        interestPerDayCents: 900,
        freeDays: 15,
        otherPerDayCents: 1500,
        erosionPerDayCents: one.erosionPerDayCents,
        targetDays: 60,
      },
      saleWorthCents: one.grossCents,
    }));
}
