/** The reports that are written by themselves: kept, changed, and found when they are due. */
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { type ReportSchedule, type ScheduleInput, scheduleInputSchema } from '@shared/contract/reports';
import { sql } from 'kysely';
import type { Db } from '../../database/database';
import { findStore } from '../../stores/resolve-scope';
import { nextRun } from './next-run';

export async function listSchedules(db: Db): Promise<ReportSchedule[]> {
  const rows = await selectSchedules(db).orderBy('reportSchedule.id').execute();
  return rows.map(toSchedule);
}

/** Throws NOT_FOUND. */
export async function readSchedule(db: Db, id: string): Promise<ReportSchedule> {
  const row = await selectSchedules(db).where('reportSchedule.id', '=', toId(id)).executeTakeFirst();
  if (!row) throw unknownSchedule(id);
  return toSchedule(row);
}

/** Throws BAD_INPUT for a folder that is not a whole path, NOT_FOUND for an unknown schedule or store. */
export async function saveSchedule(
  db: Db,
  id: string | undefined,
  input: ScheduleInput,
  now: Date,
): Promise<ReportSchedule> {
  if (!path.isAbsolute(input.folder)) {
    throw new AppError('BAD_INPUT', `${input.folder} is not a whole path to a folder.`, {
      details: { folder: input.folder },
      nextStep: 'Choose the folder that the reports are to go to.',
    });
  }
  const store = await findStore(db, input.storeCode);
  const values = {
    storeId: store.id,
    request: JSON.stringify({ report: input.report, ...(input.table && { table: input.table }) }),
    format: input.format,
    folder: input.folder,
    cadence: input.cadence,
    weekday: input.weekday,
    minuteOfDay: input.minuteOfDay,
    isOn: input.isOn,
    dueAt: input.isOn ? (nextRun(input, now)?.toISOString() ?? null) : null,
    // Only imports from now on count: what is there already was there when it was set up.
    seenBatchId: await newestBatch(db, store.id),
    failures: 0,
    lastError: null,
  };
  if (id === undefined) {
    const added = await db
      .insertInto('reportSchedule')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow();
    return readSchedule(db, String(added.id));
  }
  const { numUpdatedRows } = await db
    .updateTable('reportSchedule')
    .set(values)
    .where('id', '=', toId(id))
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw unknownSchedule(id);
  return readSchedule(db, id);
}

export async function removeSchedule(db: Db, id: string): Promise<ReportSchedule[]> {
  await db.deleteFrom('reportSchedule').where('id', '=', toId(id)).execute();
  return listSchedules(db);
}

/** Those whose time has come, and those whose store has a newer import than they were written from. */
export async function listDue(db: Db, now: Date): Promise<ReportSchedule[]> {
  const rows = await selectSchedules(db)
    .where('reportSchedule.isOn', '=', true)
    .where(sql<boolean>`case when due_at is not null then due_at <= ${now.toISOString()}::timestamptz
      else cadence = 'after_import' and exists (
        select 1 from import_batch b
        where b.id > seen_batch_id and b.undone_at is null and report_schedule.store_id = any (b.store_ids)) end`)
    .orderBy('reportSchedule.id')
    .execute();
  return rows.map(toSchedule);
}

/** The newest import of a store, 0 when there is none. */
export async function newestBatch(db: Db, storeId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from import_batch where ${storeId}::bigint = any (store_ids)`.execute(
    db,
  );
  return rows[0]?.id ?? 0;
}

function selectSchedules(db: Db) {
  return db
    .selectFrom('reportSchedule')
    .innerJoin('store', 'store.id', 'reportSchedule.storeId')
    .select(['store.code as storeCode'])
    .selectAll('reportSchedule');
}

type ScheduleRow = Awaited<ReturnType<ReturnType<typeof selectSchedules>['execute']>>[number];

function toSchedule(row: ScheduleRow): ReportSchedule {
  const { storeCode, request, format, folder, cadence, weekday, minuteOfDay, isOn } = row;
  const input = scheduleInputSchema.parse({
    ...(request as { report: unknown; table?: unknown }),
    ...{ storeCode, format, folder, cadence, weekday, minuteOfDay, isOn },
  });
  const { dueAt, lastRunAt, lastPath, lastError, failures } = row;
  return { ...input, storeCode, id: String(row.id), dueAt, lastRunAt, lastPath, lastError, failures };
}

function toId(id: string): number {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) throw unknownSchedule(id);
  return number;
}

function unknownSchedule(id: string): AppError {
  return new AppError('NOT_FOUND', `There is no scheduled report ${id}.`, {
    details: { id },
    nextStep: 'Look at the list of scheduled reports.',
  });
}
