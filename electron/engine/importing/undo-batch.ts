/**
 * Undoes the newest batch of its store and kind: what it created goes, what it changed gets its journalled image
 * back. A row that a batch of another kind changed since keeps that change. Undoing back to an older batch undoes
 * every later one of its stores first, so nothing of them is left.
 */

import { AppError } from '@shared/contract/errors';
import type { UndoOutcome } from '@shared/contract/import-accounting';
import type { ImportBatch } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables';
import type { ImportContext } from './import-context';
import { type BatchStores, laterBatches } from './later-batches';
import { parseBatchId, readBatch } from './list-batches';
import { countOf } from './load/load-facts';
import { deleteStays } from './load/without-reference-checks';
import { withBaseRows } from './with-base-rows';

const words = engineTexts.importing.batches.undo;

/** Sales go before the stays that they refer to. */
const TABLES = ['sale', 'stock_episode', 'factory_order', 'allocation', 'market_fact', 'feedback'] as const;

export type UndoneBatch = ImportBatch & { undo: UndoOutcome };

/**
 * Throws NOT_FOUND, or CONFLICT when a newer batch of the store and kind has to be undone first.
 * @param isBackTo with every later batch of its stores
 */
export async function undoBatch(
  { database, now }: ImportContext,
  batchId: string,
  isBackTo = false,
): Promise<UndoneBatch> {
  const id = parseBatchId(batchId);
  return database.db.transaction().execute((transaction) => undoAll(transaction, id, isBackTo, now()));
}

/** All in one transaction: the stores are as they were before the batch, or as they are now. */
async function undoAll(
  transaction: Transaction<Tables>,
  id: number,
  isBackTo: boolean,
  now: Date,
): Promise<UndoneBatch> {
  const undo: UndoOutcome = { batches: [], removed: 0, restored: 0, kept: [] };
  const later = isBackTo ? laterBatches(await readStoresSince(transaction, id), id) : [];
  for (const one of [...later, id]) {
    const { file, kind, undo: part } = await undoWithin(transaction, one, now);
    undo.batches.push({ id: String(one), file, kind });
    undo.removed += part.removed;
    undo.restored += part.restored;
    undo.kept.push(...part.kept);
  }
  return { ...(await readBatch(transaction, id)), undo };
}

async function readStoresSince(transaction: Transaction<Tables>, id: number): Promise<BatchStores[]> {
  const { rows } = await sql<BatchStores>`
    select id, store_ids from import_batch where id >= ${id} and undone_at is null order by id desc`.execute(
    transaction,
  );
  return rows;
}

type UndonePart = ImportBatch & { undo: Omit<UndoOutcome, 'batches'> };

async function undoWithin(transaction: Transaction<Tables>, id: number, now: Date): Promise<UndonePart> {
  const batch = await readBatch(transaction, id);
  if (batch.isUndone) throw new AppError('CONFLICT', words.already(batch.file));
  if (!batch.canUndo) {
    throw new AppError('CONFLICT', words.newerFirst.message(batch.kind), {
      nextStep: words.newerFirst.nextStep,
    });
  }
  const undo = await withBaseRows(transaction, () => takeBack(transaction, id, batch.asOf));
  await sql`delete from import_journal where batch_id = ${id}`.execute(transaction);
  await sql`delete from import_batch_rows where batch_id = ${id}`.execute(transaction);
  await sql`update import_batch set undone_at = ${now.toISOString()} where id = ${id}`.execute(transaction);
  return { ...(await readBatch(transaction, id)), undo };
}

/** What undoing would do: it is done and rolled back. Throws as undoBatch does. */
export async function describeUndo(
  context: ImportContext,
  batchId: string,
  isBackTo = false,
): Promise<UndoOutcome> {
  const id = parseBatchId(batchId);
  const rehearsal = new Rehearsal();
  const { database } = context;
  const rehearsing = database.db.transaction().execute(async (transaction) => {
    rehearsal.outcome = (await undoAll(transaction, id, isBackTo, context.now())).undo;
    throw rehearsal;
  });
  await rehearsing.catch((error: unknown) => {
    if (error !== rehearsal) throw error;
  });
  return rehearsal.outcome;
}

class Rehearsal extends Error {
  outcome: UndoOutcome = { batches: [], removed: 0, restored: 0, kept: [] };
}

async function takeBack(
  transaction: Transaction<Tables>,
  id: number,
  asOf: string,
): Promise<UndonePart['undo']> {
  const kept = await findKeptRows(transaction, id);
  await restoreSnapshots(transaction, id);
  await restoreOrderStatus(transaction, id, asOf);
  let removed = 0;
  let restored = 0;
  for (const table of TABLES) removed += await removeCreated(transaction, id, table);
  for (const table of [...TABLES].reverse()) restored += await restoreChanged(transaction, id, table);
  return { removed, restored, kept };
}

/**
 * Rows that this batch changed or created and an import of another kind changed since: they keep that change. One that
 * it created has no image of this batch, but the later batch's image names it.
 */
async function findKeptRows(transaction: Transaction<Tables>, id: number): Promise<UndoOutcome['kept']> {
  const changed = TABLES.map(
    (table) => `select t.batch_id from import_journal j join ${table} t on t.id = j.row_id
      where j.batch_id = ${id} and j.table_name = '${table}'
        and t.batch_id not in (${id}, (j.before ->> 'batch_id')::bigint)
      union all
      select t.batch_id from import_journal j join ${table} t on t.id = j.row_id
      where j.batch_id > ${id} and j.table_name = '${table}' and (j.before ->> 'batch_id')::bigint = ${id}
        and t.batch_id <> ${id} and not exists (
          select 1 from import_journal o where o.batch_id = ${id} and o.table_name = '${table}' and o.row_id = j.row_id)`,
  ).join(' union all ');
  const { rows } = await sql<UndoOutcome['kept'][number]>`
    select b.id::text as batch_id, b.file_name as file, b.kind, count(*)::int as rows
    from (${sql.raw(changed)}) k join import_batch b on b.id = k.batch_id group by b.id order by b.id`.execute(
    transaction,
  );
  return rows;
}

async function removeCreated(
  transaction: Transaction<Tables>,
  batchId: number,
  table: string,
): Promise<number> {
  const created = `select t.id from ${table} t where t.batch_id = ${batchId} and not exists (
    select 1 from import_journal j where j.batch_id = ${batchId} and j.table_name = '${table}' and j.row_id = t.id)`;
  if (table === 'stock_episode') return deleteStays(transaction, created);
  return countOf(await sql.raw(`delete from ${table} where id in (${created})`).execute(transaction));
}

/** Rows that the batch deleted come back; rows that it changed get every column of their image. */
async function restoreChanged(
  transaction: Transaction<Tables>,
  batchId: number,
  table: string,
): Promise<number> {
  const columns = await columnsOf(transaction, table);
  const list = columns.filter((column) => column !== 'id').join(', ');
  const image = `import_journal j cross join lateral jsonb_populate_record(null::${table}, j.before) i`;
  const updated = await sql`
    update ${sql.raw(table)} t set (${sql.raw(list)}) = (select ${sql.raw(list)} from jsonb_populate_record(null::${sql.raw(table)}, j.before))
    from import_journal j
    where j.batch_id = ${batchId} and j.table_name = ${table} and j.row_id = t.id
      and t.batch_id in (${batchId}, (j.before ->> 'batch_id')::bigint)`.execute(transaction);
  const inserted = await sql`
    insert into ${sql.raw(table)} (id, ${sql.raw(list)}) overriding system value
    select i.id, ${sql.raw(
      columns
        .filter((column) => column !== 'id')
        .map((column) => `i.${column}`)
        .join(', '),
    )}
    from ${sql.raw(image)}
    where j.batch_id = ${batchId} and j.table_name = ${table}
      and not exists (select 1 from ${sql.raw(table)} t where t.id = j.row_id)`.execute(transaction);
  return countOf(updated) + countOf(inserted);
}

async function columnsOf(transaction: Transaction<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    transaction,
  );
  return rows.map(({ name }) => name);
}

async function restoreSnapshots(transaction: Transaction<Tables>, batchId: number): Promise<void> {
  await sql`
    delete from inventory_snapshot s where s.batch_id = ${batchId} and not exists (
      select 1 from import_journal j
      where j.batch_id = ${batchId} and j.table_name = 'inventory_snapshot' and j.row_id = s.episode_id)`.execute(
    transaction,
  );
  await sql`
    update inventory_snapshot s set status = i.status, price_cents = i.price_cents, batch_id = i.batch_id
    from import_journal j cross join lateral jsonb_populate_record(null::inventory_snapshot, j.before) i
    where j.batch_id = ${batchId} and j.table_name = 'inventory_snapshot'
      and s.episode_id = j.row_id and s.as_of = i.as_of`.execute(transaction);
}

async function restoreOrderStatus(
  transaction: Transaction<Tables>,
  batchId: number,
  asOf: string,
): Promise<void> {
  await sql`
    delete from factory_order_status s using import_journal j
    where j.batch_id = ${batchId} and j.table_name = 'factory_order_status' and j.before is null
      and s.order_id = j.row_id and s.as_of = ${asOf}::date`.execute(transaction);
  await sql`
    update factory_order_status s set status = i.status, raw_status = i.raw_status
    from import_journal j cross join lateral jsonb_populate_record(null::factory_order_status, j.before) i
    where j.batch_id = ${batchId} and j.table_name = 'factory_order_status' and j.before is not null
      and s.order_id = j.row_id and s.as_of = i.as_of`.execute(transaction);
}
