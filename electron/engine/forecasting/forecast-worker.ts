/**
 * Entry of a worker thread: forecasts a batch of series. The pool calls the export by its name. Libraries are
 * loaded with the first batch and kept for the thread's life.
 */
import { forecastSeries } from './forecast-series';
import { loadModelLibraries } from './libraries/load-model-libraries';
import type { ForecastTask } from './run-forecasts';
import type { SeriesForecast } from './types';

export async function forecastBatch(tasks: readonly ForecastTask[]): Promise<SeriesForecast[]> {
  const libraries = await loadModelLibraries();
  return tasks.map(({ series, options }) => forecastSeries(series, options, libraries));
}
