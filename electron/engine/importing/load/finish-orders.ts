/**
 * Order bank lines. Order numbers come back after years, so a line matches an order of the same number and
 * model year. Its status on the file's day is kept; an order that has arrived, was sold or cancelled is closed,
 * and so is one that a full file no longer lists.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import { type Changes, countOf, type LoadFacts } from './load-facts';
import { journal, matchRows, upsert } from './upsert';

const SAME_ORDER = `t.order_number = r.order_number and (t.closed_on is null or exists (
  select 1 from build o join build n on n.id = r.build_id
  where o.id = t.build_id and o.model_year is not distinct from n.model_year))`;

export async function finishOrders(transaction: Transaction<Tables>, facts: LoadFacts): Promise<Changes> {
  const { asOf } = facts;
  await matchRows(transaction, facts, 'factory_order', SAME_ORDER);
  const { added, changed } = await upsert(transaction, facts, 'factory_order', {
    extra: {
      build_id: 'r.build_id',
      raw: 'w.raw::jsonb',
      last_seen_on: `date '${asOf}'`,
      closed_on: `case when r.status in ('at_dealer', 'sold', 'cancelled') then coalesce(r.arrived_on, date '${asOf}') end`,
    },
  });
  await markSeen(transaction, facts);
  await recordStatus(transaction, facts);
  const closed = facts.coverage === 'full' ? await closeMissing(transaction, facts) : 0;
  return { added, changed, closed, reversed: 0 };
}

async function markSeen(
  transaction: Transaction<Tables>,
  { stage, batchId, asOf }: LoadFacts,
): Promise<void> {
  const seen = `select t.id from factory_order t join ${stage.matches} m on m.id = t.id and m.is_same where t.last_seen_on < date '${asOf}'`;
  await journal(transaction, batchId, 'factory_order', seen);
  await sql
    .raw(
      `update factory_order set last_seen_on = date '${asOf}', batch_id = ${batchId} where id in (${seen})`,
    )
    .execute(transaction);
}

/** The journal keeps a day's earlier status, or null where there was none. */
async function recordStatus(
  transaction: Transaction<Tables>,
  { stage, batchId, asOf }: LoadFacts,
): Promise<void> {
  const current = `
    select o.id, r.status, r.raw_status from ${stage.resolved} r
    join factory_order o on o.store_id = r.store_id and o.order_number = r.order_number and o.row_hash = r.row_hash`;
  await sql`
    insert into import_journal (batch_id, table_name, row_id, before)
    select ${batchId}::bigint, 'factory_order_status', c.id, to_jsonb(h)
    from (${sql.raw(current)}) c left join factory_order_status h on h.order_id = c.id and h.as_of = ${asOf}::date
    where h.order_id is null or h.status <> c.status
    on conflict do nothing`.execute(transaction);
  await sql`
    insert into factory_order_status (order_id, as_of, status, raw_status)
    select id, ${asOf}::date, status, raw_status from (${sql.raw(current)}) c
    on conflict (order_id, as_of) do update set status = excluded.status, raw_status = excluded.raw_status
    where factory_order_status.status <> excluded.status`.execute(transaction);
}

async function closeMissing(
  transaction: Transaction<Tables>,
  { stage, batchId, storeIds, asOf }: LoadFacts,
): Promise<number> {
  const missing = `
    select t.id from factory_order t
    where t.store_id in (${storeIds.join(', ')}) and t.closed_on is null and t.last_seen_on < date '${asOf}'
      and not exists (select 1 from ${stage.resolved} r where r.store_id = t.store_id and r.order_number = t.order_number)`;
  await journal(transaction, batchId, 'factory_order', missing);
  return countOf(
    await sql
      .raw(
        `update factory_order set closed_on = date '${asOf}', batch_id = ${batchId} where id in (${missing})`,
      )
      .execute(transaction),
  );
}
