/** The whole loop in one job: import, then for each store forecast, plan, and learn from what came of earlier plans. */
import { AppError } from '@shared/contract/errors';
import type { ImportOptions, ImportReport } from '@shared/contract/imports';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { EngineContext } from '../engine-context';
import { forecastStore } from '../forecasting/forecast-store';
import type { JobHandle } from '../jobs/job-runner';
import { readMarketSummary } from '../market/read-market-summary';
import { analysePlan } from '../planning/analyse-plan';
import { makePlan } from '../planning/make-plan';
import { listStores } from '../stores/list-stores';
import { resolveScope } from '../stores/resolve-scope';
import { importExports } from './import-exports';
import { learnFromStore } from './learn-from-store';

export type CycleRequest = { paths: string[]; importOptions: ImportOptions; asOf?: CalendarDay };

export type StoreCycle = {
  storeCode: string;
  forecastRunId: string;
  planId: string;
  learning: { learningRunId: string; activated: boolean; note: string };
};

export type CycleResult = { report: ImportReport; stores: StoreCycle[] };

/** Six months: the order's window of 90 days with room for a longer lead time. */
const HORIZON_MONTHS = 6;

/** Throws the first file's refusal when no file could be imported: there is nothing to go on with. */
export async function runCycle(
  context: EngineContext,
  request: CycleRequest,
  handle: JobHandle,
): Promise<CycleResult> {
  const importing = { paths: request.paths, options: request.importOptions };
  const report = await importExports(context, importing, withinShare(handle, 0, 0.3));
  const [refused] = report.refused;
  if (report.batches.length === 0 && refused) {
    throw new AppError('FILE_REFUSED', refused.message, {
      details: { refused: report.refused },
      ...(refused.nextStep ? { nextStep: refused.nextStep } : {}),
    });
  }
  const touched = new Set(report.batches.flatMap((batch) => batch.storeCodes));
  const stores = (await listStores(context.db)).filter(
    (store) => touched.has(store.code) && store.dataDate !== null,
  );
  const cycles: StoreCycle[] = [];
  for (const [index, store] of stores.entries()) {
    const start = 0.3 + (0.7 * index) / stores.length;
    cycles.push(
      await cycleStore(context, store.code, request.asOf, withinShare(handle, start, 0.7 / stores.length)),
    );
  }
  return { report, stores: cycles };
}

async function cycleStore(
  context: EngineContext,
  storeCode: string,
  asOf: CalendarDay | undefined,
  handle: JobHandle,
): Promise<StoreCycle> {
  const scope = await resolveScope(context.db, { storeCode, asOf });
  const { runId } = await forecastStore(
    context,
    scope,
    { grain: 'month', horizon: HORIZON_MONTHS, model: 'auto' },
    withinShare(handle, 0, 0.7),
  );
  const plan = { scope, options: { constraints: [] }, readMarket: readMarketSummary };
  const { planId, inputs } = await makePlan(context, plan, withinShare(handle, 0.7, 0.1));
  await analysePlan(context, { planId, inputs }, withinShare(handle, 0.8, 0.1));
  const learning = await learnFromStore(
    context,
    scope,
    { target: 'balanced', model: 'auto' },
    withinShare(handle, 0.9, 0.1),
  );
  return { storeCode, forecastRunId: runId, planId, learning };
}

/** A handle whose 0..1 is a part of the whole job's. */
function withinShare(handle: JobHandle, start: number, share: number): JobHandle {
  return {
    signal: handle.signal,
    report: (progress, message) =>
      handle.report(progress === null ? start : start + progress * share, message),
  };
}
