/** Notes which stored rows a batch listed, changed or not: what comparing it with the batch before it needs. */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import type { IdRange } from '../load/known-deals';
import type { LoadFacts } from '../load/load-facts';

/** Rows that the batch inserted, by kind; rows it matched are in the stage already. */
const INSERTED: Readonly<Record<LoadFacts['stage']['kind'], (facts: LoadFacts) => string>> = {
  inventory: ({ batchId, asOf }) =>
    `select episode_id as id, store_id from inventory_snapshot where batch_id = ${batchId} and as_of = date '${asOf}'`,
  sales: ({ batchId }) => `select id, store_id from sale where batch_id = ${batchId}`,
  orders: ({ batchId, asOf }) =>
    `select id, store_id from factory_order where batch_id = ${batchId} and last_seen_on >= date '${asOf}'`,
  allocation: ({ batchId }) => `select id, store_id from allocation where batch_id = ${batchId}`,
  market: ({ batchId }) => `select id, store_id from market_fact where batch_id = ${batchId}`,
  feedback: ({ batchId }) => `select id, store_id from feedback where batch_id = ${batchId}`,
};

/**
 * `known` are rows that were told apart while the file was read, and are neither in the stage nor in the table yet. Ids
 * that follow each other become one range: a whole history of deals takes a few bytes.
 */
export async function keepBatchRows(
  transaction: Transaction<Tables>,
  facts: LoadFacts,
  known: readonly IdRange[],
): Promise<void> {
  const { stage, batchId } = facts;
  const listed = sql.raw(`select id, store_id from ${stage.matches} union ${INSERTED[stage.kind](facts)}`);
  await sql`
    insert into import_batch_rows (batch_id, store_id, row_ids)
    select ${batchId}::bigint, store_id, range_agg(int8range(first, last, '[]')) from (
      select store_id, min(id) as first, max(id) as last from (
        select store_id, id, id - row_number() over (partition by store_id order by id) as run from (${listed}) listed
      ) numbered group by store_id, run
      union all
      select "storeId", first, last
      from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as k("storeId" bigint, first bigint, last bigint)
    ) runs group by store_id`.execute(transaction);
}
