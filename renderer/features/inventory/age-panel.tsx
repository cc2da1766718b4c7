import { Button, Skeleton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { InventorySummary } from '@shared/contract/inventory';
import type { Condition } from '@shared/contract/primitives';
import { IconChartBar } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { BucketChart } from '../../components/bucket-chart';
import { agesOf, stockByAge } from '../../components/stock-by-age';
import { texts } from '../../texts/texts';
import type { AgeRange } from './use-inventory-address';

const words = texts.inventory.ageing;

type Props = { summaries: InventorySummary[] | undefined; onPick(range: AgeRange): void };

const HEIGHT = 120;

/** The stock by age over the list; a bar filters the list. */
export function AgePanel({ summaries, onPick }: Props) {
  if (!summaries) return <Skeleton height={HEIGHT + 56} radius="lg" data-testid="loading" />;
  return <AgeBuckets summaries={summaries} onPick={onPick} />;
}

function AgeBuckets({ summaries, onPick }: { summaries: InventorySummary[]; onPick: Props['onPick'] }) {
  const series = useMemo(() => stockByAge(summaries), [summaries]);
  const pick = useCallback(
    (condition: Condition, label: string) => {
      const ages = agesOf(summaries, condition, label);
      if (ages) onPick(ages);
    },
    [summaries, onPick],
  );
  return (
    <BucketChart
      name="inventory-ageing"
      title={words.title}
      note={words.note}
      bucketWord={words.bucket}
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
      {isOpen ? words.hide : words.show}
    </Button>
  );
  return { isOpen, toggle };
}
