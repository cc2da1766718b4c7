/**
 * A batch beside the one of its kind and stores before it: records that it lists and the other does not (added), that
 * both list with other values (changed), and that only the other lists (gone). For deals only days that both files
 * cover are compared: a new month does not make the last one gone.
 */

import { AppError } from '@shared/contract/errors';
import type { BatchChange, BatchComparison } from '@shared/contract/import-accounting';
import type { ImportKind } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../../database/database';
import { parseBatchId } from '../list-batches';
import { comparedColumns } from './compared-columns';
import { describeRows, type ImagePair } from './describe-rows';

const words = engineTexts.importing.batches;

export const TABLE_OF_KIND: Readonly<Record<ImportKind, string>> = {
  inventory: 'stock_episode',
  sales: 'sale',
  orders: 'factory_order',
  allocation: 'allocation',
  market: 'market_fact',
  feedback: 'feedback',
};

export type ComparisonQuery = {
  readonly batchId: string | undefined;
  readonly change: BatchChange | undefined;
  readonly offset: number;
  readonly limit: number;
};

type ComparedBatch = {
  id: number;
  file: string;
  kind: ImportKind;
  asOf: string;
  undoneAt: string | null;
};

/** Throws NOT_FOUND, or CONFLICT for a batch that was undone. */
export async function compareBatch(db: DbOrTransaction, query: ComparisonQuery): Promise<BatchComparison> {
  const batch = await findBatch(db, query.batchId);
  const previous = await findPrevious(db, batch);
  const days = batch.kind === 'sales' && previous ? await sharedDays(db, batch.id, previous.id) : null;
  const differences = differencesOf(batch, previous, days);
  const counts = await countDifferences(db, differences);
  const rows = await readPage(db, batch, differences, query);
  const total =
    query.change === undefined ? counts.added + counts.changed + counts.gone : counts[query.change];
  return {
    batch: shown(batch),
    previous: previous && shown(previous),
    counts,
    comparedFrom: days?.from ?? null,
    comparedTo: days?.to ?? null,
    total,
    rows: await describeRows(db, batch.kind, rows),
  };
}

function shown({ id, file, asOf }: ComparedBatch): BatchComparison['batch'] {
  return { id: String(id), file, asOf };
}

async function findBatch(db: DbOrTransaction, batchId: string | undefined): Promise<ComparedBatch> {
  const which = batchId === undefined ? sql`undone_at is null` : sql`id = ${parseBatchId(batchId)}`;
  const { rows } = await sql<ComparedBatch>`
    select id, file_name as file, kind, as_of, undone_at from import_batch where ${which} order by id desc limit 1`.execute(
    db,
  );
  const [batch] = rows;
  if (!batch) {
    throw new AppError('NOT_FOUND', batchId === undefined ? words.noneYet : words.notThere(batchId));
  }
  if (batch.undoneAt !== null) {
    throw new AppError('CONFLICT', words.undoneNothingToCompare(batch.file));
  }
  return batch;
}

/** The latest earlier batch that shares records with this one (lists of new and of used units alternate), else the latest. */
async function findPrevious(db: DbOrTransaction, batch: ComparedBatch): Promise<ComparedBatch | null> {
  const { rows } = await sql<ComparedBatch>`
    select p.id, p.file_name as file, p.kind, p.as_of, p.undone_at
    from import_batch b join import_batch p on p.kind = b.kind and p.id < b.id and p.undone_at is null
      and p.store_ids && b.store_ids and exists (select 1 from import_batch_rows where batch_id = p.id)
    where b.id = ${batch.id}
    order by exists (
      select 1 from import_batch_rows x join import_batch_rows y using (store_id)
      where x.batch_id = b.id and y.batch_id = p.id and x.row_ids && y.row_ids) desc, p.id desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

type Days = { from: string; to: string };

async function sharedDays(db: DbOrTransaction, batchId: number, previousId: number): Promise<Days | null> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select max(first) as "from", min(last) as "to" from (
      select l.batch_id, min(t.sold_on) as first, max(t.sold_on) as last
      from (${listed(batchId)} union all ${listed(previousId)}) l join sale t on t.id = l.id group by l.batch_id) d`.execute(
    db,
  );
  const [days] = rows;
  return days?.from && days.to ? { from: days.from, to: days.to } : null;
}

function listed(batchId: number): RawBuilder<{ batchId: number; id: number }> {
  return sql`select batch_id, generate_series(lower(span), upper(span) - 1) as id
    from import_batch_rows cross join unnest(row_ids) span where batch_id = ${batchId}`;
}

type Differences = RawBuilder<unknown>;

/** Yields id, change, before and after of every record of either batch; `same` ones have no images. */
function differencesOf(batch: ComparedBatch, previous: ComparedBatch | null, days: Days | null): Differences {
  const table = TABLE_OF_KIND[batch.kind];
  const compared = comparedColumns(batch.kind);
  const only = (image: RawBuilder<unknown>) =>
    sql`(select jsonb_object_agg(key, value) from jsonb_each(${image}) where key = any (${compared}::text[]))`;
  const isComparable =
    batch.kind !== 'sales' || previous === null
      ? sql`true`
      : days === null
        ? sql`false`
        : sql`t.sold_on between ${days.from}::date and ${days.to}::date`;
  return sql`
    with now_listed as (${listed(batch.id)}), then_listed as (${listed(previous?.id ?? 0)}),
    images as (
      select n.id is not null as is_now, p.id is not null as is_then, t.id,
        j.before, case when j.row_id is not null then coalesce(
          (select l.before from import_journal l where l.table_name = ${table} and l.row_id = t.id and l.batch_id > ${batch.id}
           order by l.batch_id limit 1), to_jsonb(t)) end as after, ${isComparable} as is_comparable
      from now_listed n full join then_listed p on p.id = n.id
      join ${sql.table(table)} t on t.id = coalesce(n.id, p.id)
      left join import_journal j on j.batch_id = ${batch.id} and j.table_name = ${table} and j.row_id = t.id
    )
    select id, before, after, case
      when not is_then then 'added'
      when not is_now then case when is_comparable then 'gone' end
      when ${only(sql`before`)} is distinct from ${only(sql`after`)} then 'changed'
      else 'same' end as change
    from images`;
}

async function countDifferences(
  db: DbOrTransaction,
  differences: Differences,
): Promise<BatchComparison['counts']> {
  const counts = { added: 0, changed: 0, gone: 0, same: 0 };
  const { rows } = await sql<{ change: keyof typeof counts; count: number }>`
    select change, count(*)::int as count from (${differences}) d where change is not null group by change`.execute(
    db,
  );
  for (const { change, count } of rows) counts[change] = count;
  return counts;
}

async function readPage(
  db: DbOrTransaction,
  batch: ComparedBatch,
  differences: Differences,
  { change, offset, limit }: ComparisonQuery,
): Promise<ImagePair[]> {
  const table = sql.table(TABLE_OF_KIND[batch.kind]);
  const wanted = change === undefined ? ['added', 'changed', 'gone'] : [change];
  const { rows } = await sql<ImagePair>`
    select d.change, to_jsonb(t) as current, d.before, d.after
    from (${differences}) d join ${table} t on t.id = d.id where d.change = any (${wanted}::text[])
    order by array_position(array['changed', 'added', 'gone'], d.change), d.id limit ${limit} offset ${offset}`.execute(
    db,
  );
  return rows;
}
