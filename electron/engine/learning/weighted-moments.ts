/** Weighted, centred sums of squares and products of the four parts and the target: all that a fit needs. */
import { SCORE_PARTS, type TargetSample } from './types';

export type WeightedMoments = {
  /** Sums of products of the parts, 4 x 4. */
  gram: number[][];
  /** Sums of products of each part with the target. */
  moment: number[];
  /** Sum of squares of the target. */
  variation: number;
  /** Sum of the samples' weights. */
  total: number;
  meanParts: number[];
  meanTarget: number;
  /** Kish's effective sample size: as many equally weighted samples would say as much. */
  effectiveCount: number;
};

/** @param weights one for each sample, above 0 */
export function weightedMoments(
  samples: readonly TargetSample[],
  weights: readonly number[],
): WeightedMoments {
  const weightAt = (index: number) => weights[index] ?? 0;
  const total = samples.reduce((sum, _, index) => sum + weightAt(index), 0);
  const squares = samples.reduce((sum, _, index) => sum + weightAt(index) ** 2, 0);
  const mean = (value: (sample: TargetSample) => number) =>
    samples.reduce((sum, sample, index) => sum + weightAt(index) * value(sample), 0) / (total || 1);
  const meanParts = SCORE_PARTS.map((_, part) => mean((sample) => sample.parts[part] ?? 0));
  const meanTarget = mean((sample) => sample.target);
  const centred = samples.map((sample) => ({
    parts: meanParts.map((average, part) => (sample.parts[part] ?? 0) - average),
    target: sample.target - meanTarget,
  }));
  const product = (value: (row: (typeof centred)[number]) => number) =>
    centred.reduce((sum, row, index) => sum + weightAt(index) * value(row), 0);
  return {
    gram: meanParts.map((_, left) =>
      meanParts.map((__, right) => product((row) => (row.parts[left] ?? 0) * (row.parts[right] ?? 0))),
    ),
    moment: meanParts.map((_, part) => product((row) => (row.parts[part] ?? 0) * row.target)),
    variation: product((row) => row.target ** 2),
    total,
    meanParts,
    meanTarget,
    effectiveCount: squares > 0 ? total ** 2 / squares : 0,
  };
}
