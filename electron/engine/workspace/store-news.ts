/**
 * What of a store is news on its data date: available units that pass the aged limit within a week, and an allocation
 * cycle that closes within a week with units still open. One fact a store, data date and kind.
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { Db } from '../database/database';
import { stockAsOf } from '../figures/stock-as-of';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { News } from './notification-store';

const AHEAD_DAYS = 7;

export async function readStoreNews(db: Db, scope: ResolvedScope): Promise<News[]> {
  return [...(await agingNews(db, scope)), ...(await allocationNews(db, scope))];
}

async function agingNews(db: Db, { store, asOf, settings }: ResolvedScope): Promise<News[]> {
  const limitOf = { new: settings.agedDaysNew, used: settings.agedDaysUsed } as const;
  const { rows } = await sql<{ condition: 'new' | 'used'; units: number; costCents: number }>`
    select condition, count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents
    from (${stockAsOf(store.id, asOf)}) stock
    where status = 'available' and on_ground
      and age_days between case condition when 'new' then ${limitOf.new - AHEAD_DAYS + 1}::int else ${limitOf.used - AHEAD_DAYS + 1}::int end
                       and case condition when 'new' then ${limitOf.new}::int else ${limitOf.used}::int end
    group by condition order by condition`.execute(db);
  return rows.map(({ condition, units, costCents }) => ({
    storeId: store.id,
    kind: 'aging',
    factKey: `aging:${store.id}:${condition}:${asOf}`,
    title: `${units} ${condition} ${units === 1 ? 'unit passes' : 'units pass'} ${limitOf[condition]} days within a week`,
    detail: `${writeDollars(costCents)} at cost, ${store.name}, as of ${writeDay(asOf)}.`,
    target: {
      screen: '/inventory',
      storeCode: store.code,
      search: {
        condition,
        status: 'available',
        minAgeDays: limitOf[condition] - AHEAD_DAYS + 1,
        maxAgeDays: limitOf[condition],
      },
    },
  }));
}

async function allocationNews(db: Db, { store, asOf }: ResolvedScope): Promise<News[]> {
  const { rows } = await sql<{ cycle: string; cycleEnd: CalendarDay; units: number }>`
    select cycle, max(cycle_end) as cycle_end, sum(units)::int as units from allocation
    where store_id = ${store.id} and cycle_start <= ${asOf} and cycle_end between ${asOf} and ${addDays(asOf, AHEAD_DAYS)}
    group by cycle`.execute(db);
  return rows.map(({ cycle, cycleEnd, units }) => {
    const days = daysBetween(asOf, cycleEnd);
    return {
      storeId: store.id,
      kind: 'allocation',
      factKey: `allocation:${store.id}:${cycle}`,
      title: `Allocation ${cycle} closes ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`,
      detail: `${units} units are allocated until ${writeDay(cycleEnd)}. Sign the order plan off before.`,
      target: { screen: '/order-plan', storeCode: store.code, search: {} },
    };
  });
}
