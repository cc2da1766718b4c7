import { Skeleton } from '@mantine/core';
import type { ForecastRun, ListedForecast } from '@shared/contract/forecast';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { QueryView } from '../../components/query-view';
import { useDataFilter } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import classes from './forecast-screen.module.css';
import type { ForecastSearch } from './forecast-search';
import { SeriesDetail } from './series-detail';
import { SeriesList } from './series-list';
import { isBelow, levelBelow, levelOf, seriesWords } from './series-tree';

const words = texts.forecast.screen;

const route = getRouteApi('/forecast');

/** The series of a run by level on the left, the chosen one on the right. */
export function RunView({ run }: { run: ForecastRun }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const condition = run.grain === 'week' ? 'new' : (search.condition ?? 'new');
  const levels = levelsOf(condition);
  const level = wantedLevel(search, levels);
  const { make, model, trim } = useDataFilter();
  const input = { runId: run.id, condition, make, model, trim, ...(level === 'build' ? { level } : {}) };
  const series = useQuery(orpc.forecast.listSeries.queryOptions({ input }));
  const set = (change: Partial<ForecastSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const open = (id: string) => set({ level: levelOf(id), series: id, under: undefined });
  return (
    <QueryView query={series} loading={<Skeleton height="100%" radius="lg" />}>
      {(all) => {
        const listed = listedSeries(all, level, search.under);
        const shown = listed.find(({ id }) => id === search.series) ?? largest(listed);
        return (
          <div className={classes.columns}>
            <SeriesList
              series={listed}
              level={level}
              condition={condition}
              levels={levels}
              narrowedTo={search.under === undefined ? null : seriesWords(search.under)}
              selectedId={shown?.id ?? null}
              onLevel={(next) => set({ level: next, series: undefined, under: undefined })}
              onCondition={(next) =>
                set({
                  condition: next,
                  level: undefined,
                  series: undefined,
                  under: undefined,
                })
              }
              onWiden={() => set({ under: undefined })}
              onSelect={(id) => set({ level, series: id })}
            />
            {shown ? (
              <SeriesDetail
                runId={run.id}
                seriesId={shown.id}
                tab={search.tab ?? 'forecast'}
                onTab={(tab) => set({ tab: tab === 'forecast' ? undefined : tab })}
                onOpen={open}
                onShowBelow={(id) => {
                  const below = levelBelow(levelOf(id));
                  if (below)
                    set({ level: below, under: levelOf(id) === 'store' ? undefined : id, series: undefined });
                }}
              />
            ) : (
              <EmptyState title={words.noneAtLevel}>{words.noneAtLevelAbout}</EmptyState>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function levelsOf(condition: Condition): ForecastLevel[] {
  return condition === 'used' ? ['store', 'model'] : ['store', 'model', 'trim', 'build'];
}

function wantedLevel({ level, series }: ForecastSearch, levels: readonly ForecastLevel[]): ForecastLevel {
  const wanted = level ?? (series ? levelOf(series) : 'model');
  return levels.includes(wanted) ? wanted : 'model';
}

function listedSeries(
  all: readonly ListedForecast[],
  level: ForecastLevel,
  under: string | undefined,
): ListedForecast[] {
  return all.filter((entry) => entry.level === level && (under === undefined || isBelow(entry.id, under)));
}

function largest(listed: readonly ListedForecast[]): ListedForecast | undefined {
  return [...listed].sort((a, b) => b.total.mean - a.total.mean)[0];
}
