import type { Overview } from '@shared/contract/overview';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { BucketChart, type BucketSeries } from '../../components/bucket-chart';
import { capitalize } from '../../lib/format';

/** Units and money by age; a bar opens its units. */
export function AgeChart({ inventory }: { inventory: Overview['inventory'] }) {
  const navigate = useNavigate();
  const series = useMemo(
    () =>
      inventory.map(
        ({ condition, ageBuckets }): BucketSeries => ({
          series: condition,
          label: capitalize(condition),
          buckets: ageBuckets.map(({ label, units, costCents, isAged }) => ({
            label,
            units,
            cents: costCents,
            isStressed: isAged,
          })),
        }),
      ),
    [inventory],
  );
  const openBucket = useCallback(
    (condition: 'new' | 'used', label: string) => {
      const bucket = inventory
        .find((summary) => summary.condition === condition)
        ?.ageBuckets.find((candidate) => candidate.label === label);
      if (!bucket) return;
      const { fromDays: minAgeDays, toDays: maxAgeDays } = bucket;
      void navigate({
        to: '/inventory',
        search: { condition, minAgeDays, ...(maxAgeDays !== null && { maxAgeDays }) },
      });
    },
    [inventory, navigate],
  );
  return (
    <BucketChart
      name="ageing"
      title="Ageing"
      note="days in stock; hatched is aged"
      bucketWord="Days in stock"
      isFilling
      series={series}
      onPick={openBucket}
    />
  );
}
