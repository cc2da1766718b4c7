/**
 * Runs an import's or an undo's changes on the rows as files state them. What lies over those is taken off before and put
 * back after, in the same transaction: corrections made by hand, and sales that departures stand for.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables';
import { putCorrectionsOn, takeCorrectionsOff } from './corrections/overlay';
import { addDepartureSales, removeDepartureSales } from './departures/departure-sales';
import { keepDepartures } from './departures/keep-departures';

export async function withBaseRows<Result>(
  transaction: Transaction<Tables>,
  work: () => Promise<Result>,
): Promise<Result> {
  await removeDepartureSales(transaction);
  await takeCorrectionsOff(transaction);
  const result = await work();
  await keepDepartures(transaction, await allStores(transaction));
  await putCorrectionsOn(transaction);
  await addDepartureSales(transaction);
  return result;
}

async function allStores(transaction: Transaction<Tables>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from store`.execute(transaction);
  return rows.map(({ id }) => id);
}
