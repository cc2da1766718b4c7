/**
 * Saves the store report where the user says. The workbook is a job of the engine; the PDF is printed and
 * noted by the desktop, so that both stand in the same list.
 */
import type { Scope } from '@shared/contract/primitives';
import type { Store } from '@shared/contract/stores';
import { desktop } from '../../lib/desktop-bridge';
import { engine } from '../../lib/engine-client';
import { formatBytes } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { notify, notifyError } from '../../lib/notices-store';
import { type ReportFormat, reportName } from './report-name';

/** Null when the user cancelled the dialog; otherwise the path that was or is being written. */
export async function saveReport(
  format: ReportFormat,
  scope: Scope,
  store: Store | null,
): Promise<string | null> {
  const path = await desktop.chooseSavePath({ defaultName: reportName(format, store), extension: format });
  if (path === null) return null;
  try {
    await (format === 'xlsx' ? startWorkbook(path, scope) : printPdf(path, scope));
    return path;
  } catch (error) {
    notifyError(error);
    return null;
  }
}

async function startWorkbook(path: string, scope: Scope): Promise<void> {
  const { jobId } = await engine.reports.startWorkbook({ ...scope, path });
  useJobsStore.getState().put(await engine.jobs.get({ jobId }));
}

async function printPdf(path: string, scope: Scope): Promise<void> {
  const result = await desktop.printReport({
    path,
    ...(scope.storeCode && { storeCode: scope.storeCode }),
    ...(scope.asOf && { asOf: scope.asOf }),
  });
  if (!result.ok) {
    const { code, message, nextStep } = result.error;
    throw { code, message, data: { details: {}, nextStep } };
  }
  notify({
    tone: 'good',
    title: 'PDF report saved',
    detail: `${result.value.path} (${formatBytes(result.value.bytes)})`,
    action: { label: 'Open', run: () => void desktop.openFile(result.value.path) },
  });
}
