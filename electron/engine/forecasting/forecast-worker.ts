/**
 * Entry of a worker thread: forecasts a batch of series. The pool calls the export by its name. Libraries are
 * loaded with the first batch and kept for the thread's life.
 */
import { forecastSeries } from './forecast-series';
import { loadModelLibraries } from './libraries/load-model-libraries';
import type { ForecastBatch, ForecastTask } from './run-forecasts';

export async function forecastBatch(tasks: readonly ForecastTask[]): Promise<ForecastBatch> {
  const libraries = await loadModelLibraries();
  const startedAt = performance.now();
  const forecasts = tasks.map(({ series, options, before }) =>
    forecastSeries(series, options, libraries, before),
  );
  return { forecasts, milliseconds: performance.now() - startedAt };
}
