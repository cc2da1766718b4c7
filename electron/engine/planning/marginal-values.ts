/**
 * Expected net cents of the 1st, 2nd, ... extra unit of a build, ordered today.
 *
 *   value(k) = P(the k-th unit sells by the window's end) x gross
 *              - expected cost of every day it stands, until it sells or a year after arrival
 *
 * Unit k waits behind what is left of stock and pipeline at its arrival and behind k - 1 units of the order:
 * after d days it is unsold when demand since arrival is below leftover + k. Its days cost floor-plan interest
 * after the free days, the store's other cost, and beyond the target days the erosion of its gross. A unit still
 * unsold at the window's end earns nothing here, because the next order could have brought it in time for that
 * later buyer: only its further days count, so that over-ordering is charged and not forgiven.
 *
 * Both terms worsen with k (the k-th waits behind one unit more), and where a negative gross would turn the
 * order around the value is held at the lowest so far: values never rise with k.
 *
 * Which unit of a build sells first makes no difference to the sum, so "first in, first out" is only a way of
 * counting.
 */
import { poissonProbabilities, rateNodes } from './demand-rates';
import { costOfDays } from './holding-cost';
import { leftoverDistribution, type StockPosition } from './stock-run-down';
import type { PlanWindow, UnitEconomics } from './types';

/** How long after arrival an unsold unit is followed. */
export const FOLLOW_UP_DAYS = 360;
/** Ages at which the chance of being unsold is worked out: close together where most units sell. */
const GRID_STEPS = [
  { until: 60, days: 5 },
  { until: 180, days: 15 },
  { until: FOLLOW_UP_DAYS, days: 30 },
];

export type MarginalValueInput = {
  position: StockPosition;
  window: PlanWindow;
  /** Mean demand of the build in the first t days, for t up to leadDays + reviewDays + FOLLOW_UP_DAYS. */
  demandBy: (days: number) => number;
  /** Variance of the build's rate of sale over its squared mean. */
  dispersion: number;
  economics: UnitEconomics;
};

export type ExtraUnit = {
  valueCents: number;
  /** Probability that it sells by the window's end. */
  sellProbability: number;
  /** Expected days in stock, at most FOLLOW_UP_DAYS. */
  expectedDays: number;
};

/** The first `count` extra units, whatever their worth. Cents are rounded. */
export function extraUnits(input: MarginalValueInput, count: number): ExtraUnit[] {
  const grid = ageGrid(input.window.reviewDays);
  const unsold = unsoldByAge(input, grid, count);
  let floor = Number.POSITIVE_INFINITY;
  return Array.from({ length: count }, (_, index) => {
    const curve = unsold.map((row) => row[index] ?? 0);
    const unit = worthOf(curve, grid, input);
    floor = Math.min(floor, unit.valueCents);
    return { ...unit, valueCents: floor };
  });
}

function worthOf(unsold: readonly number[], grid: readonly number[], input: MarginalValueInput): ExtraUnit {
  let cost = 0;
  let expectedDays = 0;
  for (let step = 1; step < grid.length; step++) {
    const from = grid[step - 1] ?? 0;
    const to = grid[step] ?? 0;
    const mean = ((unsold[step - 1] ?? 0) + (unsold[step] ?? 0)) / 2;
    cost += mean * costOfDays(from, to, input.economics);
    expectedDays += mean * (to - from);
  }
  const sellProbability = 1 - (unsold[grid.indexOf(input.window.reviewDays)] ?? 1);
  const valueCents = Math.round(sellProbability * input.economics.grossCents - cost);
  return { valueCents, sellProbability, expectedDays };
}

/** Ages in days, ascending from 0; the window's end is one of them. */
function ageGrid(reviewDays: number): number[] {
  const ages = new Set([0, reviewDays]);
  let from = 0;
  for (const { until, days } of GRID_STEPS) {
    for (let age = from + days; age <= until; age += days) ages.add(age);
    from = until;
  }
  return [...ages].sort((a, b) => a - b);
}

/** Row per age, entry k - 1: probability that the k-th extra unit is unsold then. */
function unsoldByAge(input: MarginalValueInput, grid: readonly number[], count: number): number[][] {
  const { leadDays } = input.window;
  const nodes = rateNodes(input.dispersion);
  const rows = grid.map(() => Array.from({ length: count }, () => 0));
  for (const factor of nodes.factors) {
    const demandBy = (days: number) => factor * input.demandBy(days);
    const leftover = leftoverDistribution(input.position, leadDays, demandBy);
    const before = demandBy(leadDays);
    grid.forEach((age, step) => {
      const row = rows[step] ?? [];
      const waiting = chanceOfWaiting(demandBy(leadDays + age) - before, leftover, count);
      waiting.forEach((chance, index) => {
        row[index] = (row[index] ?? 0) + nodes.weight * chance;
      });
    });
  }
  return rows;
}

/** P(demand < leftover + k) for k = 1..count, over the distribution of the leftover. */
function chanceOfWaiting(mean: number, leftover: readonly number[], count: number): number[] {
  const highest = leftover.length + count;
  const below: number[] = [0];
  poissonProbabilities(mean, highest).forEach((probability, n) => {
    below.push(Math.min(1, (below[n] ?? 0) + probability));
  });
  return Array.from({ length: count }, (_, index) =>
    leftover.reduce((sum, chance, units) => sum + chance * (below[units + index + 1] ?? 1), 0),
  );
}
