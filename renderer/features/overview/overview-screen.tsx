import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { ChartsTurnProvider, useTurnOnceReady } from '../../components/charts-turn';
import { ErrorPanel } from '../../components/error-panel';
import { Screen } from '../../components/screen';
import { StatusPill } from '../../components/status-pill';
import { formatInstant } from '../../lib/format';
import { texts } from '../../texts/texts';
import { ArrangeTools } from './arrange-tools';
import { CardGrid } from './card-grid';
import classes from './overview-screen.module.css';
import { useOverview } from './use-overview';
import { useOverviewLayout } from './use-overview-layout';

const words = texts.overview.saved;

export function OverviewScreen() {
  const { overview, isSaved, query } = useOverview();
  const layout = useOverviewLayout();
  const [isArranging, setArranging] = useState(false);
  const isChartsTurn = useTurnOnceReady(overview !== null && !isSaved);
  return (
    <Screen
      name="overview"
      title={texts.overview.title}
      lead={overview && (isArranging ? texts.overview.arrangeHint : texts.overview.lead)}
      actions={
        <>
          {isSaved && overview && (
            <StatusPill tone="neutral" testId="saved-figures" title={words.about}>
              {query.isError
                ? words.asOf(formatInstant(overview.computedAt))
                : words.updating(words.asOf(formatInstant(overview.computedAt)))}
            </StatusPill>
          )}
          {overview && <ArrangeTools layout={layout} isArranging={isArranging} onArrange={setArranging} />}
        </>
      }
    >
      {query.isError && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      <ChartsTurnProvider value={isChartsTurn}>
        {overview ? (
          <CardGrid overview={overview} layout={layout} isArranging={isArranging} />
        ) : (
          query.isError || <LoadingFigures />
        )}
      </ChartsTurnProvider>
    </Screen>
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
