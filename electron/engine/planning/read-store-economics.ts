/** What units of a condition earn, cost and how fast they sell, from the store's rows as of the scope's day. */
import type { Condition } from '@shared/contract/primitives';
import type { DbOrTransaction } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';
import { configurationKey } from './configuration-tree';
import { type Economics, economicsOf } from './economics';
import { readBuilds, readInvoices, readSales, readStays } from './read-plan-rows';

export async function readStoreEconomics(
  db: DbOrTransaction,
  scope: ResolvedScope,
  condition: Condition,
): Promise<Economics> {
  const { settings, asOf } = scope;
  const builds = await readBuilds(db, scope, condition);
  const keys = new Map(builds.map(({ id, ...build }) => [id, configurationKey(build)]));
  return economicsOf({
    builds: new Map(builds.map(({ id: _, ...build }) => [configurationKey(build), build])),
    sales: await readSales(db, scope, keys, condition),
    stays: await readStays(db, scope, keys, condition),
    invoices: condition === 'new' ? await readInvoices(db, scope, keys) : [],
    today: asOf,
    terms: {
      floorPlanAnnualRate: settings.floorPlanAnnualRate,
      daysInYear: settings.daysInYear,
      freeDays: settings.floorPlanFreeDays,
      otherPerDayCents: settings.otherHoldingCostPerDayCents,
      targetDays: condition === 'new' ? settings.targetDaysSupplyNew : settings.targetDaysSupplyUsed,
    },
  });
}
