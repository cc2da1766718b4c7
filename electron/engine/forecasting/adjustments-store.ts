/** Adjustments of forecasts by hand: kept for good, taken back and put in force again, scored when periods are over. */
import { AppError } from '@shared/contract/errors';
import type { ForecastAdjustment, NewAdjustment } from '@shared/contract/forecast-adjustment';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { grainOf } from '@shared/domain/period';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { compareAdjusted } from './score-outcomes';

/** Those of a store, the newest first, taken back ones too. */
export async function listAdjustments(db: DbOrTransaction, storeId: number): Promise<ForecastAdjustment[]> {
  const rows = await db
    .selectFrom('forecastAdjustment')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const outcomes = await readAdjustedOutcomes(db, storeId);
  return rows.map(({ id, storeId: _store, seriesKey, createdAt, removedAt, ...row }) => {
    const own = outcomes.filter(
      ({ seriesKey: key, period }) =>
        key === seriesKey && row.firstPeriod <= period && period <= row.lastPeriod,
    );
    const score = compareAdjusted(own);
    return {
      ...row,
      id: String(id),
      seriesId: seriesKey,
      createdAt: new Date(createdAt).toISOString(),
      removedAt: removedAt === null ? null : new Date(removedAt).toISOString(),
      score: score && {
        periods: score.tests,
        modelError: score.modelError,
        adjustedError: score.adjustedError,
      },
    };
  });
}

/**
 * Holds from the newest forecast of the series on, as of the day. Throws NOT_FOUND where there is none, BAD_INPUT
 * for periods that make no sense.
 */
export async function addAdjustment(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
  { seriesId, firstPeriod, lastPeriod, factor, units, reason }: NewAdjustment,
): Promise<ForecastAdjustment> {
  if (grainOf(firstPeriod) !== grainOf(lastPeriod) || firstPeriod > lastPeriod) {
    throw new AppError('BAD_INPUT', `${firstPeriod} to ${lastPeriod} is no span of months or of weeks.`, {
      nextStep: 'Give the first and the last period, the earlier one first.',
    });
  }
  const { rows } = await sql<{ asOf: CalendarDay }>`
    select run.as_of from forecast_series series join forecast_run run on run.id = series.run_id
    where run.store_id = ${storeId} and series_key = ${seriesId} and run.as_of <= ${asOf}
    order by run.as_of desc, run.id desc limit 1`.execute(db);
  const [run] = rows;
  if (!run) throw new AppError('NOT_FOUND', `There is no forecast of ${seriesId} to adjust.`);
  const { id } = await db
    .insertInto('forecastAdjustment')
    .values({
      storeId,
      seriesKey: seriesId,
      firstPeriod,
      lastPeriod,
      factor,
      units,
      reason,
      madeAsOf: run.asOf,
      removedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return findAdjustment(db, storeId, id);
}

/** Throws NOT_FOUND. */
export async function setAdjustmentInForce(
  db: DbOrTransaction,
  id: string,
  isInForce: boolean,
  now: Date,
): Promise<ForecastAdjustment> {
  const number = Number(id);
  const row = Number.isSafeInteger(number)
    ? await db
        .updateTable('forecastAdjustment')
        .set({ removedAt: isInForce ? null : now.toISOString() })
        .where('id', '=', number)
        .returning(['id', 'storeId'])
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('NOT_FOUND', `There is no adjustment ${id}.`);
  return findAdjustment(db, row.storeId, row.id);
}

async function findAdjustment(db: DbOrTransaction, storeId: number, id: number): Promise<ForecastAdjustment> {
  const found = (await listAdjustments(db, storeId)).find((adjustment) => adjustment.id === String(id));
  if (!found) throw new AppError('NOT_FOUND', `There is no adjustment ${id}.`);
  return found;
}

type AdjustedOutcome = {
  seriesKey: string;
  period: string;
  actual: number;
  mean: number;
  adjustedMean: number | null;
};

/** The latest forecast of each period that is over and was adjusted. */
async function readAdjustedOutcomes(db: DbOrTransaction, storeId: number): Promise<AdjustedOutcome[]> {
  const { rows } = await sql<AdjustedOutcome>`
    select distinct on (series_key, period) series_key, period, actual, mean, adjusted_mean
    from forecast_outcome outcome join forecast_series series on series.id = outcome.series_id
    join forecast_run run on run.id = series.run_id
    where run.store_id = ${storeId} and adjusted_mean is not null
    order by series_key, period, run.as_of desc, run.id desc`.execute(db);
  return rows;
}
