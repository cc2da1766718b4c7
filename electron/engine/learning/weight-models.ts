/**
 * The ways in which weights are found from outcomes. Each gives four weights that are not negative and sum to one: a
 * linear model its coefficients over their sum; the forest how far its forecast rises when one part goes from low to
 * high, the others staying as they are, on average over the samples, over the sum of these rises.
 *
 * The strength of a penalty is a share: of the lasso's alpha at which no coefficient is left, or for ridge of the mean
 * variance of the parts.
 */
import { fitPenalised } from './coordinate-descent';
import { solveNonNegativeLeastSquares } from './non-negative-least-squares';
import { growForest } from './random-forest';
import { SCORE_PARTS, type ScoreWeights, type TargetSample, type WeightModel } from './types';
import type { WeightedMoments } from './weighted-moments';

export type ModelCandidate = { model: WeightModel; strength: number };

export const MODEL_CANDIDATES: readonly ModelCandidate[] = [
  { model: 'least_squares', strength: 0 },
  { model: 'ridge', strength: 0.1 },
  { model: 'ridge', strength: 1 },
  { model: 'lasso', strength: 0.03 },
  { model: 'lasso', strength: 0.15 },
  { model: 'elasticnet', strength: 0.03 },
  { model: 'elasticnet', strength: 0.15 },
  { model: 'forest', strength: 0 },
];

const MIXING: Record<'ridge' | 'lasso' | 'elasticnet', number> = { ridge: 0, lasso: 1, elasticnet: 0.5 };
const FOREST = { trees: 40, leafSize: 15, splitFeatures: 2 };
const LOW = 0.15;
const HIGH = 0.85;

export type FitInput = {
  samples: readonly TargetSample[];
  /** Beside the samples. */
  weights: readonly number[];
  moments: WeightedMoments;
  seed: number;
};

/** null when no part speaks for the target. */
export function findWeights(candidate: ModelCandidate, input: FitInput): ScoreWeights | null {
  const rises = candidate.model === 'forest' ? forestRises(input) : linearRises(candidate, input.moments);
  const sum = rises.reduce((total, rise) => total + rise, 0);
  if (!(sum > 0)) return null;
  const [gross = 0, daysToTurn = 0, market = 0, forecast = 0] = rises.map((rise) => rise / sum);
  return { gross, daysToTurn, market, forecast };
}

function linearRises(
  { model, strength }: ModelCandidate,
  { gram, moment, total }: WeightedMoments,
): number[] {
  if (model === 'least_squares' || model === 'forest') return solveNonNegativeLeastSquares(gram, moment);
  const products = {
    gram: gram.map((row) => row.map((value) => value / total)),
    moment: moment.map((value) => value / total),
  };
  const mixing = MIXING[model];
  const meanVariance =
    products.gram.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / SCORE_PARTS.length;
  const scale = mixing > 0 ? Math.max(0, ...products.moment) / mixing : meanVariance;
  return fitPenalised(products, { alpha: strength * scale, mixing, isNonNegative: true });
}

function forestRises({ samples, weights, seed }: FitInput): number[] {
  const rows = samples.map(({ parts }) => parts);
  const forest = growForest(
    rows,
    samples.map(({ target }) => target),
    { ...FOREST, seed },
    weights,
  );
  const forecastAt = (row: readonly number[], part: number, value: number) =>
    forest.predict(row.map((own, index) => (index === part ? value : own)));
  return SCORE_PARTS.map((_, part) => {
    const rise = rows.reduce((sum, row) => sum + forecastAt(row, part, HIGH) - forecastAt(row, part, LOW), 0);
    return Math.max(0, rise / Math.max(1, rows.length));
  });
}
