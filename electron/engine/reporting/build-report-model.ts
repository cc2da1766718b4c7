/** Everything a report prints, from the same read models as the screens, computed once. */
import type { ForecastRun, ForecastSeries } from '@shared/contract/forecast';
import type { StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import type { DbOrTransaction } from '../database/database';
import { listSeries, readLatestRun, readSeries } from '../forecasting/read-forecasts';
import { listStockUnits } from '../inventory/list-stock-units';
import { readOverview } from '../overview/read-overview';
import { listGaps } from '../planning/list-gaps';
import { readLatestPlan } from '../planning/read-plan';
import type { ResolvedScope } from '../stores/resolve-scope';

/** A stock list is read in pieces of this many, so that other calls get their turn. */
const PAGE = 2000;

/** `now` is the wall clock and only says when it was computed. */
export async function buildReportModel(
  db: DbOrTransaction,
  scope: ResolvedScope,
  now: Date,
): Promise<ReportModel> {
  const overview = await readOverview(db, scope, now);
  const forecastRun = await readLatestRun(db, scope.store.id, 'month', scope.asOf);
  return {
    title: `${overview.storeName}: stock, forecast and order plan`,
    overview,
    agedUnits: await readAgedUnits(db, scope),
    forecastRun,
    forecasts: await readForecasts(db, forecastRun),
    gaps: (await listGaps(db, scope, 'model')).gaps,
    plan: await readLatestPlan(db, scope.store.id, scope.asOf),
  };
}

/** Available units over the store's limit, oldest first, new before used. */
async function readAgedUnits(db: DbOrTransaction, scope: ResolvedScope): Promise<StockUnit[]> {
  const { agedDaysNew, agedDaysUsed } = scope.settings;
  const aged: StockUnit[] = [];
  for (const condition of ['new', 'used'] as const) {
    const minAgeDays = 1 + (condition === 'new' ? agedDaysNew : agedDaysUsed);
    aged.push(...(await readUnits(db, scope, { condition, status: 'available', minAgeDays })));
  }
  return aged;
}

/** Every unit of the store, those in transit included. */
export function readAllUnits(db: DbOrTransaction, scope: ResolvedScope): Promise<StockUnit[]> {
  return readUnits(db, scope, {});
}

async function readUnits(
  db: DbOrTransaction,
  scope: ResolvedScope,
  filter: Parameters<typeof listStockUnits>[2]['filter'],
): Promise<StockUnit[]> {
  const units: StockUnit[] = [];
  for (;;) {
    const sort = { field: 'ageDays', direction: 'desc' } as const;
    const page = await listStockUnits(db, scope, { filter, sort, offset: units.length, limit: PAGE });
    units.push(...page.units);
    if (page.units.length === 0 || units.length >= page.total) return units;
  }
}

/** Store, models and trims; builds are too many to print and too thin to read. */
async function readForecasts(db: DbOrTransaction, run: ForecastRun | null): Promise<ForecastSeries[]> {
  if (run === null) return [];
  const listed = await listSeries(db, run.id, undefined);
  const forecasts: ForecastSeries[] = [];
  for (const { id, level } of listed) {
    if (level !== 'build') forecasts.push(await readSeries(db, run.id, id));
  }
  return forecasts;
}
