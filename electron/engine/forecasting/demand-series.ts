/**
 * Reads what demand series are made of: counted sales of one condition by day and the days with stock, as of a day.
 * Both come grouped from the database by configuration.
 */
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from '../figures/counted-sales';
import type { DemandRows, SaleRow, StockSpan } from './demand-rows';

/** With fewer of the sales' in-dates known, past stock is guesswork and demand is not corrected for it. */
const LEAST_KNOWN_STAYS = 0.8;

/** Stays by which demand is corrected. A used unit is one of its kind: who does not find it takes another, and no sale is lost. */
const CORRECTED: Condition = 'new';

export type DemandScope = { storeId: number; condition: Condition; asOf: CalendarDay };

/** Null when no such unit was sold up to that day. */
export async function readDemandRows(db: DbOrTransaction, scope: DemandScope): Promise<DemandRows | null> {
  const bounds = await readSalesBounds(db, scope);
  if (bounds.firstSoldOn === null || bounds.lastSoldOn === null) return null;
  const knowsStays = scope.condition === CORRECTED && bounds.withStay >= LEAST_KNOWN_STAYS * bounds.units;
  return {
    sales: await readSales(db, scope),
    spans: knowsStays ? await readStockSpans(db, scope) : null,
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
  { storeId, condition, asOf }: DemandScope,
): Promise<SalesBounds> {
  const { rows } = await sql<SalesBounds>`
    select min(sold_on) as first_sold_on, max(sold_on) as last_sold_on, count(*) as units,
           count(coalesce(sale.received_on, stay.received_on)) as with_stay
    from sale left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${storeId} and sale.condition = ${condition} and ${isCountedSale}
      and sold_on <= ${asOf}`.execute(db);
  return rows[0] ?? { firstSoldOn: null, lastSoldOn: null, units: 0, withStay: 0 };
}

const CONFIGURATION = sql.raw('make, model, trim, body, drivetrain, engine, package');

async function readSales(db: DbOrTransaction, { storeId, condition, asOf }: DemandScope): Promise<SaleRow[]> {
  const { rows } = await sql<SaleRow>`
    select ${CONFIGURATION}, sold_on, count(*) as units
    from sale join build on build.id = sale.build_id
    where sale.store_id = ${storeId} and sale.condition = ${condition} and ${isCountedSale}
      and sold_on <= ${asOf}
    group by ${CONFIGURATION}, sold_on order by ${CONFIGURATION}, sold_on`.execute(db);
  return rows;
}

async function readStockSpans(
  db: DbOrTransaction,
  { storeId, condition, asOf }: DemandScope,
): Promise<StockSpan[]> {
  const { rows } = await sql<StockSpan>`
    select ${CONFIGURATION}, lower(span) as "from", upper(span) - 1 as "to"
    from (
      select ${CONFIGURATION}, unnest(range_agg(daterange(begun, greatest(begun, ended), '[]'))) as span
      from (
        select ${CONFIGURATION}, least(received_on, first_seen_on) as begun,
               least(coalesce(closed_on, ${asOf}::date), ${asOf}::date) as ended
        from stock_episode stay join build on build.id = stay.build_id
        where stay.store_id = ${storeId} and stay.condition = ${condition}
          and not (status = 'in_transit' and closed_on is null)
          and least(received_on, first_seen_on) <= ${asOf}
      ) stays group by ${CONFIGURATION}
    ) spans order by ${CONFIGURATION}, "from"`.execute(db);
  return rows;
}
