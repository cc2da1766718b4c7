/**
 * What of a store is news on a day: available units that pass the aged limit within a week, and an allocation cycle that
 * closes within a week with units still open. On the data date all of them are told. From then on the stock grows older
 * with the calendar: each day adds the units that came within a week of their limit since they were last told of, and a
 * cycle is told of once more when it closes. Ages in a link are those of the data date, as the screens have them.
 */

import type { Condition } from '@shared/contract/primitives';
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { dayInZone } from '@shared/domain/day-in-zone';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { Db } from '../database/database';
import { stockAsOf } from '../figures/stock-as-of';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { News } from './notification-store';

const texts = engineTexts.keeping.news;

const AHEAD_DAYS = 7;
/** Of older data nobody can say what still stands. */
const MOST_DAYS_OLD = 14;

/** The day that news is told on: today where the store is, but never before the data, nor long after it. */
export function newsDay({ store, asOf }: ResolvedScope, now: Date): CalendarDay {
  const today = dayInZone(now, store.timeZone);
  const daysOld = daysBetween(asOf, today);
  // A sample store has no calendar: its data ends where it ends.
  return store.isSample || daysOld < 0 || daysOld > MOST_DAYS_OLD ? asOf : today;
}

export async function readStoreNews(db: Db, scope: ResolvedScope, day: CalendarDay): Promise<News[]> {
  return [...(await agingNews(db, scope, day)), ...(await allocationNews(db, scope, day))];
}

async function agingNews(db: Db, scope: ResolvedScope, day: CalendarDay): Promise<News[]> {
  const news: News[] = [];
  for (const condition of ['new', 'used'] as const) {
    const ages = await untoldAges(db, scope, condition, day);
    const stock = await readStanding(db, scope, condition, ages);
    if (stock.units > 0) news.push(toAgingNews(scope, condition, day, ages, stock));
  }
  return news;
}

type Ages = { from: number; to: number };

/**
 * Ages on the data date of the units to tell of. With a limit of 90 days and 2 days since the data, those from 82 on
 * come within a week of it (84 then) and 88 is the last that has not passed it; after a telling the day before, 82 alone
 * is new.
 */
async function untoldAges(
  db: Db,
  { store, asOf, settings }: ResolvedScope,
  condition: Condition,
  day: CalendarDay,
): Promise<Ages> {
  const limit = limitOf(settings, condition);
  const daysOld = daysBetween(asOf, day);
  const first = limit - AHEAD_DAYS + 1;
  const toldOn = await lastTelling(db, agingKey(store.id, condition, asOf));
  const newest = toldOn === null ? limit : first - daysBetween(asOf, toldOn) - 1;
  return { from: Math.max(0, first - daysOld), to: Math.min(limit - daysOld, newest) };
}

function limitOf(settings: ResolvedScope['settings'], condition: Condition): number {
  return condition === 'new' ? settings.agedDaysNew : settings.agedDaysUsed;
}

function agingKey(storeId: number, condition: Condition, asOf: CalendarDay): string {
  return `aging:${storeId}:${condition}:${asOf}`;
}

/** The newest day under which a fact was told; it stands at the end of the key. */
async function lastTelling(db: Db, key: string): Promise<CalendarDay | null> {
  const row = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.max('factKey').as('factKey'))
    .where('factKey', 'like', `${key}:%`)
    .executeTakeFirst();
  return row?.factKey?.slice(key.length + 1) ?? null;
}

async function readStanding(
  db: Db,
  { store, asOf }: ResolvedScope,
  condition: Condition,
  { from, to }: Ages,
): Promise<{ units: number; costCents: number }> {
  if (from > to) return { units: 0, costCents: 0 };
  const { rows } = await sql<{ units: number; costCents: number }>`
    select count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents
    from (${stockAsOf(store.id, asOf, { condition })}) stock
    where status = 'available' and on_ground and age_days between ${from}::int and ${to}::int`.execute(db);
  return rows[0] ?? { units: 0, costCents: 0 };
}

function toAgingNews(
  { store, asOf, settings }: ResolvedScope,
  condition: Condition,
  day: CalendarDay,
  { from, to }: Ages,
  { units, costCents }: { units: number; costCents: number },
): News {
  const limit = limitOf(settings, condition);
  return {
    storeId: store.id,
    kind: 'aging',
    factKey: `${agingKey(store.id, condition, asOf)}:${day}`,
    title: texts.aging({ units, condition: texts.conditions[condition], limitDays: limit }),
    detail: texts.agingDetail({
      cost: writeDollars(costCents),
      store: store.name,
      asOf: writeDay(asOf),
      countedOnTo: day === asOf ? null : writeDay(day),
    }),
    target: {
      screen: '/inventory',
      storeCode: store.code,
      search: { condition, status: 'available', minAgeDays: from, maxAgeDays: to },
    },
  };
}

async function allocationNews(db: Db, { store }: ResolvedScope, day: CalendarDay): Promise<News[]> {
  const { rows } = await sql<{ cycle: string; cycleEnd: CalendarDay; units: number }>`
    select cycle, max(cycle_end) as cycle_end, sum(units)::int as units from allocation
    where store_id = ${store.id} and cycle_start <= ${day} and cycle_end between ${day} and ${addDays(day, AHEAD_DAYS)}
    group by cycle`.execute(db);
  return rows.map(({ cycle, cycleEnd, units }) => {
    const days = daysBetween(day, cycleEnd);
    return {
      storeId: store.id,
      kind: 'allocation',
      factKey: `allocation:${store.id}:${cycle}${days === 0 ? ':last' : ''}`,
      title: texts.allocationCloses(cycle, days),
      detail: texts.allocationDetail(units, writeDay(cycleEnd)),
      target: { screen: '/order-plan', storeCode: store.code, search: {} },
    };
  });
}
