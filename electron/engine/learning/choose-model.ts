/**
 * Which way of finding weights to trust, by forward-in-time validation: each is fitted on what was known when two thirds
 * of the outcomes had been recommended and judged on the rest, by the squared error of a line through its score. Least
 * squares stays unless another is better by more than a hair: among eight, one is always a little lucky.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { censoringWeights } from './censoring-weights';
import { predictor } from './fit-weights';
import type { KnownOutcomes, ModelScore, TargetSample } from './types';
import { findWeights, MODEL_CANDIDATES, type ModelCandidate } from './weight-models';
import { weightedMoments } from './weighted-moments';

const TRAINED_SHARE = 2 / 3;
const NEEDED_TRAINED = 30;
const NEEDED_JUDGED = 15;
/** A rival's error must be below this share of that of least squares. */
const CLEAR_GAIN = 0.99;

export type ModelChoice = { candidate: ModelCandidate; scores: ModelScore[] };

/** @param candidates one alone is taken without being tried */
export function chooseModel(
  known: KnownOutcomes,
  knownBefore: (day: CalendarDay) => KnownOutcomes,
  candidates: readonly ModelCandidate[],
  seed: number,
): ModelChoice {
  const [first = FALLBACK] = candidates;
  const { samples } = known;
  const day = samples[Math.floor(samples.length * TRAINED_SHARE)]?.recommendedOn ?? '';
  const earlier = knownBefore(day);
  const weights = censoringWeights(samples, known.unsoldFollowUpDays);
  const judged = samples.flatMap((sample, index) =>
    sample.recommendedOn >= day ? [{ sample, weight: weights[index] ?? 1 }] : [],
  );
  if (candidates.length < 2 || earlier.samples.length < NEEDED_TRAINED || judged.length < NEEDED_JUDGED)
    return { candidate: first, scores: [] };
  const trial = trialOf(earlier, judged, seed);
  const scores = candidates.map((candidate) => ({ ...candidate, squaredError: trial(candidate) }));
  return { candidate: bestOf(scores) ?? first, scores };
}

const FALLBACK: ModelCandidate = { model: 'least_squares', strength: 0 };

type Judged = { sample: TargetSample; weight: number };

/** Mean squared error of a candidate on the judged samples; null when it finds no weights. */
function trialOf(
  { samples, unsoldFollowUpDays }: KnownOutcomes,
  judged: readonly Judged[],
  seed: number,
): (candidate: ModelCandidate) => number | null {
  const weights = censoringWeights(samples, unsoldFollowUpDays);
  const moments = weightedMoments(samples, weights);
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  return (candidate) => {
    const found = findWeights(candidate, { samples, weights, moments, seed });
    if (!found) return null;
    const predict = predictor(moments, found);
    const squares = judged.reduce(
      (sum, { sample, weight }) => sum + weight * (sample.target - predict(sample.parts)) ** 2,
      0,
    );
    return squares / total;
  };
}

function bestOf(scores: readonly ModelScore[]): ModelCandidate | null {
  const plain = scores.find(({ model }) => model === FALLBACK.model);
  let best = plain?.squaredError == null ? null : plain;
  const needed = (best?.squaredError ?? Number.POSITIVE_INFINITY) * CLEAR_GAIN;
  for (const score of scores) {
    if (score.squaredError === null || score === plain) continue;
    if (score.squaredError < Math.min(needed, best?.squaredError ?? needed)) best = score;
  }
  return best && { model: best.model, strength: best.strength };
}

/** The candidates of one model, or all. */
export function candidatesOf(model: ModelCandidate['model'] | 'auto'): readonly ModelCandidate[] {
  return model === 'auto'
    ? MODEL_CANDIDATES
    : MODEL_CANDIDATES.filter((candidate) => candidate.model === model);
}
