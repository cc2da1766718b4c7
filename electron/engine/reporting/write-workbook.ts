/** The Excel report as a job: figures, workbook, file, and a line in the list of saved reports. */
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { ReportRequest } from '@shared/contract/reports';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import { resolveScope } from '../stores/resolve-scope';
import { buildReportModel, readAllUnits } from './build-report-model';
import { layOutInWorker, type WorkbookLayout } from './lay-out-in-worker';
import { segmentOf } from './report-segment';
import { noteSavedReport } from './saved-reports';
import { writeFileWhole } from './write-file-whole';

/** Throws BAD_INPUT for a path that is not a whole path to an .xlsx file. */
export function assertWorkbookPath(target: string): void {
  if (path.isAbsolute(target) && path.extname(target).toLowerCase() === '.xlsx') return;
  throw new AppError('BAD_INPUT', 'An Excel report needs a whole path that ends in .xlsx.', {
    details: { path: target },
    nextStep: 'Choose a folder and a name that ends in .xlsx.',
  });
}

/** Throws NO_DATA without stock and sales, FILE_NOT_WRITTEN when the folder does not take the file. */
export async function writeWorkbook(
  context: EngineContext,
  handle: JobHandle,
  input: ReportRequest & { path: string },
  layOut: WorkbookLayout = layOutInWorker(context.workerDirectory),
): Promise<{ path: string; bytes: number }> {
  const { db } = context;
  handle.report(0.05, 'Reading the figures');
  const scope = await resolveScope(db, input);
  const { path: target, ...request } = input;
  const model = await buildReportModel(db, scope, context.now(), request);
  handle.signal.throwIfAborted();
  handle.report(0.4, 'Reading the stock list');
  const units = model.request.sections.includes('stock')
    ? await readAllUnits(db, scope, segmentOf(request))
    : [];
  handle.signal.throwIfAborted();
  handle.report(0.6, 'Laying out the workbook');
  const bytes = await layOut({ model, units }, handle.signal);
  handle.signal.throwIfAborted();
  handle.report(0.9, 'Writing the file');
  await writeFileWhole(target, bytes);
  const saved = await noteSavedReport(db, { path: target, format: 'xlsx' });
  context.events.dataChanged('reports');
  return { path: saved.path, bytes: saved.bytes };
}
