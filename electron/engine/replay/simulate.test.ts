import { describe, expect, it } from 'vitest';
import { measureRun } from './measure-run';
import { replaceWhatSold } from './policies/replace-what-sold';
import { sixtyDaysSupply } from './policies/sixty-days-supply';
import { simulate } from './simulate';
import { chanceOf, policyOf, smallWorld, soldUnit } from './small-world.fixture';
import type { LotView } from './types';

const nothing = policyOf(() => [0, 0]);

describe('one life of a store', () => {
  it('sells the oldest unit to who wants it and loses who finds none', () => {
    const run = simulate(
      smallWorld,
      chanceOf([
        [15, 0],
        [16, 0],
        [20, 1],
      ]),
      nothing,
    );
    expect(run.units.map(({ build, soldDay }) => [build, soldDay])).toEqual([
      [0, 15],
      [1, 20],
    ]);
    expect(run.lostSales).toBe(1);
  });

  it('lets those who would take another build of the model do so', () => {
    const half = { ...smallWorld, settings: { ...smallWorld.settings, substitutionShare: 0.6 } };
    const run = simulate(
      half,
      chanceOf([
        [15, 0],
        [16, 0],
        [20, 1],
      ]),
      nothing,
    );
    expect(run.units.map(({ build, soldDay }) => [build, soldDay])).toEqual([
      [0, 15],
      [1, 16],
    ]);
    expect(run.lostSales).toBe(1);
  });

  it('receives an order after its lead time, on the morning of the day', () => {
    const once = policyOf(({ cycle }) => (cycle === 0 ? [1, 0] : [0, 0]));
    // Ordered on day 10, here on day 30: the customer of day 29 is lost, that of day 30 is served.
    const run = simulate(
      smallWorld,
      chanceOf([
        [12, 0],
        [29, 0],
        [30, 0],
      ]),
      once,
    );
    expect(run.lostSales).toBe(1);
    expect(
      run.units.map(({ orderedDay, receivedDay, soldDay }) => [orderedDay, receivedDay, soldDay]),
    ).toEqual([
      [null, 0, 12],
      [null, 0, null],
      [10, 30, 30],
    ]);
  });

  it('orders once in a review period and shows what is known that morning', () => {
    const views: LotView[] = [];
    const watching = policyOf((view) => {
      views.push({ ...view, units: [...view.units] });
      return [1, 0];
    });
    simulate(
      smallWorld,
      chanceOf([
        [15, 0],
        [40, 1],
      ]),
      watching,
    );
    expect(views.map(({ day, cycle }) => [day, cycle])).toEqual([
      [10, 0],
      [40, 1],
    ]);
    // On day 40 the unit ordered on day 10 has come, and the customer of that day has not.
    expect(views[1]?.onHand).toEqual([1, 1]);
    expect(views[1]?.units).toHaveLength(3);
  });

  it('cuts an order that breaks a limit, the longest wish first', () => {
    const two = { ...smallWorld, allocation: [{ make: 'Aster', group: 'One', models: ['One'], units: 2 }] };
    const run = simulate(
      two,
      chanceOf([]),
      policyOf(({ cycle }) => (cycle === 0 ? [3, 1] : [0, 0])),
    );
    expect(run.orderedUnits).toBe(2);
    expect(run.units.filter(({ receivedDay }) => receivedDay === 30).map(({ build }) => build)).toEqual([
      0, 0,
    ]);
  });
});

describe('what a life comes to', () => {
  it('takes the cost of all days and the erosion of what still stands from the gross', () => {
    // Build 0 sold on day 60, aged 60: gross 3,000 - 20 days beyond 40 x $10 = 2,800. It stood 50 of the replayed days:
    // interest 50 x 10 = 500, other 50 x 5 = 250. Build 1 stands to the end, day 70: interest 600, other 300, and 30
    // days beyond 40 are 300 of erosion. Net 2,800 - 1,100 - 550 - 300 = 850.
    const measures = measureRun(smallWorld, simulate(smallWorld, chanceOf([[60, 0]]), nothing));
    expect(measures).toMatchObject({
      grossCents: 280_000,
      interestCents: 110_000,
      otherHoldingCents: 55_000,
      netGrossCents: 85_000,
      soldUnits: 1,
      // Both passed 50 days.
      agedUnits: 2,
    });
    // 50 + 60 unit days over 60 days; one sale in 60 days is 6.083 a year.
    expect(measures.meanStock).toBeCloseTo(110 / 60, 12);
    expect(measures.turn).toBeCloseTo(365 / 60 / (110 / 60), 12);
  });

  it('begins interest after the free days', () => {
    const free = { ...smallWorld, settings: { ...smallWorld.settings, floorPlanFreeDays: 30 } };
    // Day 10 to 60 at ages 10 to 60, 30 of them beyond the free days, and 10 to 70 with 40 of them: 70 x $10.
    expect(measureRun(free, simulate(free, chanceOf([[60, 0]]), nothing)).interestCents).toBe(70_000);
  });
});

describe('rules of thumb', () => {
  const view = (units: LotView['units'], onHand: number[]): LotView => ({
    day: 100,
    cycle: 3,
    units,
    onHand,
    pipeline: [],
    places: null,
  });

  it('replaces what sold since the last order', () => {
    const units = [soldUnit(0, 0, 69), soldUnit(0, 0, 70), soldUnit(1, 0, 99), soldUnit(1, 0, 100)];
    expect(replaceWhatSold(smallWorld).order(view(units, [0, 0]))).toEqual([1, 1]);
  });

  it("keeps 60 days' supply of the model when the order arrives, by the mix of what sold", () => {
    // Nine sold in 90 days: 0.1 a day over 20 + 60 days is a target of 8; 2 are there, so 6 are missing. Two thirds of
    // the sales were of build 0: its target is 5.33 and build 1's 2.67.
    const units = [
      ...Array.from({ length: 6 }, () => soldUnit(0, 0, 50)),
      ...Array.from({ length: 3 }, () => soldUnit(1, 0, 50)),
    ];
    expect(sixtyDaysSupply(smallWorld).order(view(units, [2, 0]))).toEqual([3, 3]);
  });
});
