/** What runs, what was slow, what the log says, and what may be told to others. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../../components/query-view';
import { desktop } from '../../../lib/desktop-bridge';
import { orpc } from '../../../lib/engine-client';
import { texts } from '../../../texts/texts';
import { DatabasePanel } from './database-panel';
import classes from './diagnostics.module.css';
import { DurationsPanel } from './durations-panel';
import { ErrorReportPanel } from './error-report-panel';
import { JobHistoryPanel } from './job-history-panel';
import { LogPanel } from './log-panel';
import { ProcessesPanel } from './processes-panel';
import { TelemetryPanel } from './telemetry-panel';

const words = texts.settings.diagnostics;

export function DiagnosticsPage() {
  const snapshot = useQuery(orpc.diagnostics.getSnapshot.queryOptions({ input: {}, staleTime: 0 }));
  const processes = useQuery({
    queryKey: ['desktop', 'processes'],
    queryFn: () => desktop.listProcesses(),
    staleTime: 0,
  });
  const refresh = () => {
    void snapshot.refetch();
    void processes.refetch();
  };
  return (
    <div className={classes.page} data-testid="diagnostics">
      <div className={`${classes.pair} ${classes.tables}`}>
        <ProcessesPanel
          processes={processes.data ?? []}
          actions={
            <Button variant="default" onClick={refresh} loading={snapshot.isFetching}>
              {words.refresh}
            </Button>
          }
        />
        <QueryView query={snapshot} loading={<Skeleton height={200} radius="lg" />}>
          {({ database, engine }) => <DatabasePanel database={database} engine={engine} />}
        </QueryView>
      </div>
      <LogPanel />
      <div className={`${classes.pair} ${classes.tables}`}>
        <JobHistoryPanel />
        <DurationsPanel
          title={words.calls.title}
          note={words.calls.note}
          durations={snapshot.data?.calls ?? []}
          testId="slow-calls"
        />
      </div>
      <DurationsPanel
        title={words.statements.title}
        note={words.statements.note}
        durations={snapshot.data?.statements ?? []}
        testId="slow-statements"
      />
      <div className={classes.pair}>
        <ErrorReportPanel />
        <TelemetryPanel />
      </div>
    </div>
  );
}
