/**
 * Counted deals of a span of days, summed as far as nobody asks for single days: whole months come from the kept sums,
 * the days at both ends, and months that changed since, from the deals. Both give the same figures.
 */
import type { DataFilter } from '@shared/contract/data-filter';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { firstDay, lastDay, periodOf } from '@shared/domain/period';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from './counted-sales';
import { passesBuild, passesSale } from './data-filter';

/** What is summed of deals, in this order, whether it is kept or not. */
export const DEAL_SUMS = sql`
  count(*) as units,
  coalesce(sum(front_gross_cents), 0) as front_gross_cents, count(front_gross_cents) as with_front,
  coalesce(sum(back_gross_cents), 0) as back_gross_cents, count(back_gross_cents) as with_back,
  coalesce(sum(total_gross_cents), 0) as total_gross_cents, count(total_gross_cents) as with_total`;

type Span = { from: CalendarDay; to: CalendarDay };
type Asked = Span & { storeId: number; filter?: DataFilter | undefined };

/**
 * Rows of condition, build_id, month (its first day), units, and of front_gross_cents, back_gross_cents and
 * total_gross_cents each the sum and, as with_front, with_back and with_total, how many deals state it.
 */
export async function countedDeals(db: DbOrTransaction, asked: Asked): Promise<RawBuilder<unknown>> {
  const { storeId, filter = {} } = asked;
  // The sums know no ages.
  const isByAge = filter.minAgeDays !== undefined || filter.maxAgeDays !== undefined;
  const kept = isByAge ? [] : await keptMonths(db, asked);
  if (kept.length === 0) return dealsOf(storeId, filter, asked);
  const spans = spansBetween(asked, kept).map((span) => dealsOf(storeId, filter, span));
  const isWanted = passesBuild(filter, {
    condition: sql.ref('sale_month.condition'),
    buildId: sql.ref('sale_month.build_id'),
  });
  const months = sql`
    select condition, build_id, month, units, front_gross_cents, with_front, back_gross_cents, with_back,
           total_gross_cents, with_total
    from sale_month where store_id = ${storeId} and month = any(${kept.map(firstDay)}::date[]) and ${isWanted}`;
  return sql.join([months, ...spans], sql` union all `);
}

/** Months that lie in the span whole and whose sums hold, ascending. */
export async function keptMonths(db: DbOrTransaction, { storeId, from, to }: Asked): Promise<string[]> {
  const { rows } = await sql<{ month: CalendarDay }>`
    select month from sale_month_kept
    where store_id = ${storeId} and month between ${from} and ${to} order by month`.execute(db);
  return rows.map(({ month }) => periodOf(month, 'month')).filter((month) => lastDay(month) <= to);
}

/** The days of the span that no kept month covers, ascending. */
export function spansBetween({ from, to }: Span, kept: readonly string[]): Span[] {
  const spans: Span[] = [];
  let next = from;
  for (const month of kept) {
    const before = addDays(firstDay(month), -1);
    if (next <= before) spans.push({ from: next, to: before });
    next = addDays(lastDay(month), 1);
  }
  if (next <= to) spans.push({ from: next, to });
  return spans;
}

function dealsOf(storeId: number, filter: DataFilter, { from, to }: Span): RawBuilder<unknown> {
  return sql`
    select condition, build_id, date_trunc('month', sold_on::timestamp)::date as month, ${DEAL_SUMS}
    from sale where store_id = ${storeId} and ${isCountedSale} and ${passesSale(filter)}
      and sold_on between ${from} and ${to} group by 1, 2, 3`;
}
