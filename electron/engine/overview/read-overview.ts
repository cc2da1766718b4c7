/** The Overview: every area's figures as of the data date, what comes in, and what is worth doing today. */
import { DEFAULT_SALES_WINDOW } from '@shared/contract/data-filter';
import type { Overview } from '@shared/contract/overview';
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { dayInZone } from '@shared/domain/day-in-zone';
import { periodOf } from '@shared/domain/period';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import { readInventorySummaries } from '../inventory/read-inventory-summary';
import { readSalesSummaries } from '../sales/read-sales-summary';
import type { ResolvedScope } from '../stores/resolve-scope';
import { deriveActions } from './derive-actions';
import { readDataFacts, readModelFacts } from './read-action-facts';
import { missedSales, readSoldLately } from './sold-and-missed';

/** `now` is the wall clock: it tells how old the data is, and nothing else. */
export async function readOverview(
  db: DbOrTransaction,
  scope: ResolvedScope,
  now: Date,
  windowDays: number = DEFAULT_SALES_WINDOW,
): Promise<Overview> {
  await assertDataBy(db, scope);
  const { store, asOf, settings } = scope;
  const daysOld = Math.max(0, daysBetween(asOf, dayInZone(now, store.timeZone)));
  const models = await readModelFacts(db, scope);
  const data = await readDataFacts(db, scope, daysOld);
  return {
    storeCode: store.code,
    storeName: store.name,
    isSample: store.isSample,
    dataDate: asOf,
    computedAt: now.toISOString(),
    daysOld,
    inventory: await readInventorySummaries(db, scope),
    sales: await readSalesSummaries(db, scope, windowDays),
    incoming: await readIncoming(db, scope),
    targets: [
      { condition: 'new', daysSupply: settings.targetDaysSupplyNew, unitsAMonth: settings.targetUnitsNew },
      { condition: 'used', daysSupply: settings.targetDaysSupplyUsed, unitsAMonth: settings.targetUnitsUsed },
    ],
    soldLately: await readSoldLately(db, scope),
    missed: missedSales(models),
    actions: deriveActions(models, data, settings, asOf),
    ...(await readLatestRuns(db, scope)),
  };
}

async function readIncoming(
  db: DbOrTransaction,
  { store, asOf, filter }: ResolvedScope,
): Promise<Overview['incoming']> {
  const { rows } = await sql<{ day: CalendarDay | null; units: number }>`
    select estimated_arrival_on as day, count(*) as units from (${pipelineAsOf(store.id, asOf, filter)}) pipeline
    group by estimated_arrival_on order by estimated_arrival_on nulls last`.execute(db);
  const weeks = new Map<string, number>();
  for (const { day, units } of rows) {
    const week = day === null ? 'unknown' : periodOf(day, 'week');
    weeks.set(week, (weeks.get(week) ?? 0) + units);
  }
  return [...weeks].map(([week, units]) => ({ week, units }));
}

async function readLatestRuns(db: DbOrTransaction, { store, asOf }: ResolvedScope) {
  const newest = (table: 'forecast_run' | 'plan_run', condition: RawBuilder<unknown>) => sql`
    (select id::text from ${sql.table(table)} where store_id = ${store.id} and as_of <= ${asOf} and ${condition}
     order by as_of desc, id desc limit 1)`;
  const { rows } = await sql<{ latestForecastRunId: string | null; latestPlanId: string | null }>`
    select ${newest('forecast_run', sql`grain = 'month'`)} as latest_forecast_run_id,
           ${newest('plan_run', sql`true`)} as latest_plan_id`.execute(db);
  return rows[0] ?? { latestForecastRunId: null, latestPlanId: null };
}
