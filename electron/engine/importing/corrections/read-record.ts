/** One stock unit or sale with every value that can be corrected: what figures see, a correction over what files say. */
import {
  type CorrectableRecord,
  type CorrectedRecord,
  correctableFields,
} from '@shared/contract/corrections';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../../database/database';
import { CORRECTED_TABLES, findRecord, readCorrections } from './correct';
import { BUILD_COLUMN, columnOf, isBuildField } from './correctable';

/** More than there are columns to correct. */
const MOST = 100;

/** Throws NOT_FOUND, or CONFLICT when a key names several vehicles. */
export async function readCorrectableRecord(
  db: DbOrTransaction,
  record: CorrectedRecord,
  recordId: string,
): Promise<CorrectableRecord> {
  const table = CORRECTED_TABLES[record];
  const { id } = await findRecord(db, table, recordId);
  const key =
    record === 'sale'
      ? sql`concat_ws(', ', t.deal_number, t.stock_number, t.vin)`
      : sql`concat_ws(', ', t.stock_number, t.vin)`;
  const { rows } = await sql<Found>`
    select store.code as store_code, ${key} as key, concat_ws(' ', b.model_year, b.make, b.model, b.trim) as subject,
      to_json(t)::text as stated, to_json(b)::text as build
    from ${sql.table(table)} t join store on store.id = t.store_id join build b on b.id = t.build_id
    where t.id = ${id}`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a record that was just found is not there');
  const { storeCode, subject } = found;
  const which = sql<boolean>`c.table_name = ${table} and c.row_id = ${id}`;
  const corrections = await readCorrections(db, which, { offset: 0, limit: MOST });
  const values = valuesOf(record, found, new Set(corrections.map(({ field }) => field)));
  return { record, recordId: String(id), storeCode, key: found.key, subject, values, corrections };
}

type Found = { storeCode: string; key: string; subject: string; stated: string; build: string };

/** A correction of the vehicle is kept as one, whichever of its attributes it changed. */
const VEHICLE = 'vehicle';

function valuesOf(
  record: CorrectedRecord,
  { stated, build }: Found,
  corrected: ReadonlySet<string>,
): CorrectableRecord['values'] {
  const columns = { ...(JSON.parse(build) as Columns), ...(JSON.parse(stated) as Columns) };
  delete columns[BUILD_COLUMN];
  return [...correctableFields[record], ...correctableFields.build].map((field) => {
    const value = columns[columnOf(field)];
    return {
      field,
      value: value === null || value === undefined ? null : String(value),
      isCorrected: corrected.has(isBuildField(field) ? VEHICLE : field),
    };
  });
}

type Columns = Record<string, string | number | boolean | null>;
