import { Button, Skeleton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { InventorySummary } from '@shared/contract/inventory';
import { IconChartBar } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { BucketChart, type BucketSeries } from '../../components/bucket-chart';
import { capitalize } from '../../lib/format';
import type { AgeRange } from './use-inventory-address';

type Props = { summaries: InventorySummary[] | undefined; onPick(range: AgeRange): void };

const HEIGHT = 120;

/** The stock by age over the list; a bar filters the list. */
export function AgePanel({ summaries, onPick }: Props) {
  if (!summaries) return <Skeleton height={HEIGHT + 56} radius="lg" data-testid="loading" />;
  return <AgeBuckets summaries={summaries} onPick={onPick} />;
}

function AgeBuckets({ summaries, onPick }: { summaries: InventorySummary[]; onPick: Props['onPick'] }) {
  const series = useMemo(
    () =>
      summaries.map(
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
    [summaries],
  );
  const pick = useCallback(
    (condition: 'new' | 'used', label: string) => {
      const buckets = summaries.find((summary) => summary.condition === condition)?.ageBuckets;
      const bucket = buckets?.find((candidate) => candidate.label === label);
      if (bucket) onPick({ condition, minAgeDays: bucket.fromDays, maxAgeDays: bucket.toDays ?? undefined });
    },
    [summaries, onPick],
  );
  return (
    <BucketChart
      name="inventory-ageing"
      title="Ageing"
      note="days in stock; hatched is aged; click a bar to see its units"
      bucketWord="Days in stock"
      series={series}
      height={HEIGHT}
      onPick={pick}
    />
  );
}

export function useAgePanelToggle() {
  const [isOpen, setOpen] = useLocalStorage({ key: 'doso-age-panel', defaultValue: true });
  const toggle = (
    <Button
      variant="default"
      leftSection={<IconChartBar size={14} />}
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
      data-testid="toggle-age-panel"
    >
      {isOpen ? 'Hide ageing' : 'Show ageing'}
    </Button>
  );
  return { isOpen, toggle };
}
