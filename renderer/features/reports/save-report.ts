/**
 * Saves a report where the user says. Workbooks and tables are jobs of the engine; the PDF is printed and noted by
 * the desktop, so that all stand in the same list.
 */
import type { ReportFormat, ReportInput } from '@shared/contract/reports';
import type { Store } from '@shared/contract/stores';
import { EXTRACT_TITLES, type ExtractTableName, REPORT_CATALOGUE } from '@shared/domain/report-kind';
import { desktop } from '../../lib/desktop-bridge';
import { engine } from '../../lib/engine-client';
import { formatBytes } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { reportName } from './report-name';

const words = texts.reports.saved;

/** Null when the user cancelled the dialog; otherwise the path that was or is being written. */
export async function saveReport(
  format: 'xlsx' | 'pdf',
  request: ReportInput,
  store: Store | null,
): Promise<string | null> {
  const { title } = REPORT_CATALOGUE[request.kind ?? 'store-review'];
  return saveAs(format, store, title, (path) =>
    format === 'xlsx' ? follow(engine.reports.startWorkbook({ ...request, path })) : printPdf(path, request),
  );
}

/** One table of the report's segment. */
export async function saveTable(
  format: 'csv' | 'json' | 'parquet',
  table: ExtractTableName,
  { storeCode, asOf, condition, make, model, view }: ReportInput,
  store: Store | null,
): Promise<string | null> {
  const segment = { storeCode, asOf, condition, make, model, view };
  return saveAs(format, store, EXTRACT_TITLES[table], (path) =>
    follow(engine.reports.startExtract({ ...segment, table, path })),
  );
}

async function saveAs(
  format: ReportFormat,
  store: Store | null,
  what: string,
  write: (path: string) => Promise<void>,
): Promise<string | null> {
  const path = await desktop.chooseSavePath({
    defaultName: reportName(format, store, what),
    extension: format,
  });
  if (path === null) return null;
  try {
    await write(path);
    return path;
  } catch (error) {
    notifyError(error);
    return null;
  }
}

async function follow(started: Promise<{ jobId: string }>): Promise<void> {
  const { jobId } = await started;
  useJobsStore.getState().put(await engine.jobs.get({ jobId }));
}

async function printPdf(path: string, request: ReportInput): Promise<void> {
  const result = await desktop.printReport({ path, request });
  if (!result.ok) {
    const { code, message, nextStep } = result.error;
    throw { code, message, data: { details: {}, nextStep } };
  }
  notify({
    tone: 'good',
    title: words.done,
    detail: `${result.value.path} (${formatBytes(result.value.bytes)})`,
    action: { label: words.open, run: () => void desktop.openFile(result.value.path) },
  });
}
