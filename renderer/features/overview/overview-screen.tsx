import { Skeleton } from '@mantine/core';
import type { Overview } from '@shared/contract/overview';
import { ChartsTurnProvider, useTurnOnceReady } from '../../components/charts-turn';
import { ErrorPanel } from '../../components/error-panel';
import { Screen } from '../../components/screen';
import { StatusPill } from '../../components/status-pill';
import { formatInstant } from '../../lib/format';
import { ActionList } from './action-list';
import { AgeChart } from './age-chart';
import { FigureGrid } from './figure-grid';
import { IncomingChart } from './incoming-chart';
import classes from './overview-screen.module.css';
import { SalesChart } from './sales-chart';
import { useOverview } from './use-overview';

export function OverviewScreen() {
  const { overview, isSaved, query } = useOverview();
  const isChartsTurn = useTurnOnceReady(overview !== null && !isSaved);
  return (
    <Screen
      name="overview"
      title="Overview"
      lead={overview && 'What stands on the lot, what it costs, and what to do today'}
      actions={
        isSaved &&
        overview && (
          <StatusPill tone="neutral" testId="saved-figures" title="Figures of the last visit">
            As saved {formatInstant(overview.computedAt)}
            {query.isError ? '' : '; updating'}
          </StatusPill>
        )
      }
    >
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      <ChartsTurnProvider value={isChartsTurn}>
        {overview ? <Figures overview={overview} /> : query.isError || <LoadingFigures />}
      </ChartsTurnProvider>
    </Screen>
  );
}

function Figures({ overview }: { overview: Overview }) {
  return (
    <>
      <FigureGrid overview={overview} />
      <div className={classes.columns}>
        <div className={classes.charts}>
          <AgeChart inventory={overview.inventory} />
          <div className={classes.pair}>
            <SalesChart sales={overview.sales} />
            <IncomingChart incoming={overview.incoming} />
          </div>
        </div>
        <div className={classes.actions}>
          <ActionList actions={overview.actions} />
        </div>
      </div>
    </>
  );
}

function LoadingFigures() {
  return (
    <div className={classes.loading} data-testid="loading">
      {['units', 'value', 'age', 'supply', 'turn', 'gross', 'holding', 'sold'].map((figure) => (
        <Skeleton key={figure} height={92} radius="lg" />
      ))}
    </div>
  );
}
