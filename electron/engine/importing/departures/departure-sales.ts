/**
 * Sales that only a departure stands for, in stores that treat departures as sales: retail, sold by the day of the first
 * list without the unit, at its last asking price, without gross. They are made anew after each import, and removed
 * before one, so that no deal of a file ever matches one of them.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import { IS_UNEXPLAINED, MOVED_TO } from './keep-departures';

export async function removeDepartureSales(transaction: Transaction<Tables>): Promise<void> {
  await sql`delete from sale where source = 'departure'`.execute(transaction);
}

/** Call with no such sale left. Returns how many there are now in each store's id. */
export async function addDepartureSales(transaction: Transaction<Tables>): Promise<void> {
  await sql`
    insert into sale (store_id, vin, stock_number, build_id, episode_id, condition, is_certified, sale_type, deal_state,
      sold_on, received_on, odometer_miles, price_cents, cost_cents, msrp_cents, row_hash, batch_id, source)
    select e.store_id, e.vin, e.stock_number, e.build_id, e.id, e.condition, e.is_certified, 'retail', 'counted',
      d.left_by, e.received_on, e.odometer_miles, e.price_cents, e.cost_cents, e.msrp_cents, '', e.batch_id, 'departure'
    from departure d join stock_episode e on e.id = d.episode_id join store on store.id = d.store_id
    where store.settings -> 'treatDeparturesAsSales' = 'true'::jsonb and ${IS_UNEXPLAINED} and ${MOVED_TO} is null
    order by d.id`.execute(transaction);
}
