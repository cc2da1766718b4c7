import type { Overview } from '@shared/contract/overview';
import type { Condition } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { BucketChart } from '../../components/bucket-chart';
import { agesOf, stockByAge } from '../../components/stock-by-age';
import { drillInto } from '../../lib/data-filter';
import { texts } from '../../texts/texts';

const words = texts.overview.ageing;

/** Units and money by age; a bar opens its units. */
export function AgeChart({ inventory }: { inventory: Overview['inventory'] }) {
  const navigate = useNavigate();
  const series = useMemo(() => stockByAge(inventory), [inventory]);
  const openBucket = useCallback(
    (condition: Condition, label: string) => {
      const ages = agesOf(inventory, condition, label);
      if (ages)
        void navigate({
          to: '/inventory',
          search: (before) => drillInto(before, { ...ages, status: 'on_ground' }),
        });
    },
    [inventory, navigate],
  );
  return (
    <BucketChart
      name="ageing"
      title={texts.overview.charts.ageing}
      note={words.note}
      bucketWord={words.bucket}
      height={138}
      isFilling
      series={series}
      onPick={openBucket}
    />
  );
}
