/**
 * Finished series of a store, by the hash of their data and question. `question` is what was asked of which program without
 * the data, `through` the last period of the history, so that a longer history finds what a shorter one was given.
 */
import { addDays } from '@shared/domain/calendar-day';
import { addPeriods, type Period } from '@shared/domain/period';
import { sql } from 'kysely';
import type { EngineContext } from '../engine-context';
import type { ForecastTask } from './run-forecasts';
import type { SeriesForecast } from './types';

export type AskedSeries = {
  task: ForecastTask;
  key: string;
  hash: string;
  question: string;
  /** Factors of the season that was lent; empty without. */
  season: readonly number[];
};

export type KeptSeries = { forecast: SeriesForecast; season: readonly number[] };

/** What no run has asked for in so long is forgotten. */
const KEPT_DAYS = 70;

export async function forgetUnused({ db, now }: EngineContext, storeId: number): Promise<void> {
  const today = now().toISOString().slice(0, 10);
  await sql`delete from forecast_cache where store_id = ${storeId}
    and used_at < ${addDays(today, -KEPT_DAYS)}`.execute(db);
}

/** By hash: the same data and the same question. */
export async function readKept(
  { db, now }: EngineContext,
  storeId: number,
  asked: readonly AskedSeries[],
): Promise<Map<string, SeriesForecast>> {
  const { rows } = await sql<{ hash: string; forecast: SeriesForecast }>`
    update forecast_cache set used_at = ${now().toISOString()}
    where store_id = ${storeId} and hash = any(${asked.map(({ hash }) => hash)})
    returning hash, forecast`.execute(db);
  return new Map(rows.map(({ hash, forecast }) => [hash, forecast]));
}

/** By series: the same question on the longest history that is no longer than the one asked for. */
export async function readEarlier(
  { db, now }: EngineContext,
  storeId: number,
  asked: readonly AskedSeries[],
): Promise<Map<string, KeptSeries>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<KeptSeries & { key: string }>`
    with earlier as (
      select wanted.key, newest.hash
      from unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ question }) => question)}::text[],
                  ${asked.map(({ task }) => lastPeriod(task))}::text[]) as wanted (key, question, last)
      cross join lateral (
        select hash from forecast_cache
        where store_id = ${storeId} and series_key = wanted.key and question = wanted.question
          and through <= wanted.last
        order by through desc, used_at desc limit 1
      ) newest
    )
    update forecast_cache set used_at = ${now().toISOString()} from earlier
    where store_id = ${storeId} and forecast_cache.hash = earlier.hash
    returning earlier.key, forecast, season`.execute(db);
  return new Map(rows.map(({ key, forecast, season }) => [key, { forecast, season: season ?? [] }]));
}

export async function keepFitted(
  { db, now }: EngineContext,
  storeId: number,
  asked: readonly AskedSeries[],
  forecasts: readonly SeriesForecast[],
): Promise<void> {
  const usedAt = now().toISOString();
  const rows = forecasts.flatMap((forecast, index) => {
    const one = asked[index];
    if (!one) return [];
    const { hash, key: seriesKey, question, season } = one;
    return [{ storeId, hash, seriesKey, question, through: lastPeriod(one.task), season, forecast, usedAt }];
  });
  await db
    .insertInto('forecastCache')
    .values(
      rows.map((row) => ({
        ...row,
        season: JSON.stringify(row.season),
        forecast: JSON.stringify(row.forecast),
      })),
    )
    .onConflict((conflict) => conflict.columns(['storeId', 'hash']).doUpdateSet({ usedAt }))
    .execute();
}

function lastPeriod({ series }: ForecastTask): Period {
  return addPeriods(series.start, series.values.length - 1);
}
