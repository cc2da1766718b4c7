/** Replays that were run, each kept as it came out. */

import { AppError } from '@shared/contract/errors';
import type { Replay } from '@shared/contract/replay';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { Db, DbOrTransaction } from '../database/database';

const noReplay = engineTexts.planning.replays.noReplay;

type ReplayOutcome = Omit<Replay, 'id' | 'storeCode' | 'asOf' | 'createdAt'>;
type ReplayRecord = { storeId: number; asOf: CalendarDay; createdAt: string; outcome: ReplayOutcome };
type SavedRow = { id: number; storeCode: string; asOf: string; createdAt: string; outcome: ReplayOutcome };

const SHOWN_REPLAYS = 50;

/** The new replay's id. */
export async function saveReplay(db: Db, { outcome, ...record }: ReplayRecord): Promise<number> {
  const { id } = await db
    .insertInto('replayRun')
    .values({ ...record, outcome: JSON.stringify(outcome) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Throws NOT_FOUND for an unknown id. */
export async function readReplay(db: DbOrTransaction, replayId: string): Promise<Replay> {
  const row = await savedReplays(db).where('replayRun.id', '=', toId(replayId)).executeTakeFirst();
  if (!row) {
    throw new AppError('NOT_FOUND', noReplay.message(replayId), {
      details: { replayId },
      nextStep: noReplay.nextStep,
    });
  }
  return toReplay(row as SavedRow);
}

/** The newest as of a day, or of all; null when there is none. */
export async function readLatestReplay(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay | undefined,
): Promise<Replay | null> {
  let query = savedReplays(db)
    .where('replayRun.storeId', '=', storeId)
    .orderBy('replayRun.id', 'desc')
    .limit(1);
  if (asOf !== undefined) query = query.where('replayRun.asOf', '=', asOf);
  const row = await query.executeTakeFirst();
  return row ? toReplay(row as SavedRow) : null;
}

/** Newest first, the last 50. */
export async function listReplays(
  db: DbOrTransaction,
  storeId: number,
): Promise<Omit<Replay, 'policies' | 'notes'>[]> {
  const rows = await savedReplays(db)
    .where('replayRun.storeId', '=', storeId)
    .orderBy('replayRun.id', 'desc')
    .limit(SHOWN_REPLAYS)
    .execute();
  return rows.map((row) => {
    const { policies: _, notes: _notes, ...listed } = toReplay(row as SavedRow);
    return listed;
  });
}

/** Whether there was one to remove. */
export async function removeReplay(db: Db, replayId: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    delete from replay_run where id = ${toId(replayId)} returning id`.execute(db);
  return rows.length > 0;
}

function savedReplays(db: DbOrTransaction) {
  return db
    .selectFrom('replayRun')
    .innerJoin('store', 'store.id', 'replayRun.storeId')
    .select([
      'replayRun.id',
      'store.code as storeCode',
      'replayRun.asOf',
      'replayRun.createdAt',
      'replayRun.outcome',
    ]);
}

function toReplay({ id, outcome, ...row }: SavedRow): Replay {
  return { id: String(id), ...row, ...outcome };
}

function toId(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
