import { Skeleton } from '@mantine/core';
import type { Condition } from '@shared/contract/primitives';
import type { SalesAnalysis } from '@shared/contract/sales-analysis';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { QueryView } from '../../components/query-view';
import { useFilteredScope, useSalesWindow } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import { MixPanel } from './mix-panel';
import { SeasonChart } from './season-chart';
import { AgeGrossChart, TurnChart } from './spread-charts';

const words = texts.sales;

type Props = { condition: Condition; view: 'spread' | 'mix' | 'seasons' };

/** How the sales of the period spread: over age and days, over builds, over the months of the year. */
export function SalesAnalysisView({ condition, view }: Props) {
  const scope = useFilteredScope();
  const windowDays = useSalesWindow();
  const analysis = useQuery(
    orpc.sales.getAnalysis.queryOptions({
      input: { ...scope, windowDays },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={analysis} loading={<Skeleton height={520} radius="lg" data-testid="loading" />}>
      {({ analyses }) => {
        const found = analyses.find((one) => one.condition === condition);
        return found ? <View analysis={found} view={view} windowDays={windowDays} /> : null;
      }}
    </QueryView>
  );
}

type ViewProps = { analysis: SalesAnalysis; view: Props['view']; windowDays: number };

function View({ analysis, view, windowDays }: ViewProps) {
  if (view === 'seasons') return <SeasonChart analysis={analysis} />;
  if (analysis.mix.length === 0)
    return (
      <EmptyState title={words.noneInWindow[analysis.condition](windowDays)}>
        {words.noneInWindowAbout}
      </EmptyState>
    );
  if (view === 'mix') return <MixPanel analysis={analysis} />;
  return (
    <>
      <TurnChart analysis={analysis} />
      <AgeGrossChart analysis={analysis} />
    </>
  );
}
