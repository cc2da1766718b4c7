/** Forecasts every series of a CSV text, without a database. */
import type { SeriesForecast as SeriesReply } from '@shared/contract/forecast';
import { readSeriesCsv } from './read-series-csv';
import { type ForecastRunOptions, runForecasts } from './run-forecasts';
import type { ForecastOptions } from './types';

/** Throws AppError FILE_REFUSED that names line and column. Replies are in the order of the file. */
export async function forecastCsv(
  text: string,
  options: ForecastOptions,
  run: ForecastRunOptions,
): Promise<SeriesReply[]> {
  const tasks = readSeriesCsv(text).map((series) => ({ series, options }));
  const forecasts = await runForecasts(tasks, run);
  return forecasts.map(({ history: _history, spread: _spread, members: _members, ...reply }) => reply);
}
