/**
 * Were weights that had been learned earlier better on what came later? Three days split the outcomes; at each,
 * weights are fitted on what was known that day and judged, beside the active ones, on what was recommended from
 * then until the next split. Both predict the target by a line through their score that is fitted on the earlier
 * outcomes. The unit of the target comes from all outcomes: it is the same for both, so it favours neither.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { censoringWeights } from './censoring-weights';
import { fitWeights, scoreOf, slopeOf } from './fit-weights';
import { bootstrapConfidence } from './paired-bootstrap';
import { rankCorrelation } from './rank-correlation';
import type { ForwardTest, ScoreWeights, TargetSample } from './types';
import { type WeightedMoments, weightedMoments } from './weighted-moments';

/** Splits at these shares of the outcomes, in the order in which they were recommended. */
const SPLITS = [1 / 2, 2 / 3, 5 / 6] as const;
const NEEDED_EARLIER = 30;
export const NEEDED_LATER = 20;

/** What could be seen on a day; targets in the unit of the whole. */
export type KnownOutcomes = { samples: TargetSample[]; unsoldFollowUpDays: number[] };

type Judged = {
  target: number;
  weight: number;
  activeScore: number;
  learnedScore: number;
  activeSquare: number;
  learnedSquare: number;
};

/**
 * @param known what can be seen today
 * @param knownBefore what could be seen at the start of an earlier day
 * @returns null when there are too few earlier or later outcomes to say anything
 */
export function testForward(
  known: KnownOutcomes,
  knownBefore: (day: CalendarDay) => KnownOutcomes,
  active: ScoreWeights,
  seed: number,
): ForwardTest | null {
  const { samples } = known;
  const weights = censoringWeights(samples, known.unsoldFollowUpDays);
  const days = SPLITS.map((share) => samples[Math.floor(samples.length * share)]?.recommendedOn ?? '');
  const judged = days.flatMap((day, split) => {
    const predict = learnFrom(knownBefore(day), active);
    const end = days[split + 1] ?? '9999-12-31';
    if (!predict) return [];
    return samples.flatMap((sample, index) =>
      sample.recommendedOn >= day && sample.recommendedOn < end ? [predict(sample, weights[index] ?? 1)] : [],
    );
  });
  return judged.length < NEEDED_LATER ? null : compare(judged, seed);
}

/** Both predictions as they would have been made with the outcomes known then. */
function learnFrom(
  { samples, unsoldFollowUpDays }: KnownOutcomes,
  active: ScoreWeights,
): ((later: TargetSample, weight: number) => Judged) | null {
  if (samples.length < NEEDED_EARLIER) return null;
  const moments = weightedMoments(samples, censoringWeights(samples, unsoldFollowUpDays));
  const learned = fitWeights(moments, active).weights;
  const predictActive = predictor(moments, active);
  const predictLearned = predictor(moments, learned);
  return (later, weight) => ({
    target: later.target,
    weight,
    activeScore: scoreOf(later.parts, active),
    learnedScore: scoreOf(later.parts, learned),
    activeSquare: (later.target - predictActive(later.parts)) ** 2,
    learnedSquare: (later.target - predictLearned(later.parts)) ** 2,
  });
}

function predictor(moments: WeightedMoments, weights: ScoreWeights): (parts: readonly number[]) => number {
  const slope = slopeOf(moments, weights);
  const intercept = moments.meanTarget - slope * scoreOf(moments.meanParts, weights);
  return (parts) => intercept + slope * scoreOf(parts, weights);
}

function compare(judged: readonly Judged[], seed: number): ForwardTest {
  const targets = judged.map(({ target }) => target);
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (row: Judged) => number) =>
    judged.reduce((sum, row) => sum + row.weight * value(row), 0) / total;
  return {
    outcomes: judged.length,
    squaredErrorActive: mean((row) => row.activeSquare),
    squaredErrorLearned: mean((row) => row.learnedSquare),
    rankCorrelationActive: rankCorrelation(
      judged.map(({ activeScore }) => activeScore),
      targets,
    ),
    rankCorrelationLearned: rankCorrelation(
      judged.map(({ learnedScore }) => learnedScore),
      targets,
    ),
    confidence: bootstrapConfidence(
      judged.map((row) => row.weight * (row.activeSquare - row.learnedSquare)),
      seed,
    ),
  };
}
