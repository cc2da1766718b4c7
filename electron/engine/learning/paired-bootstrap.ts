/**
 * Paired bootstrap (Efron and Tibshirani 1993, chapter 16): how sure it is that a mean difference is above
 * zero. Outcomes are drawn again with replacement, each keeping both methods' errors together.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const REPLICATES = 2000;

/**
 * @param differences weighted differences, one for each outcome; above zero speaks for the new method
 * @returns share of bootstrap samples whose sum is above zero, 0..1, a sum of zero counting half
 */
export function bootstrapConfidence(differences: readonly number[], seed: number): number {
  if (differences.length === 0) return 0.5;
  const generator = xoroshiro128plus(seed);
  let above = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    let sum = 0;
    for (let draw = 0; draw < differences.length; draw++) {
      sum += differences[uniformInt(generator, 0, differences.length - 1)] ?? 0;
    }
    above += sum > 0 ? 1 : sum === 0 ? 0.5 : 0;
  }
  return above / REPLICATES;
}
