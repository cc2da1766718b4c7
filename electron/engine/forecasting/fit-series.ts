/**
 * Fits series on worker threads, each once for its data and options: finished ones are kept in the database as they
 * come, so that a run that was cancelled, or whose engine stopped, goes on where it was, and a later run fits again only what
 * has new data.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { addDays } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import { type ForecastTask, runForecasts } from './run-forecasts';
import type { SeriesForecast } from './types';

export type FittedSeries = { forecasts: SeriesForecast[]; fittedCount: number; keptCount: number };

const MOST_THREADS = 2;
/** What no run has asked for in so long is forgotten. */
const KEPT_DAYS = 40;

/** Forecasts in the order of `tasks`. Throws the signal's reason when it is aborted. */
export async function fitSeries(
  context: EngineContext,
  storeId: number,
  tasks: readonly ForecastTask[],
  handle: JobHandle,
): Promise<FittedSeries> {
  const program = await readFile(path.join(context.workerDirectory, 'forecast-worker.js'));
  const hashes = tasks.map((task) => hashOf(program, task));
  const kept = await readKept(context, storeId, hashes);
  const missing = tasks.flatMap((task, index) => {
    const hash = hashes[index] ?? '';
    return kept.has(hash) ? [] : [{ task, hash }];
  });
  const words = kept.size > 0 ? `, ${tasks.length - missing.length} kept from before` : '';
  const fitted = await runForecasts(
    missing.map(({ task }) => task),
    {
      workerDirectory: context.workerDirectory,
      threads: Math.min(MOST_THREADS, availableParallelism()),
      signal: handle.signal,
      onProgress: (done, total) =>
        handle.report(done / (total + 1), `Forecast ${done} of ${total} series${words}`),
      onBatch: (first, forecasts) =>
        keep(
          context,
          storeId,
          forecasts.map((forecast, index) => ({ hash: missing[first + index]?.hash ?? '', forecast })),
        ),
    },
  );
  fitted.forEach((forecast, index) => {
    kept.set(missing[index]?.hash ?? '', forecast);
  });
  const forecasts = hashes.flatMap((hash) => kept.get(hash) ?? []);
  return { forecasts, fittedCount: missing.length, keptCount: tasks.length - missing.length };
}

/** The worker's program is a part of it: models that changed fit again. */
function hashOf(program: Buffer, task: ForecastTask): string {
  return createHash('sha256').update(program).update(JSON.stringify(task)).digest('hex');
}

async function readKept(
  { db, now }: EngineContext,
  storeId: number,
  hashes: readonly string[],
): Promise<Map<string, SeriesForecast>> {
  const usedAt = now().toISOString();
  await sql`delete from forecast_cache where store_id = ${storeId}
    and used_at < ${addDays(usedAt.slice(0, 10), -KEPT_DAYS)}`.execute(db);
  const { rows } = await sql<{ hash: string; forecast: SeriesForecast }>`
    update forecast_cache set used_at = ${usedAt}
    where store_id = ${storeId} and hash = any(${hashes})
    returning hash, forecast`.execute(db);
  return new Map(rows.map(({ hash, forecast }) => [hash, forecast]));
}

async function keep(
  { db, now }: EngineContext,
  storeId: number,
  rows: readonly { hash: string; forecast: SeriesForecast }[],
): Promise<void> {
  const usedAt = now().toISOString();
  await db
    .insertInto('forecastCache')
    .values(rows.map(({ hash, forecast }) => ({ storeId, hash, forecast: JSON.stringify(forecast), usedAt })))
    .onConflict((conflict) => conflict.columns(['storeId', 'hash']).doUpdateSet({ usedAt }))
    .execute();
}
