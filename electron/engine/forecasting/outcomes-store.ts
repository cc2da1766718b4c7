/**
 * Scores the forecasts of the last year against demand since, after each import: what sold, raised for days without stock, for
 * that is what is forecast and what the back-test measures; sales alone would call every forecast of a store that runs out too
 * high. A score is a function of the forecast and of the sales, so scoring again gives what it gave, or what later sales make
 * of it; an import that is undone takes its scores with it.
 */
import type { ForecastOutcome } from '@shared/contract/forecast-accuracy';
import type { Condition } from '@shared/contract/primitives';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { type Grain, type Period, periodOrdinal } from '@shared/domain/period';
import type { QuantileMap } from '@shared/domain/quantile-levels';
import { sql } from 'kysely';
import type { Db, DbOrTransaction } from '../database/database';
import { type Adjustment, applyAdjustments } from './apply-adjustments';
import { applySuccessions } from './apply-successions';
import { correctDemand } from './correct-demand';
import { readDemandRows } from './demand-series';
import { buildDemandTree, type DemandNode } from './demand-tree';
import { type Outcome, type PastForecast, scoreOutcome } from './score-outcomes';
import { seasonSource } from './season-source';
import { readSuccessions } from './trim-successions';

/** Older runs keep the scores they have. */
export const SCORED_DAYS = 400;
const USED_PREFIX = 'used:';
const CHUNK = 500;

/** Returns how many forecast periods were scored. */
export async function scoreForecasts(db: Db, storeId: number, asOf: CalendarDay): Promise<number> {
  let scored = 0;
  for (const grain of ['month', 'week'] as const) {
    const runs = await listScoredRuns(db, storeId, grain, asOf);
    if (runs.length === 0) continue;
    const actual = await readActualDemand(db, storeId, grain, asOf);
    const adjustments = await readAdjustments(db, storeId);
    for (const runId of runs) scored += await scoreRun(db, runId, grain, actual, adjustments);
  }
  return scored;
}

/** The newest run of each day. */
async function listScoredRuns(
  db: DbOrTransaction,
  storeId: number,
  grain: Grain,
  asOf: CalendarDay,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select max(id) as id from forecast_run
    where store_id = ${storeId} and grain = ${grain} and as_of between ${addDays(asOf, -SCORED_DAYS)} and ${asOf}
    group by as_of order by as_of`.execute(db);
  return rows.map(({ id }) => id);
}

type ActualDemand = Map<string, { start: Period; values: readonly (number | null)[]; last: Period }>;

async function readActualDemand(
  db: DbOrTransaction,
  storeId: number,
  grain: Grain,
  asOf: CalendarDay,
): Promise<ActualDemand> {
  const units: ActualDemand = new Map();
  for (const condition of ['new', 'used'] as const) {
    const read = await readDemandRows(db, { storeId, condition, asOf });
    if (!read) continue;
    const isNew = condition === 'new';
    const rows = isNew
      ? applySuccessions(read, await readSuccessions(db, storeId, asOf, read.firstSoldOn))
      : read;
    const tree = buildDemandTree(rows, grain, asOf, isNew ? 'trim' : 'model', isNew ? '' : USED_PREFIX);
    if (!tree) continue;
    const collect = ({ series, children }: DemandNode) => {
      const values = series.demand ?? series.values;
      units.set(series.id, { start: series.start, values, last: tree.window.last });
      children.forEach(collect);
    };
    collect(correctDemand(tree.root, seasonSource(rows, tree.window, 1)?.season ?? null));
    units.set(`${condition} until`, { start: tree.window.first, values: [], last: tree.window.last });
  }
  return units;
}

type PointRow = {
  seriesId: number;
  seriesKey: string;
  condition: Condition;
  points: { period: Period; mean: number; quantiles: QuantileMap }[];
  totalMean: number;
  madeAsOf: CalendarDay;
  history: { period: Period; demand: number }[];
};

async function scoreRun(
  db: Db,
  runId: number,
  grain: Grain,
  actual: ActualDemand,
  adjustments: readonly DatedAdjustment[],
): Promise<number> {
  const { rows } = await sql<PointRow>`
    select id as series_id, series_key, condition, total_mean, history,
           (select as_of from forecast_run where id = run_id) as made_as_of,
           (select json_agg(json_build_object('period', period, 'mean', mean, 'quantiles', quantiles) order by period)
            from forecast_point where series_id = series.id) as points
    from forecast_series series
    where run_id = ${runId} and level <> 'build' and status = 'ok'
      and exists (select 1 from forecast_point where series_id = series.id)`.execute(db);
  const forecasts = rows.map((row) => ({
    ...row,
    id: row.seriesKey,
    total: { mean: row.totalMean, quantiles: {} as QuantileMap },
  }));
  const inForce = adjustments.filter(({ madeAsOf }) => madeAsOf <= (rows[0]?.madeAsOf ?? ''));
  const adjusted = new Map(applyAdjustments(forecasts, inForce).map((row) => [row.seriesId, row]));
  const outcomes = forecasts.flatMap((row): Outcome[] => {
    const [first] = row.points;
    const until = actual.get(`${row.condition} until`)?.last;
    if (!first || until === undefined) return [];
    const hand = adjusted.get(row.seriesId);
    return row.points
      .filter(({ period }) => period <= until)
      .map((point, step) => {
        const past: PastForecast = {
          seriesId: row.seriesId,
          firstPeriod: first.period,
          grain,
          ...point,
          adjustedMean: hand?.unadjustedMean == null ? null : (hand.points[step]?.mean ?? null),
          history: row.history.map(({ demand }) => demand),
        };
        return scoreOutcome(past, unitsIn(actual, row.seriesKey, point.period));
      });
  });
  await replaceOutcomes(db, runId, outcomes);
  return outcomes.length;
}

/** A series that no longer sells has no row: 0. */
function unitsIn(actual: ActualDemand, key: string, period: Period): number {
  const series = actual.get(key);
  return series ? (series.values[periodOrdinal(period) - periodOrdinal(series.start)] ?? 0) : 0;
}

async function replaceOutcomes(db: Db, runId: number, outcomes: readonly Outcome[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`delete from forecast_outcome using forecast_series
      where forecast_series.id = series_id and run_id = ${runId}`.execute(transaction);
    for (let start = 0; start < outcomes.length; start += CHUNK) {
      await transaction
        .insertInto('forecastOutcome')
        .values(outcomes.slice(start, start + CHUNK))
        .execute();
    }
  });
}

type DatedAdjustment = Adjustment & { madeAsOf: CalendarDay };

async function readAdjustments(db: DbOrTransaction, storeId: number): Promise<DatedAdjustment[]> {
  const rows = await db
    .selectFrom('forecastAdjustment')
    .select(['seriesKey as seriesId', 'firstPeriod', 'lastPeriod', 'factor', 'units', 'madeAsOf'])
    .where('storeId', '=', storeId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows;
}

/** What became of earlier forecasts of one series, oldest period first. */
export async function readSeriesOutcomes(
  db: DbOrTransaction,
  storeId: number,
  seriesKey: string,
): Promise<ForecastOutcome[]> {
  const { rows } = await sql<ForecastOutcome>`
    select run.as_of as run_as_of, period, steps_ahead, actual, mean, adjusted_mean, naive, within80, within90
    from forecast_outcome outcome join forecast_series series on series.id = outcome.series_id
    join forecast_run run on run.id = series.run_id
    where run.store_id = ${storeId} and series_key = ${seriesKey}
    order by period, run.as_of`.execute(db);
  return rows;
}
