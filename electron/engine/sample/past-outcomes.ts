/**
 * What became of past order plans. Grain: one line of one plan. Units still unsold on the data date are not
 * counted as sold. Lines that were declined are listed without an outcome: advice not taken is known too.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import { DAYS_PER_MONTH, lifeFactor } from './demand';
import { modelYearOrdered } from './factory-orders';
import { drawResult, drawScores, NO_RESULT, type PlantedResult, type Scores } from './planted-result';
import { derivedSeed, itemAt, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { ModelLine, Variant } from './vehicle-spec';

export type PastOutcome = PlantedResult & {
  /** Unique within the sample: store, day of the plan, number of the line. */
  planReference: string;
  orderedDay: number;
  store: string;
  line: ModelLine;
  variant: Variant;
  modelYear: number;
  quantityRecommended: number;
  decision: 'accepted' | 'changed' | 'declined';
  quantityOrdered: number;
  scores: Scores;
  reason: string;
};

type Answer = Pick<PastOutcome, 'quantityRecommended' | 'decision' | 'quantityOrdered' | 'reason'>;

const PLAN_EVERY_DAYS = 28;
const DECLINED_SHARE = 0.16;
const CHANGED_SHARE = 0.2;
const OUTCOME_SEED = 0xfeed;
const DECLINE_REASONS = [
  'Lot is full of these',
  'Buyer does not believe the forecast',
  'Colour mix not available this cycle',
  'Held back for the new model year',
];
const CUT_REASONS = ['Allocation was short', 'Budget', 'Took fewer, slow last winter'];
const RAISE_REASONS = ['Added one for a loyal customer', 'Room on the lot'];

/** `count` outcomes in order of plan, spread over the reported months. */
export function pastOutcomes(plan: StorePlan, count: number): PastOutcome[] {
  const random = new RandomSource(derivedSeed(plan.seed, OUTCOME_SEED));
  const plans = Math.floor((plan.asOfDay - plan.firstDay - PLAN_EVERY_DAYS) / PLAN_EVERY_DAYS);
  return Array.from({ length: count }, (_, index) => {
    const planIndex = Math.floor((index * plans) / count);
    const planDay = plan.asOfDay - (plans - planIndex) * PLAN_EVERY_DAYS;
    const lineNumber = index - Math.ceil((planIndex * count) / plans) + 1;
    const reference = `${plan.profile.code}-${dayFromNumber(planDay)}-${String(lineNumber).padStart(2, '0')}`;
    return pastOutcome(plan, reference, planDay + random.integer(0, 2), random);
  });
}

function pastOutcome(
  plan: StorePlan,
  planReference: string,
  orderedDay: number,
  random: RandomSource,
): PastOutcome {
  const [line, variant] = orderableBuild(plan, orderedDay, random);
  const answer = drawAnswer(random);
  const arrivedDay = orderedDay + Math.round(line.leadDays * random.shock(0.15));
  const scores = drawScores(random);
  const arrived = answer.decision !== 'declined' && arrivedDay <= plan.asOfDay;
  return {
    planReference,
    orderedDay,
    store: plan.profile.code,
    line,
    variant,
    modelYear: modelYearOrdered(orderedDay, line.changeoverMonth),
    ...answer,
    scores,
    ...(arrived ? drawResult(arrivedDay, plan.asOfDay, answer.quantityOrdered, scores, random) : NO_RESULT),
  };
}

function drawAnswer(random: RandomSource): Answer {
  const quantityRecommended = random.integer(1, 5);
  if (random.chance(DECLINED_SHARE)) {
    const reason = random.pick(DECLINE_REASONS);
    return { quantityRecommended, decision: 'declined', quantityOrdered: 0, reason };
  }
  if (!random.chance(CHANGED_SHARE)) {
    return { quantityRecommended, decision: 'accepted', quantityOrdered: quantityRecommended, reason: '' };
  }
  const cut = quantityRecommended > 1 && random.chance(0.65);
  const quantityOrdered = cut
    ? random.integer(1, quantityRecommended - 1)
    : quantityRecommended + random.integer(1, 2);
  const reason = random.pick(cut ? CUT_REASONS : RAISE_REASONS);
  return { quantityRecommended, decision: 'changed', quantityOrdered, reason };
}

function orderableBuild(plan: StorePlan, day: number, random: RandomSource): [ModelLine, Variant] {
  const monthsAgo = (plan.asOfDay - day) / DAYS_PER_MONTH;
  const builds = plan.lines.flatMap((line) =>
    line.variants
      .filter((variant) => isOrdered(line, variant, monthsAgo))
      .map((variant): [ModelLine, Variant] => [line, variant]),
  );
  const weights = builds.map(([line, variant]) => line.monthlyDemand * variant.share);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return itemAt(builds, random.weightedIndex(weights, total));
}

function isOrdered(line: ModelLine, variant: Variant, monthsAgo: number): boolean {
  const lastOrder = Math.max(line.lastOrderMonthsAgo ?? -1, variant.lastOrderMonthsAgo ?? -1);
  const launched = variant.launchedMonthsAgo ?? line.launchedMonthsAgo;
  return monthsAgo > lastOrder && lifeFactor(monthsAgo, launched) > 0;
}
