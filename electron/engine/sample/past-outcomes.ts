/**
 * What became of past order plans. Grain: one line of one plan. The result of a line depends on its four
 * percentile-rank scores (0..1) by PLANTED_WEIGHTS, plus noise of its own: a learner that works must find
 * those weights again. Units still unsold on the data date are not counted as sold, and the lines that were
 * declined have no outcome.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import { lifeFactor } from './demand';
import { modelYearOrdered } from './factory-orders';
import { derivedSeed, itemAt, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { ModelLine, Variant } from './vehicle-spec';

/** Parts of a line's quality; they sum to 1. */
export const PLANTED_WEIGHTS = { gross: 0.3, daysToTurn: 0.35, market: 0.1, forecast: 0.25 } as const;

export type PastOutcome = {
  planReference: string;
  orderedDay: number;
  store: string;
  line: ModelLine;
  variant: Variant;
  modelYear: number;
  quantityRecommended: number;
  decision: 'accepted' | 'changed' | 'declined';
  quantityOrdered: number;
  /** Null for a declined line and for one that has not arrived yet; the outcome is null with it. */
  arrivedDay: number | null;
  unitsSold: number | null;
  /** Median over the units sold; null when none was. */
  daysToTurn: number | null;
  /** Total gross of all units sold, dollars; null when none was. */
  grossDollars: number | null;
  /** Units that stood over 90 days, sold since or not. */
  agedUnits: number | null;
  rating: number | null;
  scores: { gross: number; daysToTurn: number; market: number; forecast: number };
  reason: string;
};

const PLAN_EVERY_DAYS = 28;
const QUALITY_NOISE = 0.055;
const AGED_DAYS = 90;
const DECLINED_SHARE = 0.16;
const CHANGED_SHARE = 0.22;
const OUTCOME_SEED = 0xfeed;
const DECLINE_REASONS = [
  'Lot is full of these',
  'Buyer does not believe the forecast',
  'Colour mix not available this cycle',
  'Held back for the new model year',
];
const CHANGE_REASONS = [
  'Allocation was short',
  'Added one for a loyal customer',
  'Budget',
  'Took fewer, slow last winter',
];

/** `count` outcomes in order of plan, spread over the reported months. */
export function pastOutcomes(plan: StorePlan, count: number): PastOutcome[] {
  const random = new RandomSource(derivedSeed(plan.seed, OUTCOME_SEED));
  const plans = Math.floor((plan.asOfDay - plan.firstDay - PLAN_EVERY_DAYS) / PLAN_EVERY_DAYS);
  const outcomes: PastOutcome[] = [];
  for (let index = 0; index < count; index++) {
    const planIndex = Math.floor((index * plans) / count);
    const orderedDay = plan.asOfDay - (plans - planIndex) * PLAN_EVERY_DAYS + random.integer(0, 2);
    const first = Math.ceil((planIndex * count) / plans);
    outcomes.push(pastOutcome(plan, orderedDay, index - first + 1, random));
  }
  return outcomes;
}

function pastOutcome(
  plan: StorePlan,
  orderedDay: number,
  lineNumber: number,
  random: RandomSource,
): PastOutcome {
  const [line, variant] = orderableBuild(plan, orderedDay, random);
  const decision = random.chance(DECLINED_SHARE)
    ? 'declined'
    : random.chance(CHANGED_SHARE)
      ? 'changed'
      : 'accepted';
  const quantityRecommended = random.integer(1, 5);
  const change = random.chance(0.65) ? -random.integer(1, 2) : random.integer(1, 2);
  const changed = Math.max(1, quantityRecommended + (quantityRecommended === 1 ? 1 : change));
  const quantityOrdered =
    decision === 'declined' ? 0 : decision === 'changed' ? changed : quantityRecommended;
  const arrivedDay = orderedDay + Math.round(line.leadDays * random.shock(0.15));
  const scores = drawScores(random);
  const arrived = decision !== 'declined' && arrivedDay <= plan.asOfDay;
  return {
    planReference: `${plan.profile.code}-${dayFromNumber(orderedDay).slice(0, 7)}-${String(lineNumber).padStart(2, '0')}`,
    orderedDay,
    store: plan.profile.code,
    line,
    variant,
    modelYear: modelYearOrdered(orderedDay, line.changeoverMonth),
    quantityRecommended,
    decision,
    quantityOrdered,
    scores,
    reason: reasonFor(decision, random),
    ...(arrived ? result(arrivedDay, plan.asOfDay, quantityOrdered, scores, random) : NO_RESULT),
  };
}

type Result = Pick<
  PastOutcome,
  'arrivedDay' | 'unitsSold' | 'daysToTurn' | 'grossDollars' | 'agedUnits' | 'rating'
>;

const NO_RESULT: Result = {
  arrivedDay: null,
  unitsSold: null,
  daysToTurn: null,
  grossDollars: null,
  agedUnits: null,
  rating: null,
};

/** Quality 0..1 sets the median days to turn (about 115 down to 20) and the gross of each unit. */
function result(
  arrivedDay: number,
  asOfDay: number,
  quantity: number,
  scores: PastOutcome['scores'],
  random: RandomSource,
): Result {
  const quality = plantedQuality(scores) + QUALITY_NOISE * random.normal();
  const days = Array.from({ length: quantity }, () =>
    Math.max(1, Math.round(115 * Math.exp(-1.75 * quality) * Math.exp(0.3 * random.normal()))),
  );
  const gross = days.map(() => 200 + 4_600 * quality + 500 * random.normal());
  const sold = days.map((count) => arrivedDay + count <= asOfDay);
  const soldDays = days.filter((_, unit) => sold[unit]).sort((a, b) => a - b);
  const grossDollars = gross.filter((_, unit) => sold[unit]).reduce((sum, value) => sum + value, 0);
  const stars = Math.min(5, Math.max(1, Math.round(0.6 + 5 * quality + 0.5 * random.normal())));
  return {
    arrivedDay,
    unitsSold: soldDays.length,
    daysToTurn: soldDays.length === 0 ? null : median(soldDays),
    grossDollars: soldDays.length === 0 ? null : Math.round(grossDollars),
    agedUnits: days.filter((count) => Math.min(count, asOfDay - arrivedDay) > AGED_DAYS).length,
    rating: soldDays.length > 0 && random.chance(0.6) ? stars : null,
  };
}

export function plantedQuality(scores: PastOutcome['scores']): number {
  return (
    PLANTED_WEIGHTS.gross * scores.gross +
    PLANTED_WEIGHTS.daysToTurn * scores.daysToTurn +
    PLANTED_WEIGHTS.market * scores.market +
    PLANTED_WEIGHTS.forecast * scores.forecast
  );
}

function drawScores(random: RandomSource): PastOutcome['scores'] {
  const rank = () => Math.round(1000 * random.between(0.02, 1)) / 1000;
  return { gross: rank(), daysToTurn: rank(), market: rank(), forecast: rank() };
}

function orderableBuild(plan: StorePlan, day: number, random: RandomSource): [ModelLine, Variant] {
  const monthsAgo = (plan.asOfDay - day) / 30.44;
  const builds = plan.lines.flatMap((line) =>
    line.variants
      .filter((variant) => {
        const lastOrder = Math.max(line.lastOrderMonthsAgo ?? -1, variant.lastOrderMonthsAgo ?? -1);
        const launched = variant.launchedMonthsAgo ?? line.launchedMonthsAgo;
        return monthsAgo > lastOrder && lifeFactor(monthsAgo, launched) > 0;
      })
      .map((variant): [ModelLine, Variant] => [line, variant]),
  );
  const weights = builds.map(([line, variant]) => line.monthlyDemand * variant.share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return itemAt(builds, random.weightedIndex(weights, total));
}

function reasonFor(decision: PastOutcome['decision'], random: RandomSource): string {
  if (decision === 'accepted') return '';
  return random.pick(decision === 'declined' ? DECLINE_REASONS : CHANGE_REASONS);
}

function median(sorted: readonly number[]): number {
  const upper = itemAt(sorted, Math.floor(sorted.length / 2));
  const lower = itemAt(sorted, Math.floor((sorted.length - 1) / 2));
  return (upper + lower) / 2;
}
