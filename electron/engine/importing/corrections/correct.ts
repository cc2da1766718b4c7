/** Corrections made by hand: made, listed, taken back. */

import type { CorrectedRecord, Correction } from '@shared/contract/corrections';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql, type Transaction } from 'kysely';
import type { Db, DbOrTransaction } from '../../database/database';
import type { Tables } from '../../database/tables';
import { BUILD_COLUMN, checkedValue, columnOf, isBuildField } from './correctable';
import { correctedBuild } from './corrected-build';
import type { CorrectedTable } from './overlay';

const words = engineTexts.importing.batches.corrections;

export const CORRECTED_TABLES: Readonly<Record<CorrectedRecord, CorrectedTable>> = {
  stock: 'stock_episode',
  sale: 'sale',
};

export type CorrectionRequest = {
  readonly record: CorrectedRecord;
  readonly recordId: string;
  readonly field: string;
  readonly value: string | null;
  readonly note: string | null;
  readonly madeAt: string;
};

/** Throws NOT_FOUND, or BAD_INPUT for a field that cannot be corrected or a value that cannot be meant. */
export async function makeCorrection(db: Db, request: CorrectionRequest): Promise<Correction> {
  const { record, recordId, field, note, madeAt } = request;
  const table = CORRECTED_TABLES[record];
  const value = checkedValue(record, field, request.value);
  const column = isBuildField(field) ? BUILD_COLUMN : columnOf(field);
  return db.transaction().execute(async (transaction) => {
    const row = await findRecord(transaction, table, recordId);
    const corrected = isBuildField(field)
      ? await correctedBuild(transaction, row.buildId, field, value)
      : value;
    await sql`
      insert into correction (store_id, table_name, row_id, column_name, imported, corrected, note, made_at)
      select t.store_id, ${table}::text, t.id, ${column}::text, to_jsonb(t.${sql.ref(column)}),
        ${JSON.stringify(corrected)}::jsonb, ${note}::text, ${madeAt}::timestamptz
      from ${sql.table(table)} t where t.id = ${row.id}
      on conflict (table_name, row_id, column_name) do update
        set corrected = excluded.corrected, note = excluded.note, made_at = excluded.made_at`.execute(
      transaction,
    );
    await writeValue(transaction, table, row.id, column, 'corrected');
    const [made] = await readCorrections(
      transaction,
      sql`c.table_name = ${table} and c.row_id = ${row.id} and c.column_name = ${column}`,
    );
    if (!made) throw new Error('a correction that was just made is not there');
    return made;
  });
}

/** Returns the correction as it was. Throws NOT_FOUND. */
export async function takeCorrectionBack(db: Db, correctionId: string): Promise<Correction> {
  const id = idOf(correctionId);
  return db.transaction().execute(async (transaction) => {
    const [correction] = await readCorrections(transaction, sql`c.id = ${id}`);
    if (!correction) throw new AppError('NOT_FOUND', words.gone);
    const { tableName, rowId, columnName } = await transaction
      .selectFrom('correction')
      .select(['tableName', 'rowId', 'columnName'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await writeValue(transaction, tableName, rowId, columnName, 'imported');
    await transaction.deleteFrom('correction').where('id', '=', id).execute();
    return correction;
  });
}

export async function listCorrections(
  db: DbOrTransaction,
  { offset, limit, recordId }: { offset: number; limit: number; recordId?: string | undefined },
): Promise<{ total: number; corrections: Correction[] }> {
  const which = recordId === undefined ? sql<boolean>`true` : sql<boolean>`c.row_id = ${idOf(recordId)}`;
  const { rows } = await sql<{
    total: number;
  }>`select count(*)::int as total from correction c where ${which}`.execute(db);
  return { total: rows[0]?.total ?? 0, corrections: await readCorrections(db, which, { offset, limit }) };
}

async function writeValue(
  transaction: Transaction<Tables>,
  table: CorrectedTable,
  rowId: number,
  column: string,
  which: 'imported' | 'corrected',
): Promise<void> {
  await sql`
    update ${sql.table(table)} t set ${sql.ref(column)} =
      (jsonb_populate_record(null::${sql.table(table)}, jsonb_build_object(${column}::text, c.${sql.ref(which)}))).${sql.ref(column)}
    from correction c where c.table_name = ${table} and c.column_name = ${column} and c.row_id = t.id and t.id = ${rowId}`.execute(
    transaction,
  );
}

/** What names a record instead of its id. */
const KEY_PREFIX = 'key:';

/** By id, or by stock number, VIN or deal number: of stays of one vehicle the latest. */
export async function findRecord(
  db: DbOrTransaction,
  table: CorrectedTable,
  recordId: string,
): Promise<{ id: number; buildId: number }> {
  const key = recordId.startsWith(KEY_PREFIX) ? recordId.slice(KEY_PREFIX.length).trim().toUpperCase() : null;
  const query = db
    .selectFrom(TABLE_NAMES[table])
    .select(['id', 'buildId', 'vin'])
    .orderBy('id', 'desc')
    .limit(20);
  const rows =
    key === null
      ? await query.where('id', '=', idOf(recordId)).execute()
      : await query
          .where((where) =>
            where.or([
              where.and([
                where(sql`hashtext(stock_number)`, '=', sql`hashtext(${key})`),
                where('stockNumber', '=', key),
              ]),
              where.and([where(sql`hashtext(vin)`, '=', sql`hashtext(${key})`), where('vin', '=', key)]),
              ...(table === 'sale' ? [where(sql.ref('deal_number'), '=', key)] : []),
            ]),
          )
          .execute();
  const [row] = rows;
  if (!row) {
    throw new AppError('NOT_FOUND', words.notThere[table](key ?? recordId), {
      nextStep: words.notThere.nextStep,
    });
  }
  if (new Set(rows.map(({ vin }) => vin)).size > 1) {
    throw new AppError('CONFLICT', words.several.message(key ?? recordId), {
      nextStep: words.several.nextStep,
    });
  }
  return row;
}

const TABLE_NAMES = { stock_episode: 'stockEpisode', sale: 'sale' } as const;

function idOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new AppError('NOT_FOUND', words.noRecord(text));
  return Number(text);
}

export async function readCorrections(
  db: DbOrTransaction,
  which: ReturnType<typeof sql<boolean>>,
  { offset, limit } = { offset: 0, limit: 1 },
): Promise<Correction[]> {
  const build = (id: string) =>
    sql.raw(`(select concat_ws(' ', model_year, make, model, trim, body, drivetrain, engine, exterior_color, interior_color)
      from build where build.id = (${id})::text::bigint)`);
  const { rows } = await sql<Correction>`
    select c.id::text as id, case c.table_name when 'sale' then 'sale' else 'stock' end as record, c.row_id::text as record_id,
      store.code as store_code, coalesce(r.key, '') as key, coalesce(r.condition, 'used') as condition,
      case when c.column_name = 'build_id' then 'vehicle' else c.column_name end as field,
      case when c.column_name = 'build_id' then ${build('c.imported')} else c.imported #>> '{}' end as "from",
      case when c.column_name = 'build_id' then ${build('c.corrected')} else c.corrected #>> '{}' end as "to",
      c.note, c.made_at, r.id is not null as is_in_force
    from correction c join store on store.id = c.store_id
    left join lateral (
      select id, condition, concat_ws(', ', stock_number, vin) as key from stock_episode
      where c.table_name = 'stock_episode' and id = c.row_id
      union all
      select id, condition, concat_ws(', ', deal_number, stock_number, vin) from sale where c.table_name = 'sale' and id = c.row_id
    ) r on true
    where ${which} order by c.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map((row) => ({ ...row, field: camelCase(row.field) }));
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
