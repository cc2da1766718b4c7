/**
 * How sales and stays in stock meet. A sale ends the stay that was open on its day; a unit that an inventory file
 * still lists on or after that day is sold but not delivered, and its stay goes on.
 */
import { sql, type Transaction } from 'kysely';
import { sameText } from '../../database/same-text';
import type { Tables } from '../../database/tables';
import type { LoadFacts } from './load-facts';
import { journal } from './upsert';
import { withoutIndexes } from './without-indexes';
import { deleteStays, withoutReferenceChecks } from './without-reference-checks';

/** A stay that a snapshot closed may be sold this many days later on paper. */
const PAPER_LAG_DAYS = 10;

/**
 * Decides the stay of every new or changed sale, in the stage's placements table, and writes the stays: links,
 * closes, records those that only the sale knows of, and takes back what a deal that no longer counts had done.
 */
export async function linkSales(transaction: Transaction<Tables>, facts: LoadFacts): Promise<void> {
  await placeSales(transaction, facts);
  await releaseUncounted(transaction, facts);
  await closeSoldStays(transaction, facts);
  await correctRecordedStays(transaction, facts);
  await recordUnseenStays(transaction, facts);
}

async function placeSales(transaction: Transaction<Tables>, { stage }: LoadFacts): Promise<void> {
  const open = `coalesce(e.received_on, e.first_seen_on) <= r.sold_on
    and (e.closed_on is null or e.closed_on + ${PAPER_LAG_DAYS} >= r.sold_on)`;
  const candidate = (identity: string) => `
    select r.line, r.store_id, e.id, (e.stock_number = r.stock_number) is true as is_same_stock, e.received_on
    from ${stage.resolved} r join stock_episode e on e.store_id = r.store_id and ${identity} and ${open}
    where r.deal_state = 'counted' and (e.source = 'inventory' or exists (
      select 1 from ${stage.matches} m join sale t on t.id = m.id
      where m.line = r.line and m.store_id = r.store_id and t.episode_id = e.id))`;
  // Asked once: inside the query the name would be looked up for each row.
  const sequence = await episodeSequence(transaction);
  await sql
    .raw(
      `create temp table ${stage.placements} as
       select r.line, r.store_id, m.id as sale_id, m.id is null as is_new, r.deal_state, t.episode_id as old_episode_id,
         coalesce(c.id, case when r.deal_state = 'counted' and r.received_on <= r.sold_on
           then nextval('${sequence}'::regclass) end) as episode_id,
         c.id is null and r.deal_state = 'counted' and (r.received_on <= r.sold_on) is true as is_unseen
       from ${stage.resolved} r
       left join ${stage.matches} m on m.line = r.line and m.store_id = r.store_id
       left join sale t on t.id = m.id
       left join (
         select distinct on (store_id, line) store_id, line, id
         from (${candidate(sameText('e.vin', 'r.vin'))} union all
               ${candidate(`${sameText('e.stock_number', 'r.stock_number')} and (r.vin is null or e.vin is null)`)}) found
         order by store_id, line, is_same_stock desc, received_on desc nulls last, id desc
       ) c on c.store_id = r.store_id and c.line = r.line
       where m.is_same is not true`,
    )
    .execute(transaction);
  await sql.raw(`analyze ${stage.placements}`).execute(transaction);
}

async function episodeSequence(transaction: Transaction<Tables>): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select pg_get_serial_sequence('stock_episode', 'id') as name`.execute(transaction);
  return rows[0]?.name ?? '';
}

/** A deal that was undone gives its unit back: a stay known from inventory opens again, one known from it alone goes. */
async function releaseUncounted(
  transaction: Transaction<Tables>,
  { stage, batchId }: LoadFacts,
): Promise<void> {
  const released = `select old_episode_id from ${stage.placements}
    where old_episode_id is not null and episode_id is distinct from old_episode_id`;
  await journal(transaction, batchId, 'stock_episode', released);
  await sql
    .raw(
      `update stock_episode set closed_on = null, close_reason = null, batch_id = ${batchId}
       where id in (${released}) and source = 'inventory' and close_reason = 'sold'`,
    )
    .execute(transaction);
  await sql
    .raw(
      `update stock_episode set status = 'available', batch_id = ${batchId}
       where id in (${released}) and closed_on is null and status = 'sold_not_delivered'`,
    )
    .execute(transaction);
  await deleteStays(
    transaction,
    `select id from stock_episode where id in (${released}) and source = 'sale'`,
  );
}

async function closeSoldStays(
  transaction: Transaction<Tables>,
  { stage, batchId }: LoadFacts,
): Promise<void> {
  const sold = `
    select e.id from stock_episode e
    join ${stage.placements} p on p.episode_id = e.id join ${stage.resolved} r on r.line = p.line and r.store_id = p.store_id
    where e.source = 'inventory' and (e.closed_on is null and e.last_seen_on < r.sold_on or e.close_reason = 'departed')`;
  await journal(transaction, batchId, 'stock_episode', sold);
  await sql
    .raw(
      `update stock_episode e set closed_on = greatest(r.sold_on, e.last_seen_on), close_reason = 'sold', batch_id = ${batchId}
       from ${stage.placements} p join ${stage.resolved} r on r.line = p.line and r.store_id = p.store_id
       where p.episode_id = e.id and e.id in (${sold})`,
    )
    .execute(transaction);
}

/** A changed deal corrects the stay that was recorded from it. */
async function correctRecordedStays(
  transaction: Transaction<Tables>,
  { stage, batchId }: LoadFacts,
): Promise<void> {
  const recorded = `
    select e.id from stock_episode e join ${stage.placements} p on p.episode_id = e.id
    where e.source = 'sale' and not p.is_unseen and not p.is_new`;
  await journal(transaction, batchId, 'stock_episode', recorded);
  await sql
    .raw(
      `update stock_episode e set vin = r.vin, stock_number = r.stock_number, build_id = r.build_id,
         received_on = coalesce(r.received_on, e.received_on), closed_on = r.sold_on,
         last_seen_on = greatest(r.sold_on, e.first_seen_on), batch_id = ${batchId}
       from ${stage.placements} p join ${stage.resolved} r on r.line = p.line and r.store_id = p.store_id
       where p.episode_id = e.id and e.id in (${recorded})`,
    )
    .execute(transaction);
}

async function recordUnseenStays(
  transaction: Transaction<Tables>,
  { stage, batchId }: LoadFacts,
): Promise<void> {
  const insert = sql.raw(
    `insert into stock_episode (id, store_id, vin, stock_number, build_id, condition, is_certified, status, received_on,
         received_on_source, odometer_miles, cost_cents, price_cents, msrp_cents, source, first_seen_on, last_seen_on,
         closed_on, close_reason, row_hash, batch_id)
       overriding system value
       select p.episode_id, r.store_id, r.vin, r.stock_number, r.build_id, r.condition, r.is_certified, 'available',
         r.received_on, 'stated', r.odometer_miles, r.cost_cents, r.price_cents, r.msrp_cents, 'sale', r.received_on,
         r.sold_on, r.sold_on, 'sold', r.row_hash, ${batchId}
       from ${stage.placements} p join ${stage.resolved} r using (line, store_id)
       where p.is_unseen order by r.line`,
  );
  const rowsToAdd = await countPlacements(transaction, stage, 'is_unseen');
  await withoutReferenceChecks(transaction, () =>
    withoutIndexes(transaction, 'stock_episode', rowsToAdd, () => insert.execute(transaction)),
  );
}

/** How many of the stage's deals are new, or ended a stay that nothing else shows. */
export async function countPlacements(
  transaction: Transaction<Tables>,
  { placements }: LoadFacts['stage'],
  which: 'is_new' | 'is_unseen',
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${sql.raw(placements)} where ${sql.raw(which)}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** Open stays with a counted sale are not available, whatever the stock list says. */
export async function markSoldUnits(
  transaction: Transaction<Tables>,
  { batchId, storeIds, asOf }: LoadFacts,
): Promise<void> {
  const sold = `
    select e.id from stock_episode e
    where e.store_id in (${storeIds.join(', ')}) and e.closed_on is null and e.status = 'available'
      and exists (select 1 from sale s where s.store_id = e.store_id and ${sameText('s.vin', 'e.vin')} and s.deal_state = 'counted'
        and s.sold_on >= coalesce(e.received_on, e.first_seen_on) and s.sold_on <= greatest(e.last_seen_on, date '${asOf}'))`;
  await journal(transaction, batchId, 'stock_episode', sold);
  await sql
    .raw(
      `update stock_episode set status = 'sold_not_delivered', batch_id = ${batchId} where id in (${sold})`,
    )
    .execute(transaction);
}
