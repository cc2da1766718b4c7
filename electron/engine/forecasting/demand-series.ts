/**
 * Reads what demand series are made of: counted sales of new units and the days with stock, as of a day. Both come
 * grouped from the database: one row for each make, model, trim and period, and one for each unbroken span of days.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { Grain } from '@shared/domain/period';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from '../figures/counted-sales';
import type { DemandRows, SalesCell, StockSpan } from './demand-tree';

/** With fewer of the sales' in-dates known, past stock is guesswork and demand is not corrected for it. */
const LEAST_KNOWN_STAYS = 0.8;

const PERIOD_FORMAT = { month: 'YYYY-MM', week: 'IYYY-"W"IW' } as const;

/** Null when no new unit was sold up to that day. */
export async function readDemandRows(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
  grain: Grain,
): Promise<DemandRows | null> {
  const bounds = await readSalesBounds(db, storeId, asOf);
  if (bounds.firstSoldOn === null || bounds.lastSoldOn === null) return null;
  const knowsStays = bounds.withStay >= LEAST_KNOWN_STAYS * bounds.units;
  return {
    cells: await readSalesCells(db, storeId, asOf, grain),
    spans: knowsStays ? await readStockSpans(db, storeId, asOf) : null,
    firstSoldOn: bounds.firstSoldOn,
    lastSoldOn: bounds.lastSoldOn,
  };
}

type SalesBounds = {
  firstSoldOn: CalendarDay | null;
  lastSoldOn: CalendarDay | null;
  units: number;
  withStay: number;
};

async function readSalesBounds(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<SalesBounds> {
  const { rows } = await sql<SalesBounds>`
    select min(sold_on) as first_sold_on, max(sold_on) as last_sold_on, count(*) as units,
           count(coalesce(sale.received_on, stay.received_on)) as with_stay
    from sale left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${storeId} and sale.condition = 'new' and ${isCountedSale} and sold_on <= ${asOf}`.execute(
    db,
  );
  return rows[0] ?? { firstSoldOn: null, lastSoldOn: null, units: 0, withStay: 0 };
}

async function readSalesCells(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
  grain: Grain,
): Promise<SalesCell[]> {
  const period = sql`to_char(sold_on, ${sql.lit(PERIOD_FORMAT[grain])})`;
  const { rows } = await sql<SalesCell>`
    select make, model, trim, ${period} as period, count(*) as units
    from sale join build on build.id = sale.build_id
    where sale.store_id = ${storeId} and sale.condition = 'new' and ${isCountedSale} and sold_on <= ${asOf}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  return rows;
}

async function readStockSpans(db: DbOrTransaction, storeId: number, asOf: CalendarDay): Promise<StockSpan[]> {
  const { rows } = await sql<StockSpan>`
    select make, model, trim, lower(span) as "from", upper(span) - 1 as "to"
    from (
      select make, model, trim, unnest(range_agg(daterange(begun, greatest(begun, ended), '[]'))) as span
      from (
        select make, model, trim, least(received_on, first_seen_on) as begun,
               least(coalesce(closed_on, ${asOf}::date), ${asOf}::date) as ended
        from stock_episode stay join build on build.id = stay.build_id
        where stay.store_id = ${storeId} and stay.condition = 'new'
          and not (status = 'in_transit' and closed_on is null)
          and least(received_on, first_seen_on) <= ${asOf}
      ) stays group by make, model, trim
    ) spans order by 1, 2, 3, 4`.execute(db);
  return rows;
}
