/** Reads saved forecast runs in the contract's shapes, with the adjustments by hand that are in force. */
import { AppError } from '@shared/contract/errors';
import type { ForecastDetail, ForecastRun, ForecastSeries, ListedForecast } from '@shared/contract/forecast';
import type { ForecastDetails } from '@shared/contract/forecast-details';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { passesFilter } from '@shared/domain/passes-filter';
import type { Grain } from '@shared/domain/period';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { listAdjustments } from './adjustments-store';
import { type Adjusted, applyAdjustments } from './apply-adjustments';
import { readSeriesOutcomes } from './outcomes-store';

export type SeriesFilter = {
  level?: ForecastLevel | undefined;
  condition?: Condition;
  under?: string | undefined;
  make?: string | undefined;
  model?: string | undefined;
  trim?: string | undefined;
};

/**
 * The newest run of a store and grain, made as of `asOf` or earlier when that is given; of one day, a run of all levels before
 * one of a single level.
 */
export async function readLatestRun(
  db: DbOrTransaction,
  storeId: number,
  grain: Grain,
  asOf: CalendarDay | undefined,
): Promise<ForecastRun | null> {
  const until = asOf === undefined ? sql`true` : sql`run.as_of <= ${asOf}`;
  const { rows } = await sql<ForecastRun>`
    select run.id::text as id, store.code as store_code, run.as_of, run.grain, run.horizon, run.created_at,
           run.milliseconds, coalesce((run.details ->> 'fittedCount')::int, 0) as fitted_count,
           coalesce((run.details ->> 'goneOnCount')::int, 0) as gone_on_count,
           coalesce((run.details ->> 'keptCount')::int, 0) as kept_count,
           coalesce((run.details ->> 'workMilliseconds')::int, run.milliseconds) as work_milliseconds,
           count(series.id) as series_count, count(*) filter (where accuracy.beats_naive) as beat_naive_count
    from forecast_run run join store on store.id = run.store_id
    left join forecast_series series
      on series.run_id = run.id and series.condition = 'new' and series.level <> 'build'
    left join forecast_accuracy accuracy on accuracy.series_id = series.id
    where run.store_id = ${storeId} and run.grain = ${grain} and ${until}
    group by run.id, store.code
    order by run.as_of desc, coalesce(run.options ->> 'level', 'build') = 'build' desc, run.id desc limit 1`.execute(
    db,
  );
  const run = rows[0];
  return run ? { ...run, createdAt: new Date(run.createdAt).toISOString() } : null;
}

/** Series of a run in the order they were saved, builds only when asked for. Throws NOT_FOUND for an unknown run. */
export async function listSeries(
  db: DbOrTransaction,
  runId: string,
  filter: SeriesFilter = {},
): Promise<ListedForecast[]> {
  const run = await findRun(db, runId);
  const rows = await readAdjusted(db, run, filter);
  return rows.map((row) => toListed(row, run.grain));
}

/** The same with history and candidates, in as many statements. */
export async function listSeriesWithHistory(
  db: DbOrTransaction,
  runId: string,
  filter: SeriesFilter = {},
): Promise<ForecastSeries[]> {
  const run = await findRun(db, runId);
  const rows = await readAdjusted(db, run, filter);
  const keys = rows.map(({ id }) => id);
  const { rows: kept } = await sql<Pick<ForecastSeries, 'id' | 'history' | 'candidates'>>`
    select series_key as id, history, candidates from forecast_series
    where run_id = ${run.id} and series_key = any(${keys})`.execute(db);
  const byId = new Map(kept.map((row) => [row.id, row]));
  return rows.map((row) => ({
    ...toListed(row, run.grain),
    history: byId.get(row.id)?.history ?? [],
    candidates: byId.get(row.id)?.candidates ?? [],
  }));
}

/** One series with its history, every candidate and the working behind it. Throws NOT_FOUND. */
export async function readSeries(
  db: DbOrTransaction,
  runId: string,
  seriesId: string,
): Promise<ForecastDetail> {
  const run = await findRun(db, runId);
  const row = await db
    .selectFrom('forecastSeries')
    .select(['level', 'condition', 'history', 'candidates', 'details'])
    .where('runId', '=', run.id)
    .where('seriesKey', '=', seriesId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', `Forecast ${runId} has no series ${seriesId}.`);
  const { level, condition } = row;
  const listed = (await readAdjusted(db, run, { level, condition })).find(({ id }) => id === seriesId);
  if (!listed) throw new AppError('NOT_FOUND', `Forecast ${runId} has no series ${seriesId}.`);
  const adjustments = await listAdjustments(db, run.storeId);
  return {
    ...toListed(listed, run.grain),
    history: row.history as ForecastSeries['history'],
    candidates: row.candidates as ForecastSeries['candidates'],
    details: { ...NO_DETAILS, ...(row.details as Partial<ForecastDetails>) },
    adjustments: adjustments.filter((adjustment) => adjustment.seriesId === seriesId),
    outcomes: await readSeriesOutcomes(db, run.storeId, seriesId),
  };
}

const NO_DETAILS: ForecastDetails = {
  season: { basis: 'none', errorRatio: null },
  decomposition: [],
  parts: [],
  chosenThrough: null,
  outliers: [],
  inStockShare: null,
  stockOutUnits: 0,
  predecessors: [],
};

type Run = { id: number; storeId: number; asOf: CalendarDay; grain: Grain };

async function findRun(db: DbOrTransaction, runId: string): Promise<Run> {
  const id = Number(runId);
  const run = Number.isSafeInteger(id)
    ? await db
        .selectFrom('forecastRun')
        .select(['id', 'storeId', 'asOf', 'grain'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!run) throw new AppError('NOT_FOUND', `There is no forecast ${runId}.`);
  return run;
}

type SeriesRow = Omit<ListedForecast, 'grain' | 'unadjustedMean' | 'accuracy' | 'total'> &
  ListedForecast['accuracy'] & { totalMean: number; totalQuantiles: ListedForecast['total']['quantiles'] };

export type ReadForecast = SeriesRow & Pick<ListedForecast, 'total'>;

/** Series of one level that could be forecast, adjusted, for the plan. Throws NOT_FOUND. */
export async function readPlannedDemand(
  db: DbOrTransaction,
  runId: number,
  level: ForecastLevel,
  condition: Condition,
): Promise<Adjusted<ReadForecast>[]> {
  const rows = await readAdjusted(db, await findRun(db, String(runId)), { level, condition });
  return rows.filter(({ status }) => status === 'ok');
}

/**
 * Series of a run, adjusted. Adjustments of a level above or below reach a series, so all levels are read
 * where there are any.
 */
async function readAdjusted(
  db: DbOrTransaction,
  run: Run,
  filter: SeriesFilter,
): Promise<Adjusted<ReadForecast>[]> {
  const { level, condition = 'new', under, make, model, trim } = filter;
  const inForce = (await listAdjustments(db, run.storeId))
    .filter(({ removedAt, madeAsOf }) => removedAt === null && madeAsOf <= run.asOf)
    .reverse();
  const rows = await readRows(db, run.id, condition, inForce.length > 0 ? undefined : filter);
  const adjusted = applyAdjustments(rows, inForce);
  return adjusted.filter(
    (row) =>
      (level === undefined ? row.level !== 'build' : row.level === level) &&
      (under === undefined || row.id.startsWith(`build:${under.replace(/^trim:/, '')}|`)) &&
      passesFilter(
        { condition, make: row.make, model: row.modelName, trim: row.trim },
        { make, model, trim },
      ),
  );
}

async function readRows(
  db: DbOrTransaction,
  runId: number,
  condition: Condition,
  filter: SeriesFilter | undefined,
): Promise<ReadForecast[]> {
  const { level, under } = filter ?? {};
  const levels = filter
    ? level === undefined
      ? sql`series.level <> 'build'`
      : sql`series.level = ${level}`
    : sql`true`;
  const start =
    under === undefined
      ? sql`true`
      : sql`starts_with(series_key, ${`build:${under.replace(/^trim:/, '')}|`})`;
  const { rows } = await sql<SeriesRow>`
    select series_key as id, series.level, condition, make, series.model as model_name, trim,
           nullif(concat_ws(' · ', body, drivetrain, engine, package), '') as configuration,
           series.model_name as model, status, note, total_mean, total_quantiles,
           mase, rmsse, bias, pinball, coverage80, coverage90, coalesce(origins, 0) as origins, beats_naive,
           coalesce((select json_agg(json_build_object('period', period, 'mean', point.mean,
                                                       'quantiles', quantiles) order by period)
                     from forecast_point point where point.series_id = series.id), '[]') as points
    from forecast_series series left join forecast_accuracy accuracy on accuracy.series_id = series.id
    where run_id = ${runId} and condition = ${condition} and ${levels} and ${start}
    order by series.id`.execute(db);
  return rows.map((row) => ({ ...row, total: { mean: row.totalMean, quantiles: row.totalQuantiles } }));
}

function toListed(row: Adjusted<ReadForecast>, grain: Grain): ListedForecast {
  const { totalMean: _mean, totalQuantiles: _quantiles, ...rest } = row;
  const { mase, rmsse, bias, pinball, coverage80, coverage90, origins, beatsNaive, ...listed } = rest;
  return {
    ...listed,
    grain,
    accuracy: { mase, rmsse, bias, pinball, coverage80, coverage90, origins, beatsNaive },
  };
}
