/**
 * Importing as one step: files are loaded, the planner learns the new sizes, and what became of earlier plans is
 * matched to the new rows. The body of the import job, and the first step of a cycle.
 */
import type { ImportOptions, ImportReport } from '@shared/contract/imports';
import { analyzeChanged } from '../database/analyze-changed';
import type { EngineContext } from '../engine-context';
import { matchOutcomes } from '../feedback/match-outcomes';
import { scoreForecasts } from '../forecasting/outcomes-store';
import { importFiles } from '../importing/import-files';
import { ProgressWords } from '../importing/progress-words';
import type { JobHandle } from '../jobs/job-runner';
import { listStores } from '../stores/list-stores';
import { resolveScope } from '../stores/resolve-scope';

/** What a screen must ask for again when an import came or went. */
export const AREAS_OF_IMPORTS = [
  'stores',
  'imports',
  'inventory',
  'sales',
  'market',
  'forecast',
  'plan',
  'learning',
] as const;

export async function importExports(
  context: EngineContext,
  request: { paths: readonly string[]; options: ImportOptions },
  handle: JobHandle,
): Promise<ImportReport> {
  const words = new ProgressWords();
  const report = await importFiles(context, request.paths, request.options, {
    signal: handle.signal,
    onProgress: (progress) =>
      handle.report(progress.progress, words.describe(progress, context.now().getTime())),
  });
  if (report.batches.length === 0) return report;
  await analyzeChanged(context.db);
  await lookBack(context, new Set(report.batches.flatMap((batch) => batch.storeCodes)));
  context.events.dataChanged(...AREAS_OF_IMPORTS);
  return report;
}

/** What became of earlier plans and forecasts of these stores. */
export async function lookBack(context: EngineContext, touched: ReadonlySet<string>): Promise<void> {
  for (const { code, dataDate } of await listStores(context.db)) {
    if (!touched.has(code) || dataDate === null) continue;
    const { store, asOf, settings } = await resolveScope(context.db, { storeCode: code });
    await matchOutcomes(context.db, { storeId: store.id, asOf, settings });
    await scoreForecasts(context.db, store.id, asOf);
  }
}
