import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { ForecastRun } from '@shared/contract/forecast';
import { plural } from '@shared/texts/plural';
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
import { texts } from '../../texts/texts';
import { AccuracyView } from './accuracy-view';
import { RunView } from './run-view';

const words = texts.forecast.screen;

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
      title={words.title}
      isFilling
      lead={latest.data && <span title={describeCost(latest.data)}>{describeRun(latest.data)}</span>}
      actions={
        <>
          <SegmentedControl
            aria-label={words.view}
            data={[
              { value: 'series', label: words.views.series },
              { value: 'accuracy', label: words.views.accuracy },
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
            aria-label={words.grain}
            data={[
              { value: 'month', label: words.grains.month },
              { value: 'week', label: words.grains.week },
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
            {words.run}
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
  return words.asOf(formatDay(asOf), formatCount(beatNaiveCount), formatQuantity(seriesCount, 'series'));
}

/** When it was made, and what it cost. */
function describeCost(run: ForecastRun): string {
  const { createdAt, milliseconds, workMilliseconds, fittedCount, goneOnCount, keptCount } = run;
  const parts = [
    words.cost.fitted(formatQuantity(fittedCount, 'series')),
    goneOnCount > 0 ? words.cost.wentOn(formatCount(goneOnCount)) : null,
    keptCount > 0 ? words.cost.kept(formatCount(keptCount)) : null,
  ].filter(Boolean);
  return words.cost.made(
    formatInstant(createdAt),
    seconds(milliseconds),
    seconds(workMilliseconds),
    parts.join(', '),
  );
}

function seconds(milliseconds: number): string {
  return formatQuantity(Math.max(1, Math.round(milliseconds / 1000)), 'second');
}

function NoRun({
  grain,
  isBusy,
  onStart,
}: {
  grain: ForecastRun['grain'];
  isBusy: boolean;
  onStart(): void;
}) {
  return (
    <EmptyState
      title={words.none(plural(1, texts.nouns[grain]))}
      testId="no-forecast"
      actions={
        <Button loading={isBusy} onClick={onStart}>
          {words.runFirst}
        </Button>
      }
    >
      {words.noneAbout}
    </EmptyState>
  );
}
