/** Forecasts every series of a CSV text, without a database. */
import type { SeriesForecast as SeriesReply } from '@shared/contract/forecast';
import { AUTOMATIC_MODELS } from './models/model-catalogue';
import { readSeriesCsv } from './read-series-csv';
import { type GroupRunOptions, runGroup } from './run-group';
import type { ForecastOptions, ModelName } from './types';

/** Prophet takes longer than all other models together: it takes part in files of up to this many series. */
const MOST_FOR_PROPHET = 50;

/** Throws AppError FILE_REFUSED that names line and column. Replies are in the order of the file. */
export async function forecastCsv(
  text: string,
  options: ForecastOptions,
  run: GroupRunOptions,
): Promise<SeriesReply[]> {
  const list = readSeriesCsv(text);
  const models: readonly ModelName[] =
    list.length <= MOST_FOR_PROPHET ? [...AUTOMATIC_MODELS, 'prophet'] : AUTOMATIC_MODELS;
  const tasks = list.map((series) => ({ series, options: { models, ...options } }));
  const forecasts = await runGroup(tasks, run);
  return forecasts.map(
    ({
      history: _history,
      spread: _spread,
      members: _members,
      method: _method,
      isGoneOn: _isGoneOn,
      ...reply
    }) => reply,
  );
}
