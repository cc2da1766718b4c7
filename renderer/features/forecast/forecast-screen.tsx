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
import classes from './forecast-screen.module.css';
import type { ForecastSearch } from './forecast-search';
import { SeriesDetail } from './series-detail';
import { type ListLevel, SeriesList } from './series-list';

const route = getRouteApi('/forecast');

export function ForecastScreen() {
  const { grain = 'month' } = route.useSearch();
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
      lead={latest.data && describeRun(latest.data)}
      actions={
        <>
          <SegmentedControl
            aria-label="Grain"
            data={[
              { value: 'month', label: 'Months' },
              { value: 'week', label: 'Weeks' },
            ]}
            value={grain}
            onChange={(value) =>
              void navigate({
                search: ({ level }) => ({ level, grain: value === 'week' ? 'week' : undefined }),
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
          run ? <RunView run={run} /> : <NoRun grain={grain} isBusy={job.isRunning} onStart={start} />
        }
      </QueryView>
    </Screen>
  );
}

function describeRun({ asOf, createdAt, seriesCount, beatNaiveCount }: ForecastRun): string {
  return `As of ${formatDay(asOf)}, made ${formatInstant(createdAt)}: ${formatQuantity(seriesCount, 'series', 'series')}, ${formatCount(beatNaiveCount)} better than repeating last year`;
}

function RunView({ run }: { run: ForecastRun }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const series = useQuery(orpc.forecast.listSeries.queryOptions({ input: { runId: run.id } }));
  const set = (change: Partial<ForecastSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <QueryView query={series} loading={<Skeleton height="100%" radius="lg" />}>
      {(all) => {
        const chosen = all.find(({ id }) => id === search.series);
        const level = listLevel(search.level ?? chosen?.level);
        const first = all
          .filter((entry) => entry.level === level)
          .sort((a, b) => b.total.mean - a.total.mean)[0];
        const shown = chosen?.level === level ? chosen : first;
        return (
          <div className={classes.columns}>
            <SeriesList
              series={all}
              level={level}
              selectedId={shown?.id ?? null}
              onLevel={(next) => set({ level: next, series: undefined })}
              onSelect={(id) => set({ level, series: id })}
            />
            {shown ? (
              <SeriesDetail runId={run.id} seriesId={shown.id} />
            ) : (
              <EmptyState title="No series at this level">
                Too few units were sold to forecast them apart.
              </EmptyState>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function listLevel(level: ForecastSearch['level']): ListLevel {
  return level === 'store' || level === 'trim' ? level : 'model';
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
