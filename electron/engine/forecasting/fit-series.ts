/**
 * Fits series on worker threads. What was finished is kept in the database as it comes, so that a run that was cancelled, or
 * whose engine stopped, goes on where it was, and a later run does again only what it has to: a series with the same data
 * keeps its forecast, one that grew goes on with its methods, and only what is new or surprising is fitted from the beginning
 * (go-on.ts).
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import { isAsBefore } from './go-on';
import {
  type AskedSeries,
  forgetUnused,
  type KeptSeries,
  keepFitted,
  readEarlier,
  readKept,
} from './kept-series';
import { type ForecastBatch, type ForecastTask, runForecasts } from './run-forecasts';
import { seasonFactors } from './season-factors';
import type { SeriesForecast } from './types';

export type FittedSeries = { forecasts: SeriesForecast[]; cost: FitCost };

/** How many series were fitted from the beginning, went on with their methods, or stayed as they were. */
export type FitCost = {
  fittedCount: number;
  goneOnCount: number;
  keptCount: number;
  /** Of all threads together, without waiting. */
  workMilliseconds: number;
};

const MOST_THREADS = 2;
/** The season is compared over this many periods before the forecast, and over the horizon. */
const COMPARED_PERIODS = { month: 12, week: 52 } as const;

/** Forecasts in the order of `tasks`. Throws the signal's reason when it is aborted. */
export async function fitSeries(
  context: EngineContext,
  storeId: number,
  tasks: readonly ForecastTask[],
  handle: JobHandle,
): Promise<FittedSeries> {
  const program = await readFile(path.join(context.workerDirectory, 'forecast-worker.js'));
  const version = createHash('sha256').update(program).digest('hex');
  const asked = tasks.map((task) => ask(version, task));
  await forgetUnused(context, storeId);
  const found = await readKept(context, storeId, asked);
  const earlier = await readEarlier(
    context,
    storeId,
    asked.filter(({ hash }) => !found.has(hash)),
  );
  for (const one of asked) {
    const before = earlier.get(one.key);
    if (before && !found.has(one.hash) && isAsBefore(one.task.series, one.season, toBefore(before)))
      found.set(one.hash, before.forecast);
  }
  const missing = asked.filter(({ hash }) => !found.has(hash));
  const keptCount = tasks.length - missing.length;
  let workMilliseconds = 0;
  const words = keptCount > 0 ? `, ${keptCount} kept from before` : '';
  const fitted = await runForecasts(
    missing.map(({ task, key }) => goingOn(task, earlier.get(key))),
    {
      workerDirectory: context.workerDirectory,
      threads: Math.min(MOST_THREADS, availableParallelism()),
      signal: handle.signal,
      onProgress: (done, total) =>
        handle.report(done / (total + 1), `Forecast ${done} of ${total} series${words}`),
      onBatch: async (first, batch: ForecastBatch) => {
        workMilliseconds += batch.milliseconds;
        await keepFitted(context, storeId, missing.slice(first), batch.forecasts);
      },
    },
  );
  fitted.forEach((forecast, index) => {
    found.set(missing[index]?.hash ?? '', forecast);
  });
  const goneOnCount = fitted.filter(({ isGoneOn }) => isGoneOn).length;
  return {
    forecasts: asked.flatMap(({ hash }) => found.get(hash) ?? []),
    cost: {
      fittedCount: fitted.length - goneOnCount,
      goneOnCount,
      keptCount,
      workMilliseconds: Math.round(workMilliseconds),
    },
  };
}

/** The worker's program is a part of the question: models that changed fit again. */
function ask(version: string, task: ForecastTask): AskedSeries {
  const { series, options } = task;
  const hashOf = (value: unknown) =>
    createHash('sha256').update(version).update(JSON.stringify(value)).digest('hex');
  return {
    task,
    key: series.id,
    hash: hashOf({ series, options }),
    question: hashOf({ options, grain: series.grain, isLent: series.storeSeason !== undefined }),
    season: lentSeason(task),
  };
}

/** What the store's season does to the last year and the horizon; empty where none is lent. */
function lentSeason({ series, options }: ForecastTask): number[] {
  if (!series.storeSeason) return [];
  const { length } = series.values;
  const factors = seasonFactors(series.storeSeason, series.start, length, options.horizon) ?? [];
  const from = Math.max(0, length - COMPARED_PERIODS[series.grain]);
  return factors.slice(from).map((factor) => Number(factor.toFixed(4)));
}

function toBefore({ forecast, season }: KeptSeries): Parameters<typeof isAsBefore>[2] {
  return { history: forecast.history, season };
}

function goingOn(task: ForecastTask, before: KeptSeries | undefined): ForecastTask {
  if (!before) return task;
  const { history, points, method } = before.forecast;
  return { ...task, before: { history, points, method } };
}
