/** A store's stock by age for a chart, and the ages that a picked bar stands for. */
import type { InventorySummary } from '@shared/contract/inventory';
import type { Condition } from '@shared/contract/primitives';
import { texts } from '../texts/texts';
import type { BucketSeries } from './bucket-chart';

export function stockByAge(summaries: readonly InventorySummary[]): BucketSeries[] {
  return summaries.map(({ condition, ageBuckets }) => ({
    series: condition,
    label: texts.terms.conditions[condition],
    buckets: ageBuckets.map(({ label, units, costCents, isAged }) => ({
      label,
      units,
      cents: costCents,
      isStressed: isAged,
    })),
  }));
}

export type PickedAges = { condition: Condition; minAgeDays: number; maxAgeDays: number | undefined };

/** null when no bucket of that condition has this label. */
export function agesOf(
  summaries: readonly InventorySummary[],
  condition: Condition,
  label: string,
): PickedAges | null {
  const buckets = summaries.find((summary) => summary.condition === condition)?.ageBuckets;
  const bucket = buckets?.find((candidate) => candidate.label === label);
  return bucket ? { condition, minAgeDays: bucket.fromDays, maxAgeDays: bucket.toDays ?? undefined } : null;
}
