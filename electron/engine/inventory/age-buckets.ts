/** Age buckets of one condition: they partition every age from 0 up, and the last one is open. */
import type { AgeBucket } from '@shared/contract/inventory';

export type BucketCount = {
  /** 0 for the first bucket, as many as there are limits for the open one. */
  index: number;
  units: number;
  costCents: number;
};

/**
 * `upperDays` are the last days of each bucket, ascending. A bucket is aged when every age in it is over
 * `agedDays`, so a limit inside a bucket leaves that bucket unmarked.
 */
export function toAgeBuckets(
  upperDays: readonly number[],
  agedDays: number,
  counts: readonly BucketCount[],
): AgeBucket[] {
  return [...upperDays, null].map((toDays, index) => {
    const fromDays = index === 0 ? 0 : (upperDays[index - 1] ?? 0) + 1;
    const count = counts.find((candidate) => candidate.index === index);
    return {
      label: toDays === null ? `${fromDays}+` : `${fromDays}–${toDays}`,
      fromDays,
      toDays,
      units: count?.units ?? 0,
      costCents: count?.costCents ?? 0,
      isAged: fromDays > agedDays,
    };
  });
}

/** First day of every bucket but the first, as `width_bucket` wants them. */
export function bucketThresholds(upperDays: readonly number[]): number[] {
  return upperDays.map((days) => days + 1);
}
