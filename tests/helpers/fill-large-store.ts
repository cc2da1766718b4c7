/**
 * A store of any size written into a database in seconds: builds, stays, deals, a stock snapshot and market facts, all
 * from row numbers, so that the same size gives the same rows. Spread as a store's are, not simulated: for cost and
 * layout, not for what figures mean.
 */
import type { Db } from '@engine/database/database';
import { keepSaleMonths } from '@engine/figures/keep-sale-months';
import { sql } from 'kysely';
import { addHandMadeStore } from './hand-made-store';

export const LARGE_AS_OF = '2026-06-30';
const MODELS = 30;
const TRIMS = 5;
const COLORS = 4;
const BUILDS = MODELS * TRIMS * COLORS;
const DAYS = 5 * 365;

type Size = { code: string; sales: number; units: number };

export async function fillLargeStore(db: Db, { code, sales, units }: Size): Promise<void> {
  const { storeId, batchId } = await addHandMadeStore(db, code);
  await sql`
    insert into build (make, model, model_year, body, trim, drivetrain, exterior_color)
    select 'Make ' || m % 4, 'Model ' || m, 2026, case m % 3 when 0 then 'SUV' when 1 then 'Truck' else 'Sedan' end,
           'Trim ' || t, case t % 2 when 0 then 'AWD' else 'FWD' end, (array['White', 'Black', 'Red', 'Blue'])[c]
    from generate_series(1, ${MODELS}::int) m, generate_series(1, ${TRIMS}::int) t, generate_series(1, ${COLORS}::int) c
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ first: number }>`
    select min(id) as first from build where make like 'Make %' and model like 'Model %'`.execute(db);
  const buildOf = sql`${rows[0]?.first ?? 0}::bigint + (i::bigint * 7919) % ${BUILDS}::int`;
  await sql`
    insert into stock_episode (store_id, vin, stock_number, build_id, condition, status, received_on, odometer_miles,
                               cost_cents, price_cents, msrp_cents, source, first_seen_on, last_seen_on, row_hash, batch_id)
    select ${storeId}, 'S' || lpad(i::text, 16, '0'), 'N' || i, ${buildOf}, case i % 5 when 0 then 'used' else 'new' end,
           case i % 20 when 0 then 'on_hold' else 'available' end, ${LARGE_AS_OF}::date - (i * 31) % 240, (i * 13) % 40000,
           2000000 + (i * 101) % 4000000, 2300000 + (i * 101) % 4000000, 2500000 + (i * 101) % 4000000, 'inventory',
           ${LARGE_AS_OF}::date - (i * 31) % 240, ${LARGE_AS_OF}, '', ${batchId}
    from generate_series(1, ${units}::int) i`.execute(db);
  await sql`
    insert into inventory_snapshot (store_id, as_of, episode_id, status, price_cents, batch_id)
    select store_id, ${LARGE_AS_OF}, id, status, price_cents, batch_id from stock_episode where store_id = ${storeId}`.execute(
    db,
  );
  await sql`
    insert into sale (store_id, deal_number, vin, build_id, condition, sale_type, deal_state, sold_on, received_on,
                      price_cents, cost_cents, front_gross_cents, back_gross_cents, total_gross_cents, zip, row_hash, batch_id)
    select ${storeId}, 'D' || i, 'V' || lpad(i::text, 16, '0'), ${buildOf}, case i % 5 when 0 then 'used' else 'new' end,
           case i % 40 when 0 then 'wholesale' when 1 then 'lease' else 'retail' end, 'counted',
           ${LARGE_AS_OF}::date - (i::bigint * ${DAYS}::int / ${sales}::int)::int,
           ${LARGE_AS_OF}::date - (i::bigint * ${DAYS}::int / ${sales}::int)::int - ((i * 37) % 97) * ((i * 37) % 97) / 60,
           2300000 + (i * 101) % 4000000, 2000000 + (i * 101) % 4000000,
           (i * 71) % 300000 - 40000, (i * 53) % 200000, (i * 71) % 300000 - 40000 + (i * 53) % 200000,
           (array['49441', '49442', '49444', '49417', '49503', '49504', '46540', '60601', '53202', '43604'])[i % 10 + 1],
           '', ${batchId}
    from generate_series(1, ${sales}::int) i`.execute(db);
  await sql`
    insert into market_fact (store_id, period, region, segment, make, model, units, average_price_cents, days_supply, row_hash, batch_id)
    select ${storeId}, to_char(date ${sql.lit(LARGE_AS_OF)} - (p || ' months')::interval, 'YYYY-MM'), 'North', 'Segment ' || m % 5,
           'Make ' || m % 4, 'Model ' || m, 100 + (m * 37 + p * 11) % 90, 3000000 + m * 50000, 60, '', ${batchId}
    from generate_series(1, ${MODELS}::int) m, generate_series(0, 23) p`.execute(db);
  // As an import leaves a database behind.
  await sql`vacuum analyze`.execute(db);
  await keepSaleMonths(db);
}
