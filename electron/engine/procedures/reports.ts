import { EXTRACT_TITLES } from '@shared/domain/report-kind';
import { engineTexts } from '@shared/texts/engine-texts';
import { buildReportModel } from '../reporting/build-report-model';
import { formatOfExtract, writeExtract } from '../reporting/extracts/write-extract';
import { saveLogo } from '../reporting/logo';
import { listSavedReports, noteSavedReport } from '../reporting/saved-reports';
import { listSchedules, readSchedule, removeSchedule, saveSchedule } from '../reporting/schedules/schedules';
import { startSchedule } from '../reporting/schedules/watch-schedules';
import { assertWorkbookPath, writeWorkbook } from '../reporting/write-workbook';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const reports = {
  build: implementer.reports.build.handler(async ({ context, input }) =>
    buildReportModel(context.db, await resolveScope(context.db, input), context.now(), input),
  ),
  startWorkbook: implementer.reports.startWorkbook.handler(async ({ context, input }) => {
    assertWorkbookPath(input.path);
    const job = await context.jobs.start('report', titles.report, (handle) =>
      writeWorkbook(context, handle, input),
    );
    return { jobId: job.id };
  }),
  startExtract: implementer.reports.startExtract.handler(async ({ context, input }) => {
    formatOfExtract(input.path);
    const job = await context.jobs.start(
      'report',
      titles.extract(EXTRACT_TITLES[input.table].toLowerCase()),
      (handle) => writeExtract(context, handle, input),
    );
    return { jobId: job.id };
  }),
  setLogo: implementer.reports.setLogo.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    await saveLogo(context.db, store.id, input.logo);
    context.events.dataChanged('reports');
    return { logo: input.logo };
  }),
  listSchedules: implementer.reports.listSchedules.handler(({ context }) => listSchedules(context.db)),
  saveSchedule: implementer.reports.saveSchedule.handler(async ({ context, input }) => {
    const saved = await saveSchedule(context.db, input.id, input.schedule, context.now());
    context.events.dataChanged('reports');
    return saved;
  }),
  removeSchedule: implementer.reports.removeSchedule.handler(async ({ context, input }) => {
    const schedules = await removeSchedule(context.db, input.id);
    context.events.dataChanged('reports');
    return { schedules };
  }),
  runSchedule: implementer.reports.runSchedule.handler(async ({ context, input }) => {
    const job = await startSchedule(context, await readSchedule(context.db, input.id));
    return { jobId: job.id };
  }),
  listSaved: implementer.reports.listSaved.handler(({ context }) => listSavedReports(context.db)),
  noteSaved: implementer.reports.noteSaved.handler(async ({ context, input }) => {
    const saved = await noteSavedReport(context.db, input);
    context.events.dataChanged('reports');
    return saved;
  }),
};
