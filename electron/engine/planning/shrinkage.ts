/**
 * Shrinks a mean toward its parent's when it rests on few sales:
 *
 *   estimate = (n x mean + strength x parent) / (n + strength)
 *
 * `strength` is how many sales the parent's word is worth, so with n = strength the two count alike.
 */
export type Sample = { count: number; mean: number };

export function shrinkToward(sample: Sample, parent: number, strength: number): number {
  if (sample.count === 0) return parent;
  return (sample.count * sample.mean + strength * parent) / (sample.count + strength);
}

/** Mean of `values` with their number; the mean of none is 0 and has a count of 0. */
export function sampleOf(values: readonly number[]): Sample {
  const sum = values.reduce((total, value) => total + value, 0);
  return { count: values.length, mean: values.length === 0 ? 0 : sum / values.length };
}
