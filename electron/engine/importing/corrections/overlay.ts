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
  for (const corrected of await correctedColumns(transaction))
    await write(transaction, corrected, 'imported');
}

export async function putCorrectionsOn(transaction: Transaction<Tables>): Promise<void> {
  for (const corrected of await correctedColumns(transaction)) {
    const { tableName, columnName } = corrected;
    await sql`
      update correction c set imported = to_jsonb(t.${sql.ref(columnName)}) from ${sql.table(tableName)} t
      where c.table_name = ${tableName} and c.column_name = ${columnName} and c.row_id = t.id`.execute(
      transaction,
    );
    await write(transaction, corrected, 'corrected');
  }
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
