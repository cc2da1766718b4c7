import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { ForecastRun } from '@shared/contract/forecast';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { engine, orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { AccuracyView } from './accuracy-view';
import { RunView } from './run-view';

const route = getRouteApi('/forecast');

export function ForecastScreen() {
  const { grain = 'month', view = 'series' } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const latest = useQuery(orpc.forecast.getLatestRun.queryOptions({ input: { ...scope, grain } }));
  const job = useJob('forecast');
  const start = () => void job.start(() => engine.forecast.start({ ...scope, grain }));
  return (
    <Screen
      name="forecast"
      title="Forecast"
      isFilling
      lead={latest.data && <span title={describeCost(latest.data)}>{describeRun(latest.data)}</span>}
      actions={
        <>
          <SegmentedControl
            aria-label="View"
            data={[
              { value: 'series', label: 'Series' },
              { value: 'accuracy', label: 'Accuracy' },
            ]}
            value={view}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, view: value === 'accuracy' ? 'accuracy' : undefined }),
              })
            }
            data-testid="forecast-view"
          />
          <SegmentedControl
            aria-label="Grain"
            data={[
              { value: 'month', label: 'Months' },
              { value: 'week', label: 'Weeks' },
            ]}
            value={grain}
            onChange={(value) =>
              void navigate({
                search: ({ view: kept }) => ({ view: kept, grain: value === 'week' ? 'week' : undefined }),
              })
            }
            data-testid="forecast-grain"
          />
          <Button loading={job.isRunning} onClick={start} data-testid="forecast-run">
            Run forecast
          </Button>
        </>
      }
    >
      {job.isRunning && (
        <Panel>
          <JobProgress job={job.job} onCancel={job.cancel} />
        </Panel>
      )}
      <QueryView query={latest} loading={<Skeleton height="100%" radius="lg" />}>
        {(run) =>
          run ? (
            view === 'accuracy' ? (
              <AccuracyView
                grain={grain}
                cost={describeCost(run)}
                onOpen={(series) =>
                  void navigate({
                    search: {
                      ...(grain === 'week' ? { grain } : {}),
                      ...(series.startsWith('used:') ? { condition: 'used' as const } : {}),
                      series,
                      tab: 'methods',
                    },
                  })
                }
              />
            ) : (
              <RunView run={run} />
            )
          ) : (
            <NoRun grain={grain} isBusy={job.isRunning} onStart={start} />
          )
        }
      </QueryView>
    </Screen>
  );
}

function describeRun(run: ForecastRun): string {
  const { asOf, seriesCount, beatNaiveCount } = run;
  return `As of ${formatDay(asOf)}: ${formatCount(beatNaiveCount)} of ${formatQuantity(seriesCount, 'series')} beat repeating last year`;
}

/** When it was made, and what it cost. */
function describeCost(run: ForecastRun): string {
  const { createdAt, milliseconds, workMilliseconds, fittedCount, goneOnCount, keptCount } = run;
  const parts = [
    `${formatQuantity(fittedCount, 'series')} fitted`,
    goneOnCount > 0 ? `${formatCount(goneOnCount)} went on with their methods` : null,
    keptCount > 0 ? `${formatCount(keptCount)} kept since their data had not changed` : null,
  ].filter(Boolean);
  return `Made ${formatInstant(createdAt)} in ${seconds(milliseconds)} (${seconds(workMilliseconds)} of computing): ${parts.join(', ')}`;
}

function seconds(milliseconds: number): string {
  return formatQuantity(Math.max(1, Math.round(milliseconds / 1000)), 'second');
}

function NoRun({ grain, isBusy, onStart }: { grain: string; isBusy: boolean; onStart(): void }) {
  return (
    <EmptyState
      title={`No forecast by ${grain} yet`}
      testId="no-forecast"
      actions={
        <Button loading={isBusy} onClick={onStart}>
          Run the first forecast
        </Button>
      }
    >
      Each series is forecast by the model that did best on its own past, with bands checked by back-test. It
      takes a minute and can be cancelled.
    </EmptyState>
  );
}
