/**
 * Keeps the departures of stores true to their stays: a stay that a full list lacked, and no deal explained, has left
 * stock; when its unit is listed again it had not. A stay that a later deal explains keeps its departure, as sold.
 */
import { sql, type Transaction } from 'kysely';
import { sameText } from '../../database/same-text';
import type { Tables } from '../../database/tables';

export async function keepDepartures(
  transaction: Transaction<Tables>,
  storeIds: readonly number[],
): Promise<void> {
  if (storeIds.length === 0) return;
  const stores = sql.join(storeIds);
  await sql`
    delete from departure d using stock_episode e
    where e.id = d.episode_id and d.store_id in (${stores}) and e.closed_on is null`.execute(transaction);
  await sql`
    insert into departure (store_id, episode_id, last_seen_on, left_by)
    select store_id, id, last_seen_on, closed_on from stock_episode
    where store_id in (${stores}) and close_reason = 'departed'
    order by closed_on, id
    on conflict (episode_id) do update set last_seen_on = excluded.last_seen_on, left_by = excluded.left_by
    where (departure.last_seen_on, departure.left_by) is distinct from (excluded.last_seen_on, excluded.left_by)`.execute(
    transaction,
  );
}

/** The store of the group that has a departed vehicle now, or had it later; null when none has. */
export const MOVED_TO = sql<string | null>`(
  select s.code from stock_episode o join store s on s.id = o.store_id
  where o.store_id <> e.store_id and ${sql.raw(sameText('o.vin', 'e.vin'))} and length(o.vin) = 17 and o.last_seen_on >= d.left_by
  order by o.first_seen_on, o.id limit 1)`;

/** No deal of that stay. */
export const IS_UNEXPLAINED = sql<boolean>`(e.close_reason = 'departed')`;
