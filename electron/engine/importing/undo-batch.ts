/**
 * Undoes the newest batch of its store and kind: what it created goes, what it changed gets its journalled image
 * back. A row that a batch of another kind changed since keeps that change.
 */
import { AppError } from '@shared/contract/errors';
import type { ImportBatch } from '@shared/contract/imports';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables';
import type { ImportContext } from './import-context';
import { parseBatchId, readBatch } from './list-batches';
import { deleteStays } from './load/without-reference-checks';

/** Sales go before the stays that they refer to. */
const TABLES = ['sale', 'stock_episode', 'factory_order', 'allocation', 'market_fact', 'feedback'] as const;

/** Throws NOT_FOUND, or CONFLICT when a newer batch of the store and kind has to be undone first. */
export async function undoBatch({ database, now }: ImportContext, batchId: string): Promise<ImportBatch> {
  const id = parseBatchId(batchId);
  return database.db.transaction().execute(async (transaction) => {
    const batch = await readBatch(transaction, id);
    if (batch.isUndone) throw new AppError('CONFLICT', `The import of ${batch.file} was undone already.`);
    if (!batch.canUndo) {
      throw new AppError('CONFLICT', `A newer ${batch.kind} import of this store has to be undone first.`, {
        nextStep: 'Undo the newest import, then this one.',
      });
    }
    await restoreSnapshots(transaction, id);
    await restoreOrderStatus(transaction, id, batch.asOf);
    for (const table of TABLES) await removeCreated(transaction, id, table);
    for (const table of [...TABLES].reverse()) await restoreChanged(transaction, id, table);
    await sql`delete from import_journal where batch_id = ${id}`.execute(transaction);
    await sql`update import_batch set undone_at = ${now().toISOString()} where id = ${id}`.execute(
      transaction,
    );
    return readBatch(transaction, id);
  });
}

async function removeCreated(
  transaction: Transaction<Tables>,
  batchId: number,
  table: string,
): Promise<void> {
  const created = `select t.id from ${table} t where t.batch_id = ${batchId} and not exists (
    select 1 from import_journal j where j.batch_id = ${batchId} and j.table_name = '${table}' and j.row_id = t.id)`;
  if (table === 'stock_episode') await deleteStays(transaction, created);
  else await sql.raw(`delete from ${table} where id in (${created})`).execute(transaction);
}

/** Rows that the batch deleted come back; rows that it changed get every column of their image. */
async function restoreChanged(
  transaction: Transaction<Tables>,
  batchId: number,
  table: string,
): Promise<void> {
  const columns = await columnsOf(transaction, table);
  const list = columns.filter((column) => column !== 'id').join(', ');
  const image = `import_journal j cross join lateral jsonb_populate_record(null::${table}, j.before) i`;
  await sql`
    update ${sql.raw(table)} t set (${sql.raw(list)}) = (select ${sql.raw(list)} from jsonb_populate_record(null::${sql.raw(table)}, j.before))
    from import_journal j
    where j.batch_id = ${batchId} and j.table_name = ${table} and j.row_id = t.id
      and t.batch_id in (${batchId}, (j.before ->> 'batch_id')::bigint)`.execute(transaction);
  await sql`
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
