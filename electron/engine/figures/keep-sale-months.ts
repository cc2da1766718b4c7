/** Sums the months of counted deals that changed since they were last summed; see `counted-deals`. */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { firstDay, lastDay, periodOf, periodRange } from '@shared/domain/period';
import { sql } from 'kysely';
import type { Db } from '../database/database';
import { DEAL_SUMS, keptMonths } from './counted-deals';
import { isCountedSale } from './counted-sales';

/** As many as are summed in one transaction: other calls get their turn in between. */
const MONTHS_AT_ONCE = 6;

export async function keepSaleMonths(db: Db): Promise<void> {
  const { rows } = await sql<{ storeId: number; first: CalendarDay; last: CalendarDay }>`
    select store.id as store_id, span.first, span.last from store, lateral (
      select min(sold_on) as first, max(sold_on) as last from sale
      where sale.store_id = store.id and ${isCountedSale}
    ) span where span.first is not null`.execute(db);
  for (const { storeId, first, last } of rows) {
    const months = periodRange(periodOf(first, 'month'), periodOf(last, 'month'));
    const span = { from: firstDay(periodOf(first, 'month')), to: lastDay(periodOf(last, 'month')) };
    const kept = new Set(await keptMonths(db, { storeId, ...span }));
    const wanted = months.filter((month) => !kept.has(month));
    for (let start = 0; start < wanted.length; start += MONTHS_AT_ONCE)
      await sumMonths(db, storeId, wanted.slice(start, start + MONTHS_AT_ONCE));
  }
}

async function sumMonths(db: Db, storeId: number, months: readonly string[]): Promise<void> {
  const firstDays = sql`${months.map(firstDay)}::date[]`;
  await db.transaction().execute(async (transaction) => {
    await sql`delete from sale_month where store_id = ${storeId} and month = any(${firstDays})`.execute(
      transaction,
    );
    await sql`
      insert into sale_month (store_id, month, condition, build_id, units, front_gross_cents, with_front,
                              back_gross_cents, with_back, total_gross_cents, with_total)
      select store_id, wanted.month, condition, build_id, ${DEAL_SUMS}
      from unnest(${firstDays}) wanted(month)
      join sale on sale.store_id = ${storeId} and ${isCountedSale}
        and sold_on >= wanted.month and sold_on < wanted.month + interval '1 month'
      group by 1, 2, 3, 4`.execute(transaction);
    await sql`insert into sale_month_kept select ${storeId}, unnest(${firstDays})`.execute(transaction);
  });
}
