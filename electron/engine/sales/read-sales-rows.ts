/** The grouped rows that sales figures are made of. */
import type { DataFilter } from '@shared/contract/data-filter';
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import { stockAsOf } from '../figures/stock-as-of';
import type { Stay } from './survival-median';

export type SalesWindow = {
  storeId: number;
  asOf: CalendarDay;
  days: number;
  filter?: DataFilter | undefined;
};

/** Over `sale` left-joined with its stay. */
const cameOn = sql<CalendarDay | null>`coalesce(sale.received_on, stay.received_on)`;
/** Days in stock of a sold unit; 0 when it was sold before it came, null (which greatest() ignores) unknown. */
const daysToTurn = sql<
  number | null
>`case when ${cameOn} is not null then greatest(0, sold_on - ${cameOn}) end`;

function inWindow({ storeId, asOf, days, filter = {} }: SalesWindow) {
  return sql<boolean>`sale.store_id = ${storeId} and ${passesSale(filter)} and sold_on between ${windowStart(asOf, days)} and ${asOf}`;
}

export type SalesTotals = {
  condition: Condition;
  units: number;
  frontCents: number | null;
  withFront: number;
  backCents: number | null;
  withBack: number;
  totalCents: number | null;
  withTotal: number;
  medianDays: number | null;
  withDays: number;
};

export async function readSalesTotals(db: DbOrTransaction, window: SalesWindow): Promise<SalesTotals[]> {
  const { rows } = await sql<SalesTotals>`
    select sale.condition, count(*) as units,
           sum(front_gross_cents) as front_cents, count(front_gross_cents) as with_front,
           sum(back_gross_cents) as back_cents, count(back_gross_cents) as with_back,
           sum(total_gross_cents) as total_cents, count(total_gross_cents) as with_total,
           percentile_cont(0.5) within group (order by days) as median_days, count(days) as with_days
    from (
      select sale.*, ${daysToTurn} as days from sale left join stock_episode stay on stay.id = sale.episode_id
      where ${inWindow(window)} and ${isCountedSale}
    ) sale group by sale.condition`.execute(db);
  return rows;
}

export type MonthRow = {
  condition: Condition;
  month: string;
  units: number;
  frontGrossCents: number;
  backGrossCents: number;
  totalGrossCents: number;
};

export async function readSalesMonths(
  db: DbOrTransaction,
  storeId: number,
  from: CalendarDay,
  asOf: CalendarDay,
  filter: DataFilter = {},
): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select condition, to_char(month, 'YYYY-MM') as month, units, front_gross_cents, back_gross_cents, total_gross_cents
    from (
      select condition, date_trunc('month', sold_on) as month, count(*) as units,
             coalesce(sum(front_gross_cents), 0) as front_gross_cents,
             coalesce(sum(back_gross_cents), 0) as back_gross_cents,
             coalesce(sum(total_gross_cents), 0) as total_gross_cents
      from sale
      where store_id = ${storeId} and ${isCountedSale} and ${passesSale(filter)} and sold_on between ${from} and ${asOf}
      group by 1, 2
    ) months order by month`.execute(db);
  return rows;
}

export type ModelSalesRow = {
  condition: Condition;
  make: string;
  model: string;
  units: number;
  totalGrossPerUnitCents: number | null;
  medianDaysToTurn: number | null;
};

export async function readModelSales(db: DbOrTransaction, window: SalesWindow): Promise<ModelSalesRow[]> {
  const { rows } = await sql<ModelSalesRow>`
    select condition, make, model, count(*) as units, round(avg(total_gross_cents)) as total_gross_per_unit_cents,
           percentile_cont(0.5) within group (order by days) as median_days_to_turn
    from (
      select sale.condition, make, model, total_gross_cents, ${daysToTurn} as days
      from sale join build on build.id = sale.build_id left join stock_episode stay on stay.id = sale.episode_id
      where ${inWindow(window)} and ${isCountedSale}
    ) sale group by condition, make, model order by units desc, make, model`.execute(db);
  return rows;
}

export type ExcludedRow = { condition: Condition; reason: string; units: number };

/** Deals of the window that do not count, each under the first reason that applies. */
export async function readExcludedDeals(db: DbOrTransaction, window: SalesWindow): Promise<ExcludedRow[]> {
  const { rows } = await sql<ExcludedRow>`
    select condition,
           case when deal_state <> 'counted' then deal_state else replace(sale_type, '_', ' ') end as reason,
           count(*) as units
    from sale where ${inWindow(window)} and not ${isCountedSale}
    group by 1, 2 order by units desc, reason`.execute(db);
  return rows;
}

/** Sold and unsold stays of the window, grouped by the ages between which they were watched. */
export async function readStays(
  db: DbOrTransaction,
  window: SalesWindow,
): Promise<(Stay & { condition: Condition })[]> {
  const opened = windowStart(window.asOf, window.days);
  const { rows } = await sql<Stay & { condition: Condition }>`
    select condition, entry_days, exit_days, is_sold, count(*) as units from (
      select sale.condition, ${daysToTurn} as exit_days, true as is_sold,
             greatest(0, ${opened}::date - ${cameOn}) as entry_days
      from sale left join stock_episode stay on stay.id = sale.episode_id
      where ${inWindow(window)} and ${isCountedSale} and ${cameOn} is not null
      union all
      select condition, age_days, false, greatest(0, ${opened}::date - coalesce(received_on, first_seen_on))
      from (${stockAsOf(window.storeId, window.asOf, window.filter)}) stock
      where on_ground and status <> 'sold_not_delivered'
    ) stays group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** First day from which the store has counted deals; null without any. */
export async function readFirstSaleDay(db: DbOrTransaction, storeId: number): Promise<CalendarDay | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(sold_on) as day from sale where store_id = ${storeId} and ${isCountedSale}`.execute(db);
  return rows[0]?.day ?? null;
}
