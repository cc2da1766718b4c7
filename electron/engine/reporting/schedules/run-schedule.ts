/** Writes a schedule's report and notes how it went: the next time after a success, a later try after a failure. */
import path from 'node:path';
import { type ReportRequest, type ReportSchedule, reportRequestSchema } from '@shared/contract/reports';
import { fileSafe } from '@shared/domain/file-name';
import { REPORT_CATALOGUE, TABLE_OF_KIND } from '@shared/domain/report-kind';
import type { EngineContext } from '../../engine-context';
import type { JobHandle } from '../../jobs/job-runner';
import { findStore, resolveScope } from '../../stores/resolve-scope';
import { buildReportModel } from '../build-report-model';
import { writeExtract } from '../extracts/write-extract';
import { printPdf } from '../print-pdf';
import { noteSavedReport } from '../saved-reports';
import { writeWorkbook } from '../write-workbook';
import { nextRun, retryAt } from './next-run';
import { newestBatch } from './schedules';

export type WrittenReport = { path: string; bytes: number };

/** Throws what the report throws, after it was noted. */
export async function runSchedule(
  context: EngineContext,
  schedule: ReportSchedule,
  handle: JobHandle,
): Promise<WrittenReport> {
  const store = await findStore(context.db, schedule.storeCode);
  // What is imported while the report is written is for the next one.
  const seenBatchId = await newestBatch(context.db, store.id);
  try {
    const written = await writeScheduled(context, schedule, handle);
    const now = context.now();
    await note(context, schedule, {
      ...{ seenBatchId, lastRunAt: now.toISOString(), lastPath: written.path, lastError: null, failures: 0 },
      dueAt: nextRun(schedule, now)?.toISOString() ?? null,
    });
    return written;
  } catch (error) {
    const failures = schedule.failures + 1;
    const lastError = error instanceof Error ? error.message : String(error);
    const dueAt = retryAt(failures, context.now()).toISOString();
    if (!handle.signal.aborted) await note(context, schedule, { failures, lastError, dueAt });
    throw error;
  }
}

async function note(
  { db, events }: EngineContext,
  { id }: ReportSchedule,
  values: {
    failures: number;
    lastError: string | null;
    dueAt: string | null;
    lastRunAt?: string;
    lastPath?: string;
    seenBatchId?: number;
  },
): Promise<void> {
  await db.updateTable('reportSchedule').set(values).where('id', '=', Number(id)).execute();
  events.dataChanged('reports');
}

async function writeScheduled(
  context: EngineContext,
  { storeCode, report, format, table, folder }: ReportSchedule,
  handle: JobHandle,
): Promise<WrittenReport> {
  const scope = await resolveScope(context.db, { storeCode });
  const isTable = format !== 'xlsx' && format !== 'pdf';
  const tableName = table ?? TABLE_OF_KIND[report.kind];
  const what = isTable ? tableName : REPORT_CATALOGUE[report.kind].title;
  const target = path.join(folder, `${fileSafe(`DOSO ${scope.store.name} ${what} ${scope.asOf}`)}.${format}`);
  if (isTable) {
    const { condition, make, model, view } = report;
    const limits = { condition, make, model, view };
    return writeExtract(context, handle, { storeCode, table: tableName, path: target, ...limits });
  }
  const request: ReportRequest = reportRequestSchema.parse({ ...report, storeCode });
  if (format === 'xlsx') return writeWorkbook(context, handle, { ...request, path: target });
  handle.report(null, 'Printing the report');
  const written = await printPdf(
    await buildReportModel(context.db, scope, context.now(), request),
    target,
    handle.signal,
  );
  await noteSavedReport(context.db, { path: target, format });
  return written;
}
