/**
 * Were weights that had been learned earlier better on what came later? Three days split the outcomes; at each,
 * a model is chosen and weights are fitted on what was known that day and judged, beside the active ones, on what was recommended from
 * then until the next split. Both predict the target by a line through their score that is fitted on the earlier
 * outcomes. The unit of the target comes from all outcomes: it is the same for both, so it favours neither.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { censoringWeights } from './censoring-weights';
import { chooseModel } from './choose-model';
import { predictor, scoreOf, shrinkByEvidence } from './fit-weights';
import { bootstrapConfidence } from './paired-bootstrap';
import { rankCorrelation } from './rank-correlation';
import type { ForwardTest, KnownOutcomes, ScoreWeights, TargetSample } from './types';
import { findWeights, type ModelCandidate } from './weight-models';
import { weightedMoments } from './weighted-moments';

/** Splits at these shares of the outcomes, in the order in which they were recommended. */
const SPLITS = [1 / 2, 2 / 3, 5 / 6] as const;
const NEEDED_EARLIER = 30;
export const NEEDED_LATER = 20;

export type ForwardTerms = {
  active: ScoreWeights;
  candidates: readonly ModelCandidate[];
  seed: number;
};

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
 * @param terms the weights in use, the models to choose among and the seed of chance
 * @returns null when there are too few earlier or later outcomes to say anything
 */
export function testForward(
  known: KnownOutcomes,
  knownBefore: (day: CalendarDay) => KnownOutcomes,
  { active, candidates, seed }: ForwardTerms,
): ForwardTest | null {
  const { samples } = known;
  const weights = censoringWeights(samples, known.unsoldFollowUpDays);
  const days = SPLITS.map((share) => samples[Math.floor(samples.length * share)]?.recommendedOn ?? '');
  const judged = days.flatMap((day, split) => {
    const predict = learnFrom(knownBefore(day), knownBefore, { active, candidates, seed });
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
  known: KnownOutcomes,
  knownBefore: (day: CalendarDay) => KnownOutcomes,
  { active, candidates, seed }: ForwardTerms,
): ((later: TargetSample, weight: number) => Judged) | null {
  const { samples, unsoldFollowUpDays } = known;
  if (samples.length < NEEDED_EARLIER) return null;
  const weights = censoringWeights(samples, unsoldFollowUpDays);
  const moments = weightedMoments(samples, weights);
  const { candidate } = chooseModel(known, knownBefore, candidates, seed);
  const fitted = findWeights(candidate, { samples, weights, moments, seed });
  const learned = shrinkByEvidence(moments, fitted, active).weights;
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
