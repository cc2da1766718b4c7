/**
 * A stock list. Each row is matched with a stay (VIN, else stock number and the end of the VIN, else stock
 * number); an open stay goes on though its in-date changes, and the earliest stated date wins. A new stay
 * begins after a close, or when the stock number changed with a sale between. A full list closes the stays it
 * lacks, of the conditions it lists. A list older than what is known adds history and changes nothing newer.
 */
import { sql, type Transaction } from 'kysely';
import { sameText } from '../../database/same-text';
import type { Tables } from '../../database/tables';
import { markSoldUnits } from './episodes-of-sales';
import { type Changes, countOf, type LoadFacts } from './load-facts';
import { stageColumns } from './stage-columns';
import { journal, KEPT_BUILD, sourceRows } from './upsert';

/** Of rows with one of these keys the last in the file counts. */
export const INVENTORY_KEY = `coalesce(vin, ''), coalesce(stock_number, '')`;

const COPIED_COLUMNS = stageColumns.inventory
  .map((column) => column)
  .filter(({ name }) => name !== 'received_on' && name !== 'age_days');

export async function finishInventory(transaction: Transaction<Tables>, facts: LoadFacts): Promise<Changes> {
  await matchStays(transaction, facts);
  await journal(transaction, facts.batchId, 'stock_episode', touched(facts));
  const changed = await updateStays(transaction, facts);
  const added = await insertStays(transaction, facts);
  await recordSnapshot(transaction, facts);
  const closed = facts.coverage === 'full' ? await closeMissing(transaction, facts) : 0;
  if (facts.coverage === 'full') await closeEarlier(transaction, facts);
  await linkEarlierSales(transaction, facts);
  await markSoldUnits(transaction, facts);
  return { added, changed, closed, reversed: 0 };
}

const RECEIVED = (asOf: string) => `coalesce(r.received_on, date '${asOf}' - r.age_days)`;

/** `is_newer`: the store's stock is known as of a later day, so this list is history. */
async function matchStays(transaction: Transaction<Tables>, { stage, asOf }: LoadFacts): Promise<void> {
  const day = `date '${asOf}'`;
  const isThere = `(e.closed_on is null or e.closed_on > ${day} or (${RECEIVED(asOf)} <= e.closed_on
      and (e.stock_number is null or r.stock_number is null or e.stock_number = r.stock_number)))
    and coalesce(e.received_on, e.first_seen_on) <= ${day}`;
  const isSameStay = `not (e.stock_number <> r.stock_number and exists (
      select 1 from sale s where s.store_id = e.store_id and ${sameText('s.vin', 'e.vin')} and s.deal_state = 'counted'
        and s.sold_on >= coalesce(e.received_on, e.first_seen_on) and s.sold_on <= coalesce(${RECEIVED(asOf)}, ${day})))`;
  const candidate = (identity: string, rank: number) => `
    select r.line, r.store_id, e.id, ${rank} as rank, e.closed_on is null as is_open, e.received_on,
      (e.stock_number = r.stock_number) is true as is_same_stock, e.row_hash = r.row_hash as is_same
    from ${stage.resolved} r join stock_episode e on e.store_id = r.store_id and ${identity}
    where ${isThere} and ${isSameStay}`;
  await sql
    .raw(
      `create temp table ${stage.matches} as
       select distinct on (id) line, store_id, id, is_same and is_open as is_same,
         (select max(as_of) from inventory_snapshot i where i.store_id = best.store_id) > ${day} is true as is_newer
       from (
         select distinct on (store_id, line) * from (
           ${candidate(sameText('e.vin', 'r.vin'), 1)} union all
           ${candidate(`${sameText('e.stock_number', 'r.stock_number')} and (e.vin is null or r.vin is null or right(e.vin, least(8, length(r.vin))) = right(r.vin, 8))`, 2)}
         ) found order by store_id, line, rank, is_same_stock desc, is_open desc, received_on desc nulls last, id
       ) best order by id, line desc`,
    )
    .execute(transaction);
  await sql.raw(`analyze ${stage.matches}`).execute(transaction);
}

/** Stays that the list changes: other values, a later sighting, or a reopening. */
function touched({ stage, asOf }: LoadFacts): string {
  return `select e.id from ${stage.matches} m join stock_episode e on e.id = m.id
    where (not m.is_same and not m.is_newer) or e.last_seen_on < date '${asOf}' or e.first_seen_on > date '${asOf}'`;
}

async function updateStays(transaction: Transaction<Tables>, facts: LoadFacts): Promise<number> {
  const { stage, batchId, asOf, mapped } = facts;
  await sql
    .raw(
      `update stock_episode set last_seen_on = greatest(last_seen_on, date '${asOf}'),
         first_seen_on = least(first_seen_on, date '${asOf}'), batch_id = ${batchId}
       where id in (${touched(facts)})`,
    )
    .execute(transaction);
  const sets = COPIED_COLUMNS.filter(({ fields }) => fields.some((field) => mapped.has(field))).map(
    ({ name }) => `${name} = coalesce(r.${name}, t.${name})`,
  );
  return countOf(
    await sql
      .raw(
        `update stock_episode t set ${sets.join(', ')}, build_id = ${KEPT_BUILD},
           received_on = case
             when r.received_on is not null and t.received_on_source = 'stated' then least(r.received_on, t.received_on)
             when r.received_on is not null then r.received_on
             when t.received_on_source = 'age' then least(${RECEIVED(asOf)}, t.received_on)
             else t.received_on end,
           received_on_source = case when r.received_on is not null then 'stated' else t.received_on_source end,
           closed_on = null, close_reason = null, source = 'inventory',
           raw = w.raw::jsonb, row_hash = r.row_hash, batch_id = ${batchId}
         from ${sourceRows(stage)} join ${stage.matches} m on m.line = r.line and m.store_id = r.store_id
         where t.id = m.id and not m.is_same and not m.is_newer`,
      )
      .execute(transaction),
  );
}

/** A stay that only an older list shows ended by the next full list that lacks it. */
async function insertStays(
  transaction: Transaction<Tables>,
  { stage, batchId, asOf }: LoadFacts,
): Promise<number> {
  const day = `date '${asOf}'`;
  const names = COPIED_COLUMNS.map(({ name }) => name);
  const nextFullList = `(select min(b.as_of) from import_batch b where b.kind = 'inventory' and b.coverage = 'full'
    and b.undone_at is null and b.as_of > ${day} and r.store_id = any (b.store_ids))`;
  return countOf(
    await sql
      .raw(
        `insert into stock_episode (store_id, build_id, ${names.join(', ')}, received_on, received_on_source, source,
           first_seen_on, last_seen_on, closed_on, close_reason, raw, row_hash, batch_id)
         select r.store_id, r.build_id, ${names.map((name) => `r.${name}`).join(', ')},
           coalesce(${RECEIVED(asOf)}, ${day}),
           case when r.received_on is not null then 'stated' when r.age_days is not null then 'age' else 'first_seen' end,
           'inventory', ${day}, ${day}, ${nextFullList}, case when ${nextFullList} is not null then 'departed' end,
           w.raw::jsonb, r.row_hash, ${batchId}
         from ${sourceRows(stage)}
         where not exists (select 1 from ${stage.matches} m where m.line = r.line and m.store_id = r.store_id)
         order by r.line`,
      )
      .execute(transaction),
  );
}

async function recordSnapshot(
  transaction: Transaction<Tables>,
  { stage, batchId, asOf }: LoadFacts,
): Promise<void> {
  const seen = `
    select r.store_id, e.id, r.status, r.price_cents from ${stage.resolved} r
    join (
      select line, store_id, id from ${stage.matches}
      union all
      select r.line, r.store_id, e.id from ${stage.resolved} r join stock_episode e on e.store_id = r.store_id
        and e.batch_id = ${batchId} and e.row_hash = r.row_hash
        and e.vin is not distinct from r.vin and e.stock_number is not distinct from r.stock_number
      where not exists (select 1 from ${stage.matches} m where m.line = r.line and m.store_id = r.store_id)
    ) link using (line, store_id) join stock_episode e on e.id = link.id`;
  await sql`
    insert into import_journal (batch_id, table_name, row_id, before)
    select ${batchId}::bigint, 'inventory_snapshot', i.episode_id, to_jsonb(i)
    from (${sql.raw(seen)}) s join inventory_snapshot i on i.episode_id = s.id and i.as_of = ${asOf}::date
    where i.status <> s.status or i.price_cents is distinct from s.price_cents
    on conflict do nothing`.execute(transaction);
  await sql`
    insert into inventory_snapshot (store_id, as_of, episode_id, status, price_cents, batch_id)
    select distinct on (id) store_id, ${asOf}::date, id, status, price_cents, ${batchId}::bigint from (${sql.raw(seen)}) s
    on conflict (store_id, as_of, episode_id) do update
      set status = excluded.status, price_cents = excluded.price_cents, batch_id = excluded.batch_id
    where inventory_snapshot.status <> excluded.status
      or inventory_snapshot.price_cents is distinct from excluded.price_cents`.execute(transaction);
}

/** Absence from a full list means sold, when a sale says so, else departed. */
async function closeMissing(
  transaction: Transaction<Tables>,
  { stage, batchId, storeIds, asOf }: LoadFacts,
): Promise<number> {
  const missing = `
    select e.id from stock_episode e
    where e.store_id in (${storeIds.join(', ')}) and e.closed_on is null and e.last_seen_on < date '${asOf}'
      and (e.store_id, e.condition) in (select store_id, condition from ${stage.resolved})
      and not exists (select 1 from ${stage.matches} m where m.id = e.id)`;
  await journal(transaction, batchId, 'stock_episode', missing);
  const sale = `(select max(s.sold_on) from sale s where s.store_id = e.store_id and ${sameText('s.vin', 'e.vin')}
    and s.deal_state = 'counted' and s.sold_on >= coalesce(e.received_on, e.first_seen_on))`;
  return countOf(
    await sql
      .raw(
        `update stock_episode e set
           closed_on = case when ${sale} is null then date '${asOf}' else least(date '${asOf}', greatest(${sale}, e.last_seen_on + 1)) end,
           close_reason = case when ${sale} is null then 'departed' else 'sold' end, batch_id = ${batchId}
         where e.id in (${missing})`,
      )
      .execute(transaction),
  );
}

/** A list of the time between shows that a departed unit left earlier than was known. */
async function closeEarlier(
  transaction: Transaction<Tables>,
  { stage, batchId, storeIds, asOf }: LoadFacts,
): Promise<void> {
  const leftEarlier = `
    select e.id from stock_episode e
    where e.store_id in (${storeIds.join(', ')}) and e.close_reason = 'departed' and e.closed_on > date '${asOf}'
      and e.last_seen_on < date '${asOf}' and (e.store_id, e.condition) in (select store_id, condition from ${stage.resolved})
      and not exists (select 1 from ${stage.matches} m where m.id = e.id)`;
  await journal(transaction, batchId, 'stock_episode', leftEarlier);
  await sql
    .raw(
      `update stock_episode set closed_on = date '${asOf}', batch_id = ${batchId} where id in (${leftEarlier})`,
    )
    .execute(transaction);
}

/** A sale that was imported before its unit was seen in stock. */
async function linkEarlierSales(
  transaction: Transaction<Tables>,
  { batchId, storeIds }: LoadFacts,
): Promise<void> {
  const link = `
    select distinct on (s.id) s.id, e.id as episode_id from sale s
    join stock_episode e on e.store_id = s.store_id and ${sameText('e.vin', 's.vin')} and e.batch_id = ${batchId}
    where s.store_id in (${storeIds.join(', ')}) and s.episode_id is null and s.deal_state = 'counted'
      and s.sold_on >= coalesce(e.received_on, e.first_seen_on) and (e.closed_on is null or s.sold_on <= e.closed_on)
    order by s.id, e.received_on desc`;
  await journal(transaction, batchId, 'sale', `select id from (${link}) l`);
  await sql
    .raw(`update sale t set episode_id = l.episode_id from (${link}) l where l.id = t.id`)
    .execute(transaction);
}
