/** One build's place on the new-car lot: its demand, its stock, and how a customer chooses among the units. */

import { DAYS_PER_MONTH, type DayKind, lifeFactor, type MonthlyShocks, seasonFactor } from './demand';
import { itemAt, type RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Unit } from './unit';
import type { ModelLine, Variant } from './vehicle-spec';

const DAYS_PER_YEAR = 365.25;
/** How far a build's stock is habitually off what its demand deserves. */
const HABIT_SIGMA = 0.3;
/** What is left of a build's demand once it can no longer be ordered. */
const DEMAND_AFTER_LAST_ORDER = 0.6;
const UNITS_COMPARED = 4;
/** Tastes differ: a customer ranks a unit up to this much above or below its appeal. */
const TASTE = 0.9;
const PULL_OF_AGE_PER_DAY = 0.011;

export type Shelf = {
  line: ModelLine;
  lineIndex: number;
  variant: Variant;
  launchedMonthsAgo: number | undefined;
  lastOrderMonthsAgo: number;
  habit: number;
  /** Keeps the rounding of fractional targets from favouring one build every week. */
  rounding: number;
  /** The store's own idea of the daily sales rate: smoothed sales. */
  believedRate: number;
  soldThisWeek: number;
  onOrder: number;
  stock: Unit[];
};

export function openShelf(line: ModelLine, lineIndex: number, variant: Variant, random: RandomSource): Shelf {
  return {
    line,
    lineIndex,
    variant,
    launchedMonthsAgo: earliest(line.launchedMonthsAgo, variant.launchedMonthsAgo),
    lastOrderMonthsAgo: Math.max(line.lastOrderMonthsAgo ?? -1, variant.lastOrderMonthsAgo ?? -1),
    habit: random.shock(HABIT_SIGMA),
    rounding: random.uniform(),
    believedRate: 0,
    soldThisWeek: 0,
    onOrder: 0,
    stock: [],
  };
}

/** Mean customers a day before shocks and weekday, today or `aheadDays` from now. */
export function plannedRate(shelf: Shelf, plan: StorePlan, kind: DayKind, aheadDays = 0): number {
  const { line, variant } = shelf;
  const monthsAgo = (plan.asOfDay - kind.day) / DAYS_PER_MONTH;
  const years = (kind.day - plan.asOfDay) / DAYS_PER_YEAR;
  const life = lifeFactor(monthsAgo - aheadDays / DAYS_PER_MONTH, shelf.launchedMonthsAgo);
  const ending = monthsAgo < shelf.lastOrderMonthsAgo ? DEMAND_AFTER_LAST_ORDER : 1;
  const trend = 1 + line.trendPerYear * (years + 1.5);
  const size = plan.scale * plan.profile.taste[line.season];
  const month = ((kind.month - 1 + Math.round(aheadDays / DAYS_PER_MONTH)) % 12) + 1;
  const season = seasonFactor(line.season, month);
  return (line.monthlyDemand / DAYS_PER_MONTH) * variant.share * size * trend * life * ending * season;
}

export function drawCustomers(
  shelf: Shelf,
  plan: StorePlan,
  kind: DayKind,
  shocks: MonthlyShocks,
  random: RandomSource,
): number {
  const rate = plannedRate(shelf, plan, kind) * shocks.ofLine(shelf.lineIndex) * kind.traffic;
  return rate > 0 ? random.poisson(rate) : 0;
}

export function isOrderable(shelf: Shelf, plan: StorePlan, day: number): boolean {
  const monthsAgo = (plan.asOfDay - day) / DAYS_PER_MONTH;
  const leadMonths = shelf.line.leadDays / DAYS_PER_MONTH;
  return (
    monthsAgo >= shelf.lastOrderMonthsAgo && monthsAgo - leadMonths <= (shelf.launchedMonthsAgo ?? Infinity)
  );
}

/** Takes the unit a customer prefers off the shelf: a few are compared, and the sales staff push old ones. */
export function takePreferred(shelf: Shelf, day: number, random: RandomSource): Unit | null {
  const { stock } = shelf;
  if (stock.length === 0) return null;
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let look = Math.min(UNITS_COMPARED, stock.length); look > 0; look--) {
    const index = random.integer(0, stock.length - 1);
    const unit = itemAt(stock, index);
    const score = unit.appeal + PULL_OF_AGE_PER_DAY * (day - unit.inDay) + random.between(-TASTE, TASTE);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return removeAt(stock, best);
}

/** Removes in constant time; the order of a shelf means nothing. */
function removeAt(stock: Unit[], index: number): Unit {
  const unit = itemAt(stock, index);
  const last = stock.pop();
  if (last !== undefined && last !== unit) stock[index] = last;
  return unit;
}

function earliest(first: number | undefined, second: number | undefined): number | undefined {
  if (first === undefined) return second;
  return second === undefined ? first : Math.min(first, second);
}
