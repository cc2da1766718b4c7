/**
 * Corrections lie over what files say: `imported` keeps the value below, the row holds the corrected one. They are taken
 * off before rows are matched, changed or restored, and put on again afterwards, so that no import, journal or undo ever
 * takes a correction for something a file said.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';

export type CorrectedTable = 'stock_episode' | 'sale';
type CorrectedColumn = { tableName: CorrectedTable; columnName: string };

export async function takeCorrectionsOff(transaction: Transaction<Tables>): Promise<void> {
  const columns = await correctedColumns(transaction);
  for (const corrected of columns) await write(transaction, corrected, 'imported');
  for (const table of new Set(columns.map(({ tableName }) => tableName)))
    await noteIdentity(transaction, table);
}

export async function putCorrectionsOn(transaction: Transaction<Tables>): Promise<void> {
  const columns = await correctedColumns(transaction);
  for (const table of new Set(columns.map(({ tableName }) => tableName)))
    await findRowsAgain(transaction, table);
  for (const corrected of columns) {
    const { tableName, columnName } = corrected;
    await sql`
      update correction c set imported = to_jsonb(t.${sql.ref(columnName)}) from ${sql.table(tableName)} t
      where c.table_name = ${tableName} and c.column_name = ${columnName} and c.row_id = t.id`.execute(
      transaction,
    );
    await write(transaction, corrected, 'corrected');
  }
}

const IDENTITY: Readonly<Record<CorrectedTable, string>> = {
  sale: `jsonb_build_object('vin', t.vin, 'stockNumber', t.stock_number, 'other', t.deal_number)`,
  stock_episode: `jsonb_build_object('vin', t.vin, 'stockNumber', t.stock_number, 'other', t.received_on)`,
};

/** With corrections off: what files call a record, not what a correction made of it. */
async function noteIdentity(transaction: Transaction<Tables>, table: CorrectedTable): Promise<void> {
  await sql`
    update correction c set identity = ${sql.raw(IDENTITY[table])} from ${sql.table(table)} t
    where c.table_name = ${table} and c.row_id = t.id and c.identity <> ${sql.raw(IDENTITY[table])}
`.execute(transaction);
}

/** A record whose row an undo took away may have come again, under another id. */
async function findRowsAgain(transaction: Transaction<Tables>, table: CorrectedTable): Promise<void> {
  const isWithoutRow = sql`c.table_name = ${table} and not exists (select 1 from ${sql.table(table)} o where o.id = c.row_id)`;
  const { rows } = await sql`select 1 from correction c where ${isWithoutRow} limit 1`.execute(transaction);
  if (rows.length === 0) return;
  await sql`
    update correction c set row_id = t.id from ${sql.table(table)} t
    where ${isWithoutRow} and t.store_id = c.store_id and ${sql.raw(IDENTITY[table])} = c.identity
      and not exists (select 1 from correction o where o.table_name = c.table_name and o.row_id = t.id
        and o.column_name = c.column_name)`.execute(transaction);
}

async function correctedColumns(transaction: Transaction<Tables>): Promise<CorrectedColumn[]> {
  return transaction
    .selectFrom('correction')
    .select(['tableName', 'columnName'])
    .distinct()
    .orderBy('tableName')
    .orderBy('columnName')
    .execute();
}

/** Each value is typed by the table's own column. */
async function write(
  transaction: Transaction<Tables>,
  { tableName, columnName }: CorrectedColumn,
  which: 'imported' | 'corrected',
): Promise<void> {
  await sql`
    update ${sql.table(tableName)} t set ${sql.ref(columnName)} =
      (jsonb_populate_record(null::${sql.table(tableName)}, jsonb_build_object(${columnName}::text, c.${sql.ref(which)}))).${sql.ref(columnName)}
    from correction c
    where c.table_name = ${tableName} and c.column_name = ${columnName} and c.row_id = t.id`.execute(
    transaction,
  );
}
