/**
 * Factory orders that are on their way on a day: accepted by the maker, not yet here. A draft is a wish, and
 * what has arrived is stock. `closed_on` is the day from which an order was no longer in the order bank. The status
 * is the one known on the day: a later one is not used, and an order whose first status came later counts as placed.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';

/** A condition on `factory_order`. */
export function isOrderUnderWay(asOf: CalendarDay): RawBuilder<boolean> {
  return sql<boolean>`(${statusAsOf(asOf)} not in ('draft', 'at_dealer', 'sold', 'cancelled')
    and coalesce(factory_order.ordered_on, factory_order.last_seen_on) <= ${asOf}
    and (factory_order.closed_on is null or factory_order.closed_on > ${asOf})
    and (factory_order.arrived_on is null or factory_order.arrived_on > ${asOf}))`;
}

/** An order of which no status is kept at all goes by the one it has. */
function statusAsOf(asOf: CalendarDay): RawBuilder<string> {
  return sql<string>`coalesce(
      (select known.status from factory_order_status known
       where known.order_id = factory_order.id and known.as_of <= ${asOf} order by known.as_of desc limit 1),
      case when exists (select 1 from factory_order_status later where later.order_id = factory_order.id)
           then 'placed' else factory_order.status end)`;
}
