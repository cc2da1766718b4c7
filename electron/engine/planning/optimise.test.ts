import { AppError } from '@shared/contract/errors';
import * as fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { conflictingLimits } from './conflicting-limits';
import { loadHighs } from './load-highs';
import { solveOrder } from './optimise';
import {
  isWithin,
  type LimitRow,
  type OrderProblem,
  objectiveCents,
  tiltedValuesCents,
} from './order-problem';
import { relaxedOrder } from './relaxed-order';
import { shadowPrices } from './shadow-prices';

let solver: Highs;
beforeAll(async () => {
  solver = await loadHighs();
});

const row = (id: string, coefficients: number[], bounds: { upper?: number; lower?: number }): LimitRow => ({
  id,
  label: id,
  coefficients,
  upper: bounds.upper ?? null,
  lower: bounds.lower ?? null,
  step: id === 'budget' ? 1_000_000 : 1,
});

/** Three builds; worth of their next units in cents. */
const builds = [
  { key: 'a', score: null, valuesCents: [300_000, 120_000, -20_000] },
  { key: 'b', score: null, valuesCents: [250_000, 240_000, 90_000] },
  { key: 'c', score: null, valuesCents: [100_000, 60_000] },
];
const everyBuild = [1, 1, 1];

describe('solveOrder', () => {
  it('orders every unit worth more than nothing when nothing limits it', () => {
    const { quantities, objectiveCents: total } = solveOrder({ builds, rows: [], tilt: 0 }, solver);
    expect(quantities).toEqual([2, 3, 2]);
    // 300 + 120 + 250 + 240 + 90 + 100 + 60 = 1,160 hundred... in cents 1,160,000.
    expect(total).toBe(1_160_000);
  });

  it('takes the best units that fit the places', () => {
    const rows = [row('places', everyBuild, { upper: 4 })];
    // Best four: 300,000 + 250,000 + 240,000 + 120,000 = 910,000.
    const best = solveOrder({ builds, rows, tilt: 0 }, solver);
    expect(best).toMatchObject({ quantities: [2, 2, 0], objectiveCents: 910_000, gap: 0, status: 'optimal' });
    // A fifth place would hold c's first unit.
    expect(shadowPrices({ builds, rows, tilt: 0 }, best, solver)).toEqual([{ id: 'places', cents: 100_000 }]);
  });

  it('packs a budget exactly where taking the best first would not', () => {
    // $100,000: the best unit costs $60,000 and leaves room for nothing; the other two fill it for more.
    const problem: OrderProblem = {
      builds: [
        { key: 'big', score: null, valuesCents: [300_000] },
        { key: 'left', score: null, valuesCents: [200_000] },
        { key: 'right', score: null, valuesCents: [180_000] },
      ],
      rows: [row('budget', [6_000_000, 5_000_000, 5_000_000], { upper: 10_000_000 })],
      tilt: 0,
    };
    const best = solveOrder(problem, solver);
    expect(best).toMatchObject({ quantities: [0, 1, 1], objectiveCents: 380_000 });
    // With $10,000 more the big one (6) and one of the others (5) fit: 300,000 + 200,000.
    expect(shadowPrices(problem, best, solver)).toEqual([{ id: 'budget', cents: 120_000 }]);
  });

  it('keeps to the cent of a budget', () => {
    const problem: OrderProblem = {
      builds: [{ key: 'a', score: null, valuesCents: [10_000, 10_000] }],
      rows: [row('budget', [4_000_001], { upper: 8_000_001 })],
      tilt: 0,
    };
    expect(solveOrder(problem, solver).quantities).toEqual([1]);
  });

  it('orders at a loss only what a minimum requires', () => {
    const rows = [row('at least three of a', [1, 0, 0], { lower: 3 })];
    expect(solveOrder({ builds, rows, tilt: 0 }, solver)).toMatchObject({
      quantities: [3, 3, 2],
      objectiveCents: 1_140_000,
    });
  });

  it('names the limits that conflict and leaves out the ones that do not', () => {
    const rows = [
      row('places', everyBuild, { upper: 50 }),
      row('blocked a', [1, 0, 0], { upper: 0 }),
      row('at least one a', [1, 0, 0], { lower: 1 }),
      row('allocation b', [0, 1, 0], { upper: 1 }),
    ];
    const solve = () => solveOrder({ builds, rows, tilt: 0 }, solver);
    expect(solve).toThrow('No order can meet these limits together: "blocked a", "at least one a".');
    expect(solve).toThrow(AppError);
  });

  it('names the fewest limits that conflict, though another three conflict too', () => {
    const rows = [
      row('blocked a', [1, 0, 0], { upper: 0 }),
      row('at least one a', [1, 0, 0], { lower: 1 }),
      row('at least one b', [0, 1, 0], { lower: 1 }),
      row('at least one c', [0, 0, 1], { lower: 1 }),
      row('at most one of b and c', [0, 1, 1], { upper: 1 }),
    ];
    const names = conflictingLimits({ builds, rows, tilt: 0 }, solver).map((one) => one.label);
    expect(names).toEqual(['blocked a', 'at least one a']);
    expect(conflictingLimits({ builds, rows: rows.slice(1, 3), tilt: 0 }, solver)).toEqual([]);
  });

  it('orders a unit at a loss where it makes room for better ones under a share', () => {
    const problem: OrderProblem = {
      builds: [
        { key: 'wanted', score: null, valuesCents: [300_000, 200_000] },
        { key: 'required', score: null, valuesCents: [-20_000, -30_000] },
      ],
      // At least half of the order of the second kind: 50 a unit of it, -50 a unit of the other, at least 0.
      rows: [row('half', [-50, 50], { lower: 0 })],
      tilt: 0,
    };
    // Two and two: 300,000 + 200,000 - 20,000 - 30,000.
    expect(solveOrder(problem, solver)).toMatchObject({ quantities: [2, 2], objectiveCents: 450_000 });
  });

  it('lets the score move the choice, by an eighth of a unit worth at most', () => {
    const problem: OrderProblem = {
      builds: [
        { key: 'dull', score: 0, valuesCents: [110_000] },
        { key: 'keen', score: 1, valuesCents: [100_000] },
      ],
      rows: [row('places', [1, 1], { upper: 1 })],
      tilt: 0.25,
    };
    // 110,000 x 0.875 = 96,250 against 100,000 x 1.125 = 112,500.
    expect(solveOrder(problem, solver)).toMatchObject({ quantities: [0, 1], objectiveCents: 112_500 });
    expect(solveOrder({ ...problem, tilt: 0 }, solver)).toMatchObject({ quantities: [1, 0] });
  });

  it('gives equal units to the higher score, then to the build key, wherever they stand in the list', () => {
    const equal = (key: string, score: number) => ({ key, score, valuesCents: [100_000] });
    const places = (builds: OrderProblem['builds']) => ({
      builds,
      rows: [
        row(
          'places',
          builds.map(() => 1),
          { upper: 1 },
        ),
      ],
      tilt: 0,
    });
    expect(solveOrder(places([equal('a', 0.2), equal('b', 0.9)]), solver).quantities).toEqual([0, 1]);
    expect(solveOrder(places([equal('b', 0.5), equal('a', 0.5)]), solver).quantities).toEqual([0, 1]);
    expect(solveOrder(places([equal('a', 0.5), equal('b', 0.5)]), solver).quantities).toEqual([1, 0]);
  });
});

describe('solveOrder on random problems', () => {
  it('is as good as trying every order, on 200 small ones', () => {
    fc.assert(
      fc.property(problems(4, 3), (problem) => {
        const best = bruteForce(problem);
        if (best === null) {
          expect(() => solveOrder(problem, solver)).toThrow(/No order can meet/);
          return;
        }
        const { quantities, objectiveCents: found, gap } = solveOrder(problem, solver);
        expect(found).toBe(best);
        expect(objectiveCents(problem, quantities)).toBe(found);
        expect(gap).toBeLessThanOrEqual(1e-4);
        // The relaxed order is worth no less, and no more than every unit of worth together.
        const relaxed = relaxedOrder(problem, solver);
        expect(relaxed).not.toBeNull();
        expect(relaxedWorth(problem, relaxed ?? [])).toBeGreaterThanOrEqual(found - 1);
        expect(problem.rows.filter((one) => !isWithin(one, quantities))).toEqual([]);
      }),
      { numRuns: 200, seed: 20260101 },
    );
  });

  it('never breaks a limit and answers alike twice, on 20 problems of 100 builds', () => {
    fc.assert(
      fc.property(problems(100, 6), (problem) => {
        const upper = { ...problem, rows: problem.rows.filter((one) => one.lower === null) };
        const { quantities } = solveOrder(upper, solver);
        expect(upper.rows.filter((one) => !isWithin(one, quantities))).toEqual([]);
        quantities.forEach((quantity, index) => {
          expect(quantity).toBeLessThanOrEqual(upper.builds[index]?.valuesCents.length ?? 0);
        });
        expect(solveOrder(upper, solver).quantities).toEqual(quantities);
      }),
      { numRuns: 20, seed: 20260102 },
    );
  });
});

/** Problems of `count` builds with up to `depth` units each, under a budget, places, groups and a minimum. */
function problems(count: number, depth: number): fc.Arbitrary<OrderProblem> {
  const build = fc.record({
    score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    valuesCents: fc
      .array(fc.integer({ min: -50_000, max: 400_000 }), { minLength: 1, maxLength: depth })
      .map((values) => values.sort((a, b) => b - a)),
    costCents: fc.integer({ min: 2_000_000, max: 7_000_000 }),
    group: fc.integer({ min: 0, max: 2 }),
  });
  return fc
    .record({
      builds: fc.array(build, { minLength: count, maxLength: count }),
      budgetShare: fc.double({ min: 0.1, max: 1, noNaN: true }),
      placesShare: fc.double({ min: 0.1, max: 1, noNaN: true }),
      groupLimit: fc.integer({ min: 0, max: count }),
      minimum: fc.integer({ min: 0, max: 3 }),
      percent: fc.constantFrom(20, 50, 100),
      tilt: fc.constantFrom(0, 0.25),
    })
    .map(({ builds, budgetShare, placesShare, groupLimit, minimum, percent, tilt }) => {
      const costs = builds.map((one) => one.costCents);
      const all = builds.reduce((sum, one) => sum + one.valuesCents.length, 0);
      const money = builds.reduce((sum, one) => sum + one.valuesCents.length * one.costCents, 0);
      return {
        builds: builds.map((one, i) => ({ key: `k${i}`, score: one.score, valuesCents: one.valuesCents })),
        rows: [
          row('budget', costs, { upper: Math.round(money * budgetShare) }),
          row(
            'places',
            costs.map(() => 1),
            { upper: Math.round(all * placesShare) },
          ),
          row(
            'group 0',
            builds.map((one) => (one.group === 0 ? 1 : 0)),
            { upper: groupLimit },
          ),
          row(
            'minimum of group 1',
            builds.map((one) => (one.group === 1 ? 1 : 0)),
            { lower: minimum },
          ),
          // At most so many percent of the order are of group 2, in whole numbers as constraints.ts writes a share.
          row(
            'share of group 2',
            builds.map((one) => (one.group === 2 ? 100 : 0) - percent),
            { upper: 0 },
          ),
        ],
        tilt,
      };
    });
}

/** Worth of units in fractions: values fall, so whole units come first. */
function relaxedWorth(problem: OrderProblem, quantities: readonly number[]): number {
  return problem.builds.reduce((sum, build, index) => {
    const values = tiltedValuesCents(build, problem.tilt);
    const units = quantities[index] ?? 0;
    return sum + values.reduce((total, value, k) => total + value * Math.min(1, Math.max(0, units - k)), 0);
  }, 0);
}

/** The best objective over all quantities that break no limit; null when every one breaks one. */
function bruteForce(problem: OrderProblem): number | null {
  let best: number | null = null;
  const quantities = problem.builds.map(() => 0);
  const visit = (index: number): void => {
    if (index === problem.builds.length) {
      if (!problem.rows.every((one) => isWithin(one, quantities))) return;
      best = Math.max(best ?? Number.NEGATIVE_INFINITY, objectiveCents(problem, quantities));
      return;
    }
    for (let n = 0; n <= (problem.builds[index]?.valuesCents.length ?? 0); n++) {
      quantities[index] = n;
      visit(index + 1);
    }
    quantities[index] = 0;
  };
  visit(0);
  return best;
}
