/**
 * Weights that outcomes point to (weight-models.ts), shrunk toward the weights in use by evidence:
 *
 *   F     = ((error of the active weights - error of the fit) / 3) / (error of the fit / (n - 5))
 *   trust = max(0, 1 - 4 / F)
 *   weights = active + trust x (fitted - active)
 *
 * Both errors are those of the best line through the score. The fit has three more free figures than the active
 * weights, and 4 is about the 1 % point of F(3, n - 5) for 60 outcomes and more (4.2 at 60, 3.8 at thousands): chance
 * alone moves the weights once in a hundred times. The form is the positive-part rule of James and Stein (1961).
 */
import { SCORE_PARTS, type ScoreWeights, type WeightFit } from './types';
import type { WeightedMoments } from './weighted-moments';

const CHANCE_RATIO = 4;
const EXTRA_PARAMETERS = SCORE_PARTS.length - 1;
const ALL_PARAMETERS = SCORE_PARTS.length + 1;

/** @param fitted null when no part speaks for the target */
export function shrinkByEvidence(
  moments: WeightedMoments,
  fitted: ScoreWeights | null,
  active: ScoreWeights,
): WeightFit {
  const { variation } = moments;
  if (!fitted || !(variation > 0))
    return { fitted: null, weights: active, r2: 0, evidenceRatio: 0, trust: 0 };
  const fittedError = Math.max(0, errorOf(moments, fitted));
  const evidenceRatio = ratio(
    (errorOf(moments, active) - fittedError) / EXTRA_PARAMETERS,
    fittedError / Math.max(1, moments.effectiveCount - ALL_PARAMETERS),
  );
  const trust = evidenceRatio > CHANCE_RATIO ? 1 - CHANCE_RATIO / evidenceRatio : 0;
  return {
    fitted,
    weights: blend(active, fitted, trust),
    r2: 1 - fittedError / variation,
    evidenceRatio,
    trust,
  };
}

/** Squared error of the best line through the score. */
function errorOf(moments: WeightedMoments, weights: ScoreWeights): number {
  const slope = slopeOf(moments, weights);
  return squaredError(
    moments,
    toList(weights).map((weight) => weight * slope),
  );
}

/** The line through the score that fits the samples behind the moments best. */
export function predictor(
  moments: WeightedMoments,
  weights: ScoreWeights,
): (parts: readonly number[]) => number {
  const slope = slopeOf(moments, weights);
  const intercept = moments.meanTarget - slope * scoreOf(moments.meanParts, weights);
  return (parts) => intercept + slope * scoreOf(parts, weights);
}

/** Slope of the target on the score under these weights: never below 0, a better score must not predict worse. */
export function slopeOf({ gram, moment }: WeightedMoments, weights: ScoreWeights): number {
  const list = toList(weights);
  const along = list.reduce((sum, weight, part) => sum + weight * (moment[part] ?? 0), 0);
  const spread = quadratic(gram, list);
  return spread > 0 ? Math.max(0, along / spread) : 0;
}

/** The score: the weighted sum of the parts, 0..1. */
export function scoreOf(parts: readonly number[], weights: ScoreWeights): number {
  return toList(weights).reduce((sum, weight, part) => sum + weight * (parts[part] ?? 0), 0);
}

/** Sum of squared errors of the target for these coefficients, the intercept being the best one. */
function squaredError({ gram, moment, variation }: WeightedMoments, coefficients: readonly number[]): number {
  const explained = coefficients.reduce((sum, value, part) => sum + value * (moment[part] ?? 0), 0);
  return variation - 2 * explained + quadratic(gram, coefficients);
}

function quadratic(gram: readonly (readonly number[])[], vector: readonly number[]): number {
  return vector.reduce(
    (sum, left, row) =>
      sum + vector.reduce((part, right, column) => part + left * right * (gram[row]?.[column] ?? 0), 0),
    0,
  );
}

/** A fit without error is all evidence; rounding below zero is none. */
function ratio(numerator: number, denominator: number): number {
  if (numerator <= 0) return 0;
  return denominator > 0 ? Math.min(numerator / denominator, 1e9) : 1e9;
}

function blend(active: ScoreWeights, fitted: ScoreWeights, trust: number): ScoreWeights {
  const target = toList(fitted);
  return toWeights(toList(active).map((weight, part) => weight + trust * ((target[part] ?? 0) - weight)));
}

function toList(weights: ScoreWeights): number[] {
  return SCORE_PARTS.map((part) => weights[part]);
}

function toWeights(list: readonly number[]): ScoreWeights {
  const [gross = 0, daysToTurn = 0, market = 0, forecast = 0] = list;
  return { gross, daysToTurn, market, forecast };
}
