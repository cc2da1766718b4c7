/** The grouped rows that sales figures are made of. */
import type { DataFilter } from '@shared/contract/data-filter';
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { countedDeals, DEAL_SUMS } from '../figures/counted-deals';
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

/** When the unit of a sale came; its stay is looked up only where the deal does not say. */
const cameOn = sql<CalendarDay | null>`coalesce(sale.received_on,
  (select received_on from stock_episode where stock_episode.id = sale.episode_id))`;

/** Days in stock of a sold unit; 0 when it was sold before it came, null (which greatest() would ignore) unknown. */
const daysToTurn = sql<number | null>`case when came_on is not null then greatest(0, sold_on - came_on) end`;

function inWindow({ storeId, asOf, days, filter = {} }: SalesWindow) {
  return sql<boolean>`sale.store_id = ${storeId} and ${passesSale(filter)} and sold_on between ${windowStart(asOf, days)} and ${asOf}`;
}

/** Deals of one model that took as many days. */
export type DealCount = {
  condition: Condition;
  make: string;
  model: string;
  /** Null where it is not known when the unit came. */
  days: number | null;
  units: number;
  frontGrossCents: number;
  withFront: number;
  backGrossCents: number;
  withBack: number;
  totalGrossCents: number;
  withTotal: number;
};

/** Deals whose unit was first watched at one age: when it came, or when the window opened. */
type EntryCount = { condition: Condition; days: number; units: number };

/** Counted deals of the window, read once: totals, models, medians and survival are all cut from the same counts. */
export async function readDealCounts(
  db: DbOrTransaction,
  window: SalesWindow,
): Promise<{ deals: DealCount[]; entries: EntryCount[] }> {
  const opened = windowStart(window.asOf, window.days);
  // Summed twice from one reading, by numbers: grouping sets, and names as keys, would cost a long sort.
  const { rows } = await sql<DealCount & { entryDays: number | null; isEntry: boolean }>`
    with sold as materialized (
      select condition, build_id, sold_on, front_gross_cents, back_gross_cents, total_gross_cents, ${cameOn} as came_on
      from sale where ${inWindow(window)} and ${isCountedSale}
    ),
    lines as materialized (select id, min(id) over (partition by make, model) as first_id from build),
    counted as materialized (
      select condition = 'new' as is_new, first_id, ${daysToTurn} as days, ${DEAL_SUMS}
      from sold join lines on lines.id = sold.build_id group by 1, 2, 3
    )
    select case when is_new then 'new' else 'used' end as condition, make, model, days, null::int as entry_days,
           false as is_entry, units, front_gross_cents, with_front, back_gross_cents, with_back, total_gross_cents, with_total
    from counted join build on build.id = counted.first_id
    union all
    select condition, null, null, null, greatest(0, ${opened}::date - came_on) as entry_days, true, count(*), 0, 0, 0, 0, 0, 0
    from sold where came_on is not null group by condition, entry_days
    order by make, model`.execute(db);
  return {
    deals: rows.filter(({ isEntry }) => !isEntry),
    entries: rows.flatMap(({ isEntry, condition, entryDays, units }) =>
      isEntry && entryDays !== null ? [{ condition, days: entryDays, units }] : [],
    ),
  };
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
  const deals = await countedDeals(db, { storeId, from, to: asOf, filter });
  const { rows } = await sql<MonthRow>`
    select condition, to_char(month, 'YYYY-MM') as month, sum(units)::int as units,
           sum(front_gross_cents)::bigint as front_gross_cents, sum(back_gross_cents)::bigint as back_gross_cents,
           sum(total_gross_cents)::bigint as total_gross_cents
    from (${deals}) deals group by 1, 2 order by 2`.execute(db);
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

/** Units that stand unsold, grouped by the ages between which the window watched them. */
export async function readUnsoldStays(
  db: DbOrTransaction,
  window: SalesWindow,
): Promise<(Stay & { condition: Condition })[]> {
  const opened = windowStart(window.asOf, window.days);
  const { rows } = await sql<Stay & { condition: Condition }>`
    select condition, greatest(0, ${opened}::date - coalesce(received_on, first_seen_on)) as entry_days,
           age_days as exit_days, false as is_sold, count(*) as units
    from (${stockAsOf(window.storeId, window.asOf, window.filter)}) stock
    where on_ground and status <> 'sold_not_delivered' group by 1, 2, 3`.execute(db);
  return rows;
}

/** First day from which the store has counted deals; null without any. */
export async function readFirstSaleDay(db: DbOrTransaction, storeId: number): Promise<CalendarDay | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(sold_on) as day from sale where store_id = ${storeId} and ${isCountedSale}`.execute(db);
  return rows[0]?.day ?? null;
}
