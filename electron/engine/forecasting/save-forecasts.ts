/** Stores a forecast run with its series, points and back-test scores, all in one transaction. */
import type { ForecastDetails } from '@shared/contract/forecast-details';
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Grain } from '@shared/domain/period';
import type { Insertable, Transaction } from 'kysely';
import type { Db } from '../database/database';
import type { Tables } from '../database/tables';
import type { DemandNode } from './demand-tree';
import type { SeriesForecast } from './types';

export type ForecastRun = {
  storeId: number;
  asOf: CalendarDay;
  grain: Grain;
  horizon: number;
  options: Record<string, unknown>;
  milliseconds: number;
  /** How many series were fitted, how many kept, and whose season was borrowed. */
  details: Record<string, unknown>;
};

export type SavedForecast = {
  condition: Condition;
  node: DemandNode;
  forecast: SeriesForecast;
  /** Null where there is no working of its own, as for builds. */
  details: ForecastDetails | null;
};

/** Rows in one insert: few enough for the parameters of one statement. */
const CHUNK = 500;

/** Returns the id of the new run. */
export async function saveForecasts(
  db: Db,
  run: ForecastRun,
  forecasts: readonly SavedForecast[],
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { id: runId } = await transaction
      .insertInto('forecastRun')
      .values({ ...run, options: JSON.stringify(run.options), details: JSON.stringify(run.details) })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const part of chunk(forecasts)) await saveSeries(transaction, runId, part);
    return runId;
  });
}

async function saveSeries(
  transaction: Transaction<Tables>,
  runId: number,
  forecasts: readonly SavedForecast[],
): Promise<void> {
  const rows = await transaction
    .insertInto('forecastSeries')
    .values(forecasts.map((item) => toSeriesRow(runId, item)))
    .returning(['id', 'seriesKey'])
    .execute();
  const ids = new Map(rows.map(({ id, seriesKey }) => [seriesKey, id]));
  const saved = forecasts.flatMap(({ forecast }) => {
    const seriesId = ids.get(forecast.id);
    return seriesId === undefined ? [] : [{ seriesId, forecast }];
  });
  const points = saved.flatMap(({ seriesId, forecast }) =>
    forecast.points.map(({ period, mean, quantiles }) => ({
      seriesId,
      period,
      mean,
      quantiles: JSON.stringify(quantiles),
    })),
  );
  for (const part of chunk(points)) await transaction.insertInto('forecastPoint').values(part).execute();
  await transaction
    .insertInto('forecastAccuracy')
    .values(saved.map(({ seriesId, forecast }) => ({ seriesId, ...forecast.accuracy })))
    .execute();
}

function toSeriesRow(
  runId: number,
  { condition, node, forecast, details }: SavedForecast,
): Insertable<Tables['forecastSeries']> {
  return {
    runId,
    seriesKey: forecast.id,
    level: node.level,
    condition,
    make: node.of.make ?? null,
    model: node.of.model ?? null,
    trim: node.of.trim ?? null,
    body: node.of.body ?? null,
    drivetrain: node.of.drivetrain ?? null,
    engine: node.of.engine ?? null,
    package: node.of.package ?? null,
    details: JSON.stringify(details ?? {}),
    modelName:
      forecast.model === 'combination' ? `combination of ${forecast.members.join(', ')}` : forecast.model,
    status: forecast.status,
    note: forecast.note,
    totalMean: forecast.total.mean,
    totalQuantiles: JSON.stringify(forecast.total.quantiles),
    history: JSON.stringify(forecast.history),
    candidates: JSON.stringify(forecast.candidates),
  };
}

function chunk<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
