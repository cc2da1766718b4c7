/**
 * Factory orders that are on their way on a day: accepted by the maker, not yet here. A draft is a wish, and
 * what has arrived is stock. `closed_on` is the day from which an order was no longer in the order bank.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';

/** A condition on `factory_order`. */
export function isOrderUnderWay(asOf: CalendarDay): RawBuilder<boolean> {
  return sql<boolean>`(factory_order.status not in ('draft', 'at_dealer', 'sold', 'cancelled')
    and coalesce(factory_order.ordered_on, factory_order.last_seen_on) <= ${asOf}
    and (factory_order.closed_on is null or factory_order.closed_on > ${asOf})
    and (factory_order.arrived_on is null or factory_order.arrived_on > ${asOf}))`;
}
