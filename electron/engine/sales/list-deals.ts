/** The counted deals behind every figure of sales: filtered, sorted and paged in SQL. */
import type { Deal, DealList, DealSort } from '@shared/contract/deals';
import { pickBuild } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import type { ResolvedScope } from '../stores/resolve-scope';

export type DealRequest = {
  windowDays: number;
  from?: CalendarDay | undefined;
  to?: CalendarDay | undefined;
  sort: DealSort;
  offset: number;
  limit: number;
};

/** Days known only after the scope's day hold no deals: `to` never lies behind it. */
export async function listDeals(
  db: DbOrTransaction,
  scope: ResolvedScope,
  { windowDays, sort, offset, limit, ...asked }: DealRequest,
): Promise<DealList> {
  await assertDataBy(db, scope);
  const { store, asOf, filter = {} } = scope;
  const to = asked.to !== undefined && asked.to < asOf ? asked.to : asOf;
  const from = asked.from ?? windowStart(to, windowDays);
  const isAsked = sql<boolean>`sale.store_id = ${store.id} and ${isCountedSale} and ${passesSale(filter)}
    and sale.sold_on between ${from} and ${to}`;
  const sums = await sql<Pick<DealList, 'total' | 'totalGrossCents' | 'withGross'>>`
    select count(*)::int as total, coalesce(sum(total_gross_cents), 0)::bigint as total_gross_cents,
           count(total_gross_cents)::int as with_gross
    from sale where ${isAsked}`.execute(db);
  const page = await sql<DealRow>`
    select sale.id, sale.deal_number, coalesce(sale.stock_number, stay.stock_number) as stock_number, sale.vin,
           sale.condition, sale.sale_type, sale.sold_on, sale.front_gross_cents, sale.back_gross_cents,
           sale.total_gross_cents, ${daysToTurn} as days_to_turn, make, model, model_year, body, trim, drivetrain,
           engine, package, exterior_color, interior_color
    from sale join build on build.id = sale.build_id left join stock_episode stay on stay.id = sale.episode_id
    where ${isAsked}
    order by ${SORT_COLUMNS[sort.field]} ${sort.direction === 'asc' ? sql`asc` : sql`desc`} nulls last, sale.id
    offset ${offset} limit ${limit}`.execute(db);
  const totals = sums.rows[0] ?? { total: 0, totalGrossCents: 0, withGross: 0 };
  return { dataDate: asOf, from, to, ...totals, deals: page.rows.map(toDeal) };
}

/** 0 when it was sold before it came; null, which greatest() would ignore, is unknown. */
const daysToTurn = sql<number | null>`case when coalesce(sale.received_on, stay.received_on) is not null
  then greatest(0, sale.sold_on - coalesce(sale.received_on, stay.received_on)) end`;

const SORT_COLUMNS: Record<DealSort['field'], RawBuilder<unknown>> = {
  soldOn: sql`sale.sold_on`,
  model: sql`model`,
  trim: sql`trim`,
  modelYear: sql`model_year`,
  daysToTurn: sql`days_to_turn`,
  totalGrossCents: sql`sale.total_gross_cents`,
};

type DealRow = Omit<Deal, 'id' | 'build'> & { id: number } & Deal['build'];

function toDeal(row: DealRow): Deal {
  const { dealNumber, stockNumber, vin, condition, saleType, soldOn } = row;
  const { daysToTurn: days, frontGrossCents, backGrossCents, totalGrossCents } = row;
  return {
    id: String(row.id),
    ...{ dealNumber, stockNumber, vin, condition, saleType, soldOn },
    build: pickBuild(row),
    daysToTurn: days,
    ...{ frontGrossCents, backGrossCents, totalGrossCents },
  };
}
