/**
 * What is on its way to a store on a day: factory orders under way, and units in transit that no order names. What
 * already stands here is not on its way, though its order may still say so. One row a unit.
 */
import type { DataFilter } from '@shared/contract/data-filter';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';
import { passesBuild } from './data-filter';
import { isOrderUnderWay } from './open-orders';
import { stockAsOf } from './stock-as-of';

export function pipelineAsOf(
  storeId: number,
  asOf: CalendarDay,
  filter: DataFilter = {},
): RawBuilder<unknown> {
  const isWanted = passesBuild(filter, {
    condition: sql.ref('coming.condition'),
    buildId: sql.ref('coming.build_id'),
  });
  return sql`select coming.* from (${wholePipelineAsOf(storeId, asOf)}) coming where ${isWanted}`;
}

function wholePipelineAsOf(storeId: number, asOf: CalendarDay): RawBuilder<unknown> {
  return sql`
    with standing as materialized (${stockAsOf(storeId, asOf)}),
    ordered as materialized (
      select id, build_id, vin, estimated_arrival_on, ordered_on from factory_order
      where factory_order.store_id = ${storeId} and ${isOrderUnderWay(asOf)}
    )
    select 'new' as condition, build_id, estimated_arrival_on, ordered_on, false as is_in_transit, id
    from ordered
    where not exists (select 1 from standing where on_ground and standing.vin = ordered.vin)
    union all
    select condition, build_id, null::date, null::date, true, id
    from standing
    where not on_ground and not exists (select 1 from ordered where ordered.vin = standing.vin)`;
}
