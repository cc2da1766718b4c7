/** Reads saved forecast runs in the contract's shapes. */
import { AppError } from '@shared/contract/errors';
import type { ForecastRun, ForecastSeries } from '@shared/contract/forecast';
import type { ForecastLevel } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Grain } from '@shared/domain/period';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';

export type ListedSeries = Omit<ForecastSeries, 'history' | 'candidates'>;

/** The newest run of a store and grain, made as of `asOf` or earlier when that is given. */
export async function readLatestRun(
  db: DbOrTransaction,
  storeId: number,
  grain: Grain,
  asOf: CalendarDay | undefined,
): Promise<ForecastRun | null> {
  const until = asOf === undefined ? sql`true` : sql`run.as_of <= ${asOf}`;
  const { rows } = await sql<ForecastRun>`
    select run.id::text as id, store.code as store_code, run.as_of, run.grain, run.horizon, run.created_at,
           run.milliseconds, count(series.id) as series_count,
           count(*) filter (where accuracy.beats_naive) as beat_naive_count
    from forecast_run run join store on store.id = run.store_id
    left join forecast_series series on series.run_id = run.id
    left join forecast_accuracy accuracy on accuracy.series_id = series.id
    where run.store_id = ${storeId} and run.grain = ${grain} and ${until}
    group by run.id, store.code order by run.as_of desc, run.id desc limit 1`.execute(db);
  const run = rows[0];
  return run ? { ...run, createdAt: new Date(run.createdAt).toISOString() } : null;
}

/** Series of a run in the order they were saved. Throws NOT_FOUND for an unknown run. */
export async function listSeries(
  db: DbOrTransaction,
  runId: string,
  level: ForecastLevel | undefined,
): Promise<ListedSeries[]> {
  const run = await findRun(db, runId);
  let query = selectSeries(db, run.id);
  if (level !== undefined) query = query.where('forecastSeries.level', '=', level);
  const rows = await query.execute();
  const points = await db
    .selectFrom('forecastPoint')
    .innerJoin('forecastSeries', 'forecastSeries.id', 'forecastPoint.seriesId')
    .select([
      'forecastPoint.seriesId',
      'forecastPoint.period',
      'forecastPoint.mean',
      'forecastPoint.quantiles',
    ])
    .where('forecastSeries.runId', '=', run.id)
    .orderBy('forecastPoint.period')
    .execute();
  const bySeries = new Map<number, ListedSeries['points']>();
  for (const { seriesId, ...point } of points)
    bySeries.set(seriesId, [...(bySeries.get(seriesId) ?? []), point]);
  return rows.map((row) => toListed(row, run.grain, bySeries.get(row.seriesId) ?? []));
}

/** One series with its history and every candidate. Throws NOT_FOUND. */
export async function readSeries(
  db: DbOrTransaction,
  runId: string,
  seriesId: string,
): Promise<ForecastSeries> {
  const run = await findRun(db, runId);
  const row = await selectSeries(db, run.id)
    .select(['forecastSeries.history', 'forecastSeries.candidates'])
    .where('forecastSeries.seriesKey', '=', seriesId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND', `Forecast ${runId} has no series ${seriesId}.`);
  const points = await db
    .selectFrom('forecastPoint')
    .select(['period', 'mean', 'quantiles'])
    .where('seriesId', '=', row.seriesId)
    .orderBy('period')
    .execute();
  return {
    ...toListed(row, run.grain, points),
    history: row.history as ForecastSeries['history'],
    candidates: row.candidates as ForecastSeries['candidates'],
  };
}

async function findRun(db: DbOrTransaction, runId: string): Promise<{ id: number; grain: Grain }> {
  const id = Number(runId);
  const run = Number.isSafeInteger(id)
    ? await db.selectFrom('forecastRun').select(['id', 'grain']).where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!run) throw new AppError('NOT_FOUND', `There is no forecast ${runId}.`);
  return run;
}

function selectSeries(db: DbOrTransaction, runId: number) {
  return db
    .selectFrom('forecastSeries')
    .innerJoin('forecastAccuracy', 'forecastAccuracy.seriesId', 'forecastSeries.id')
    .select([
      'forecastSeries.id as seriesId',
      'forecastSeries.seriesKey',
      'forecastSeries.level',
      'forecastSeries.make',
      'forecastSeries.model',
      'forecastSeries.trim',
      'forecastSeries.modelName',
      'forecastSeries.status',
      'forecastSeries.note',
      'forecastSeries.totalMean',
      'forecastSeries.totalQuantiles',
      'forecastAccuracy.mase',
      'forecastAccuracy.rmsse',
      'forecastAccuracy.bias',
      'forecastAccuracy.pinball',
      'forecastAccuracy.coverage80',
      'forecastAccuracy.coverage90',
      'forecastAccuracy.origins',
      'forecastAccuracy.beatsNaive',
    ])
    .where('forecastSeries.runId', '=', runId)
    .orderBy('forecastSeries.id');
}

type SeriesRow = Awaited<ReturnType<ReturnType<typeof selectSeries>['execute']>>[number];

function toListed(row: SeriesRow, grain: Grain, points: ListedSeries['points']): ListedSeries {
  const { mase, rmsse, bias, pinball, coverage80, coverage90, origins, beatsNaive } = row;
  return {
    id: row.seriesKey,
    level: row.level,
    grain,
    make: row.make,
    modelName: row.model,
    trim: row.trim,
    status: row.status,
    model: row.modelName,
    note: row.note,
    points,
    total: { mean: row.totalMean, quantiles: row.totalQuantiles },
    accuracy: { mase, rmsse, bias, pinball, coverage80, coverage90, origins, beatsNaive },
  };
}
