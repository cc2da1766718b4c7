/**
 * The stock of a store as it stood on a day: one row per stay that had begun and had not ended. A unit that is
 * in transit is a row too, without an age; it is not on the ground. Status and price are those of the newest
 * snapshot up to that day, for what became known later must not be used.
 */
import type { DataFilter } from '@shared/contract/data-filter';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';
import { passesAge, passesBuild } from './data-filter';

export function stockAsOf(storeId: number, asOf: CalendarDay, filter: DataFilter = {}): RawBuilder<unknown> {
  const everyAge = stockOfBuilds(storeId, asOf, filter);
  if (filter.minAgeDays === undefined && filter.maxAgeDays === undefined) return everyAge;
  return sql`select * from (${everyAge}) aged where ${passesAge(filter, sql.ref('aged.age_days'))}`;
}

function stockOfBuilds(storeId: number, asOf: CalendarDay, filter: DataFilter): RawBuilder<unknown> {
  const isWanted = passesBuild(filter, {
    condition: sql.ref('stay.condition'),
    buildId: sql.ref('stay.build_id'),
  });
  return sql`
    select episode.*,
           case when status = 'in_transit' then null
                else greatest(0, ${asOf}::date - coalesce(received_on, first_seen_on)) end as age_days,
           status <> 'in_transit' as on_ground
    from (
      select stay.id, stay.vin, stay.stock_number, stay.build_id, stay.condition, stay.is_certified,
             stay.received_on, stay.first_seen_on, stay.odometer_miles, stay.cost_cents, stay.msrp_cents,
             stay.location,
             coalesce(shown.price_cents, stay.price_cents) as price_cents,
             case when shown.status is not null then shown.status
                  when stay.first_seen_on > ${asOf} then 'available'
                  else stay.status end as status
      from stock_episode stay
      -- Looked up row by row through the key, and only for a unit that was seen again later.
      left join lateral (
        select status, price_cents from inventory_snapshot
        where store_id = ${storeId} and episode_id = stay.id and stay.last_seen_on > ${asOf}
          and as_of = (select max(as_of) from inventory_snapshot where store_id = ${storeId} and as_of <= ${asOf})
        limit 1
      ) shown on true
      where stay.store_id = ${storeId} and ${isWanted}
        and (stay.closed_on is null or stay.closed_on > ${asOf})
        and least(stay.received_on, stay.first_seen_on) <= ${asOf}
    ) episode`;
}
