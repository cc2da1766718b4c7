/** Everything a report prints, from the same read models as the screens, computed once. */
import type { ForecastRun, ForecastSeries } from '@shared/contract/forecast';
import type { StockUnit } from '@shared/contract/inventory';
import { narrowPlan } from '@shared/contract/narrow-plan';
import type { Plan } from '@shared/contract/plan';
import type { Gap } from '@shared/contract/plan-gaps';
import type { ReportModel, ReportRequest } from '@shared/contract/reports';
import { passesFilter } from '@shared/domain/passes-filter';
import { REPORT_CATALOGUE, type ReportSection } from '@shared/domain/report-kind';
import type { DbOrTransaction } from '../database/database';
import { summarizeFeedback } from '../feedback/summarize-feedback';
import { listSeriesWithHistory, readLatestRun } from '../forecasting/read-forecasts';
import { listBatches } from '../importing/list-batches';
import { listStockUnits } from '../inventory/list-stock-units';
import { listWeights } from '../learning/read-weights';
import { listLearningRuns } from '../learning/weights-store';
import { readMarketSummary } from '../market/read-market-summary';
import { readOverview } from '../overview/read-overview';
import { listGaps } from '../planning/list-gaps';
import { readLatestPlan } from '../planning/read-plan';
import { readLatestReplay } from '../replay/saved-replays';
import type { ResolvedScope } from '../stores/resolve-scope';
import { readLogo } from './logo';
import { describeSegment, type ReportSegment, scopeOfView, segmentOf } from './report-segment';

/** A stock list is read in pieces of this many, so that other calls get their turn. */
const PAGE = 2000;
const BATCHES_SHOWN = 60;

/** `now` is the wall clock and only says when it was computed. */
export async function buildReportModel(
  db: DbOrTransaction,
  scope: ResolvedScope,
  now: Date,
  request: ReportRequest,
): Promise<ReportModel> {
  const { title, sections: all } = REPORT_CATALOGUE[request.kind];
  const sections = request.sections?.length ? request.sections : [...all];
  const has = (...wanted: ReportSection[]) => wanted.some((section) => sections.includes(section));
  const segment = segmentOf(request);
  const overview = await readOverview(db, scopeOfView(scope, request.view), now, request.view?.windowDays);
  const forecastRun = has('forecast', 'accuracy') ? await readForecastRun(db, scope) : null;
  return {
    title: `${overview.storeName}: ${title}`,
    segment: describeSegment(request),
    request: { ...request, sections },
    logo: await readLogo(db, scope.store.id),
    overview,
    agedUnits: has('ageing') ? await readAgedUnits(db, scope, segment) : [],
    forecastRun,
    forecasts: await readForecasts(db, forecastRun, segment),
    gaps: has('gaps') ? await readGaps(db, scope, segment) : [],
    plan: has('plan') ? await readPlanLines(db, scope, segment) : null,
    market: has('market') ? await readMarketSummary(db, { ...scope, filter: segment }) : null,
    learning: has('learning') ? await readLearning(db, scope, segment) : null,
    replay: has('replay') ? await readLatestReplay(db, scope.store.id, undefined) : null,
    imports: has('imports') ? await readBatches(db, scope) : [],
  };
}

/** The newest forecast by month as of the day. */
export function readForecastRun(db: DbOrTransaction, { store, asOf }: ResolvedScope) {
  return readLatestRun(db, store.id, 'month', asOf);
}

/** The store and the series of the segment, with their history, of new units where it says no condition; none without a run. */
export async function readForecasts(
  db: DbOrTransaction,
  run: ForecastRun | null,
  segment: ReportSegment,
): Promise<ForecastSeries[]> {
  const { condition = 'new' } = segment;
  const series = run ? await listSeriesWithHistory(db, run.id, { condition }) : [];
  return series.filter(
    ({ level, make, modelName, trim }) =>
      level === 'store' || passesFilter({ condition, make, model: modelName, trim }, segment),
  );
}

/** Gaps by model, of the segment alone. */
export async function readGaps(
  db: DbOrTransaction,
  scope: ResolvedScope,
  segment: ReportSegment,
): Promise<Gap[]> {
  const { gaps } = await listGaps(db, scope, 'model');
  return gaps.filter((gap) => passesFilter(gap, segment));
}

/** The newest plan as of the day, its lines of the segment alone; null without one. */
export async function readPlanLines(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  segment: ReportSegment,
): Promise<Plan | null> {
  const plan = await readLatestPlan(db, store.id, asOf);
  return plan && narrowPlan(plan, segment);
}

/** Available units over the store's limit, oldest first, new before used. */
async function readAgedUnits(
  db: DbOrTransaction,
  scope: ResolvedScope,
  segment: ReportSegment,
): Promise<StockUnit[]> {
  const { agedDaysNew, agedDaysUsed } = scope.settings;
  const aged: StockUnit[] = [];
  for (const condition of ['new', 'used'] as const) {
    if (segment.condition !== undefined && segment.condition !== condition) continue;
    const agedFrom = 1 + (condition === 'new' ? agedDaysNew : agedDaysUsed);
    const minAgeDays = Math.max(agedFrom, segment.minAgeDays ?? 0);
    const filter = { ...segment, condition, status: 'available' as const, minAgeDays };
    for await (const units of readUnitPages(db, scope, filter)) aged.push(...units);
  }
  return aged;
}

/** Every unit of the segment, those in transit included, oldest first. */
export async function readAllUnits(
  db: DbOrTransaction,
  scope: ResolvedScope,
  segment: ReportSegment = {},
): Promise<StockUnit[]> {
  const all: StockUnit[] = [];
  for await (const units of readUnitPages(db, scope, segment)) all.push(...units);
  return all;
}

export async function* readUnitPages(
  db: DbOrTransaction,
  scope: ResolvedScope,
  filter: Parameters<typeof listStockUnits>[2]['filter'],
): AsyncGenerator<StockUnit[]> {
  for (let offset = 0; ; ) {
    const sort = { field: 'ageDays', direction: 'desc' } as const;
    const page = await listStockUnits(db, scope, { filter, sort, offset, limit: PAGE });
    if (page.units.length > 0) yield page.units;
    offset += page.units.length;
    if (page.units.length === 0 || offset >= page.total) return;
  }
}

/** Weights are the store's; outcomes are those of the segment. */
async function readLearning(db: DbOrTransaction, { store, asOf }: ResolvedScope, filter: ReportSegment) {
  return {
    weights: await listWeights(db, store.id),
    runs: await listLearningRuns(db, store.id),
    feedback: await summarizeFeedback(db, { storeId: store.id, asOf, filter }),
  };
}

/** Newest first; those of other stores are left out. */
export async function readBatches(db: DbOrTransaction, { store }: ResolvedScope) {
  const { batches } = await listBatches(db, { offset: 0, limit: BATCHES_SHOWN });
  return batches.filter(({ storeCodes }) => storeCodes.includes(store.code));
}
