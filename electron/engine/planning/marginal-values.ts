/**
 * Expected net cents of ordering the 1st, 2nd, ... extra unit of a build today rather than leaving it to the next
 * order, one review period later.
 *
 * Unit k waits behind what is left of stock and pipeline at its arrival and behind k - 1 units of the order: after
 * d days it is unsold, u(d), when demand since arrival is below leftover + k. Its time in stock is cut into review
 * periods j = 1, 2, ... of the days between two orders, and
 *
 *   value(j) = worth of a sale x (u(start of j) - u(end of j)) - cost of its days in j + min(0, value(j + 1))
 *
 * with value(k-th unit) = value(1) for a unit with nothing before it. A sale within the first period is one that no
 * later order could have made. What comes after is charged but never credited: were it worth having later, the next
 * order could bring it then, with no days to pay for until its arrival. (Crediting all later sales fills the lot with
 * units that wait their turn; charging all later days without their sales would never order a build that sells every
 * second month, though each one earns its keep.) A unit that waits behind another also costs half the days of the
 * second period where it is left over: the next order is placed before that is known and can take only part of it
 * into account, so that ordering period by period orders too much where sales are lost and deliveries are long (Morton
 * 1971). Half is what earned most in replays with true rates. Days cost floor-plan interest after the free days, the
 * store's other cost, and beyond the target days the erosion of gross; units are followed for a year after arrival.
 *
 * A further unit waits behind one more, so its first period is worth less; where a negative gross or a later period
 * would turn the order around the value is held at the lowest so far: values never rise with k. Which unit of a
 * build sells first makes no difference to the sum, so "first in, first out" is only a way of counting.
 */
import { poissonProbabilities, rateNodes } from './demand-rates';
import { costOfDays } from './holding-cost';
import { leftoverDistribution, type StockPosition } from './stock-run-down';
import type { PlanWindow, UnitEconomics } from './types';

/** How long after arrival an unsold unit is followed. */
export const FOLLOW_UP_DAYS = 360;
/** Part of the second period's days that a unit left over costs; see above. */
const OVERLAP = 0.5;
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
  /** What a sale is worth: the gross, or less where its buyer would take a sibling (substitution.ts). */
  saleWorthCents: number;
};

type ExtraUnit = {
  valueCents: number;
  /** Probability that it sells by the window's end, within the first review period after arrival. */
  sellProbability: number;
  /** Expected days in stock, at most FOLLOW_UP_DAYS. */
  expectedDays: number;
};

/** The first `count` extra units, whatever their worth. Cents are rounded. */
export function extraUnits(input: MarginalValueInput, count: number): ExtraUnit[] {
  const grid = ageGrid(input.window.reviewDays);
  const unsold = unsoldByAge(input, grid, count);
  const isEmpty = input.position.onHand + input.position.arrivalsInDays.length === 0;
  let floor = Number.POSITIVE_INFINITY;
  return Array.from({ length: count }, (_, index) => {
    const curve = unsold.map((row) => row[index] ?? 0);
    const unit = worthOf(curve, grid, input, index > 0 || !isEmpty);
    floor = Math.min(floor, unit.valueCents);
    return { ...unit, valueCents: floor };
  });
}

function worthOf(
  unsold: readonly number[],
  grid: readonly number[],
  input: MarginalValueInput,
  isBehindAnother: boolean,
): ExtraUnit {
  const { window, economics } = input;
  let value = 0;
  let expectedDays = 0;
  for (let step = grid.length - 1; step > 0; step--) {
    const from = grid[step - 1] ?? 0;
    const to = grid[step] ?? 0;
    // A period ends here: what comes later counts only as far as it costs.
    if (to % window.reviewDays === 0) value = Math.min(0, value);
    if (to === window.reviewDays && isBehindAnother)
      value -= OVERLAP * (unsold[step] ?? 0) * costOfDays(to, 2 * to, economics);
    const before = unsold[step - 1] ?? 0;
    const after = unsold[step] ?? 0;
    const mean = (before + after) / 2;
    value += (before - after) * input.saleWorthCents - mean * costOfDays(from, to, economics);
    expectedDays += mean * (to - from);
  }
  const sellProbability = 1 - (unsold[grid.indexOf(window.reviewDays)] ?? 1);
  return { valueCents: Math.round(value), sellProbability, expectedDays };
}

/** Ages in days, ascending from 0; the end of every review period is one of them. */
function ageGrid(reviewDays: number): number[] {
  const ages = new Set([0]);
  for (let age = reviewDays; age < FOLLOW_UP_DAYS; age += reviewDays) ages.add(age);
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
