/**
 * The weights in use. A store has one active set at any time: version 1, made when first asked for, weighs all four
 * parts alike.
 */

import type { WeightSet } from '@shared/contract/learning';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { ScoreWeights } from './types';

const texts = engineTexts.planning.learning;

export type ActiveWeights = { weightSetId: number; version: number; weights: ScoreWeights; tilt: number };

const EVEN_WEIGHTS: ScoreWeights = { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 };
const FIRST_TILT = 0.25;
export const WEIGHT_SET_COLUMNS = [
  'id',
  'version',
  'weights',
  'tilt',
  'isActive',
  'createdAt',
  'evidence',
  'note',
] as const;

/** The weights in use, whatever the day; makes version 1 where there is none. */
export async function readActiveWeights(db: DbOrTransaction, storeId: number): Promise<ActiveWeights> {
  const active = (await findActiveWeights(db, storeId)) ?? (await makeFirst(db, storeId));
  return { weightSetId: active.id, version: active.version, weights: active.weights, tilt: active.tilt };
}

/**
 * The weights that a plan as of a day is scored with: those in use where they were learned by then, else the newest
 * that were. A set that no run led to, as version 1, was there on every day.
 */
export async function readWeightsAsOf(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<ActiveWeights> {
  const active = await readActiveWeights(db, storeId);
  const { rows } = await sql<ActiveWeights>`
    select weight_set.id as weight_set_id, version, weights, tilt
    from weight_set left join learning_run run on run.id = weight_set.learning_run_id
    where weight_set.store_id = ${storeId} and (run.as_of is null or run.as_of <= ${asOf})
    order by is_active desc, version desc limit 1`.execute(db);
  return rows[0] ?? active;
}

/** Newest version first. */
export async function listWeights(db: DbOrTransaction, storeId: number): Promise<WeightSet[]> {
  await readActiveWeights(db, storeId);
  const rows = await db
    .selectFrom('weightSet')
    .select(WEIGHT_SET_COLUMNS)
    .where('storeId', '=', storeId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toWeightSet);
}

/** undefined when the store has no weights yet. */
export async function findActiveWeights(db: DbOrTransaction, storeId: number) {
  return db
    .selectFrom('weightSet')
    .select(['id', 'version', 'weights', 'tilt'])
    .where('storeId', '=', storeId)
    .where('isActive', '=', true)
    .executeTakeFirst();
}

/** Two callers may come at once: the second finds what the first made. */
async function makeFirst(db: DbOrTransaction, storeId: number) {
  await db
    .insertInto('weightSet')
    .values({
      storeId,
      version: 1,
      weights: JSON.stringify(EVEN_WEIGHTS),
      tilt: FIRST_TILT,
      isActive: true,
      learningRunId: null,
      evidence: JSON.stringify({}),
      note: texts.evenWeights,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await findActiveWeights(db, storeId);
  if (!made) throw new Error(`store ${storeId} has weights but none is active`);
  return made;
}

type WeightSetRow = Omit<WeightSet, 'id'> & { id: number };

/** A row with WEIGHT_SET_COLUMNS as the contract states it. */
export function toWeightSet({ id, ...row }: WeightSetRow): WeightSet {
  return { id: String(id), ...row };
}
