/** Import history: batches, newest first, and their problems. */

import { AppError } from '@shared/contract/errors';
import type { ImportBatch, ImportProblem } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';

type Page = { offset: number; limit: number };

/** Problems shown with a batch; the rest are read page by page. */
const PROBLEMS_SHOWN = 50;

type BatchRow = {
  id: number;
  fileName: string;
  fileHash: string;
  kind: ImportBatch['kind'];
  profile: string | null;
  format: string;
  storeCodes: string[];
  asOf: string;
  asOfSource: string;
  coverage: ImportBatch['coverage'];
  counts: ImportBatch['rows'];
  changes: ImportBatch['changes'];
  columns: ImportBatch['columns'];
  droppedColumns: string[];
  remarks: string[];
  reconciliation: ImportBatch['reconciliation'];
  importedAt: string;
  undoneAt: string | null;
  problemCount: number;
  isNewest: boolean;
};

const SELECT_BATCHES = sql`
  select b.id, b.file_name, b.file_hash, b.kind, p.name as profile, b.format,
    array(select code from store where id = any (b.store_ids) order by id) as store_codes,
    b.as_of, b.as_of_source, b.coverage, b.counts, b.changes, b.columns, b.dropped_columns, b.remarks, b.reconciliation,
    b.imported_at, b.undone_at,
    (select count(*)::int from import_problem q where q.batch_id = b.id) as problem_count,
    b.undone_at is null and not exists (
      select 1 from import_batch later
      where later.id > b.id and later.kind = b.kind and later.undone_at is null and later.store_ids && b.store_ids
    ) as is_newest
  from import_batch b left join import_profile p on p.id = b.profile_id`;

export async function listBatches(
  db: DbOrTransaction,
  { offset, limit }: Page,
): Promise<{ total: number; batches: ImportBatch[] }> {
  const { rows } =
    await sql<BatchRow>`${SELECT_BATCHES} order by b.id desc limit ${limit} offset ${offset}`.execute(db);
  const { total } = await db
    .selectFrom('importBatch')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const batches: ImportBatch[] = [];
  for (const row of rows) batches.push(await withProblems(db, row));
  return { total: Number(total), batches };
}

/** Throws NOT_FOUND. */
export async function readBatch(db: DbOrTransaction, batchId: number): Promise<ImportBatch> {
  const { rows } = await sql<BatchRow>`${SELECT_BATCHES} where b.id = ${batchId}`.execute(db);
  if (!rows[0]) throw new AppError('NOT_FOUND', engineTexts.importing.batches.notThere(String(batchId)));
  return withProblems(db, rows[0]);
}

/** Ids travel as text; throws NOT_FOUND for what cannot be one. */
export function parseBatchId(batchId: string): number {
  if (!/^\d{1,15}$/.test(batchId))
    throw new AppError('NOT_FOUND', engineTexts.importing.batches.notThere(String(batchId)));
  return Number(batchId);
}

/** Rejected rows first, then repairs, then warnings; by line. Throws NOT_FOUND. */
export async function listProblems(
  db: DbOrTransaction,
  batchId: string,
  page: Page,
): Promise<{ total: number; problems: ImportProblem[] }> {
  const batch = await readBatch(db, parseBatchId(batchId));
  return { total: batch.problemCount, problems: await readProblems(db, Number(batch.id), page) };
}

async function readProblems(
  db: DbOrTransaction,
  batchId: number,
  { offset, limit }: Page,
): Promise<ImportProblem[]> {
  const { rows } = await sql<ImportProblem>`
    select line, column_name as "column", code, value, message, severity from import_problem
    where batch_id = ${batchId}
    order by array_position(array['rejected', 'repaired', 'warning'], severity), line nulls first, id
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

async function withProblems(db: DbOrTransaction, row: BatchRow): Promise<ImportBatch> {
  const problems = await readProblems(db, row.id, { offset: 0, limit: PROBLEMS_SHOWN });
  return {
    id: String(row.id),
    file: row.fileName,
    fileHash: row.fileHash,
    kind: row.kind,
    profile: row.profile,
    format: row.format,
    storeCodes: row.storeCodes,
    asOf: row.asOf,
    asOfSource: row.asOfSource,
    coverage: row.coverage,
    rows: row.counts,
    changes: row.changes,
    columns: row.columns,
    droppedColumns: row.droppedColumns,
    remarks: row.remarks,
    reconciliation: row.reconciliation,
    problems,
    problemCount: row.problemCount,
    importedAt: row.importedAt,
    isUndone: row.undoneAt !== null,
    canUndo: row.isNewest,
  };
}
