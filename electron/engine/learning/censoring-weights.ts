/**
 * Recent outcomes are complete only when they were fast, so complete ones alone would make every build look
 * faster than it is. Each complete outcome therefore also stands for those like it that are still unsold: its
 * weight is one over the share of arrivals that had been watched for at least as many days as it took (inverse
 * probability of censoring; Koul, Susarla and Van Ryzin 1981). The day of looking ends every watch, so that
 * share is counted, not modelled.
 */
import type { Sample } from './types';

/** A single slow outcome must not decide alone. */
const LARGEST_WEIGHT = 5;

/**
 * @param unsoldFollowUpDays days since arrival of each unsold outcome
 * @returns one weight, 1 to 5, for each sample; 1 where the arrival is unknown
 */
export function censoringWeights(
  samples: readonly Sample[],
  unsoldFollowUpDays: readonly number[],
): number[] {
  const known = samples.flatMap(({ followUpDays }) => (followUpDays === null ? [] : [followUpDays]));
  const watched = [...known, ...unsoldFollowUpDays].sort((left, right) => left - right);
  return samples.map(({ followUpDays, daysToTurn }) => {
    if (followUpDays === null) return 1;
    const atLeast = watched.length - countBelow(watched, Math.min(daysToTurn, followUpDays));
    return Math.min(LARGEST_WEIGHT, watched.length / atLeast);
  });
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
