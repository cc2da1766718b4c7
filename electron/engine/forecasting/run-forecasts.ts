/**
 * Forecasts many series on worker threads. A series' forecast depends on that series and its options alone, so
 * results are the same whatever the number of threads and the order in which batches end.
 */
import { withForecastPool } from './forecast-pool';
import type { FittedBefore } from './go-on';
import type { DemandSeries, ForecastOptions, SeriesForecast } from './types';

export type ForecastTask = { series: DemandSeries; options: ForecastOptions; before?: FittedBefore };

/** What a thread gives back: forecasts in the order of their tasks, and the time that it computed. */
export type ForecastBatch = { forecasts: SeriesForecast[]; milliseconds: number };

export type ForecastRunOptions = {
  /** Folder with the bundled forecast-worker.js. */
  workerDirectory: string;
  threads: number;
  /** Aborting stops the threads at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  /** Told of each batch as it ends, with the place of its first task. */
  onBatch?: (first: number, batch: ForecastBatch) => Promise<void>;
};

/** Small enough for progress that moves and threads that end together. */
const BATCH_SIZE = 4;

/** Forecasts in the order of `tasks`. */
export async function runForecasts(
  tasks: readonly ForecastTask[],
  { workerDirectory, threads, signal, onProgress, onBatch }: ForecastRunOptions,
): Promise<SeriesForecast[]> {
  if (tasks.length === 0) return [];
  const batches = splitIntoBatches(tasks, BATCH_SIZE);
  let done = 0;
  return withForecastPool(
    { workerDirectory, signal, threads: Math.min(threads, batches.length) },
    async (pool) => {
      const results = await Promise.all(
        batches.map(async (batch, index) => {
          const finished: ForecastBatch = await pool.run(batch, { name: 'forecastBatch' });
          await onBatch?.(index * BATCH_SIZE, finished);
          done += batch.length;
          onProgress?.(done, tasks.length);
          return finished.forecasts;
        }),
      );
      return results.flat();
    },
  );
}

export function splitIntoBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
