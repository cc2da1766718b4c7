import { buildReportModel } from '../reporting/build-report-model';
import { listSavedReports, noteSavedReport } from '../reporting/saved-reports';
import { assertWorkbookPath, writeWorkbook } from '../reporting/write-workbook';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const reports = {
  build: implementer.reports.build.handler(async ({ context, input }) =>
    buildReportModel(context.db, await resolveScope(context.db, input), context.now()),
  ),
  startWorkbook: implementer.reports.startWorkbook.handler(async ({ context, input }) => {
    assertWorkbookPath(input.path);
    const job = await context.jobs.start('report', 'Write the Excel report', (handle) =>
      writeWorkbook(context, handle, input),
    );
    return { jobId: job.id };
  }),
  listSaved: implementer.reports.listSaved.handler(({ context }) => listSavedReports(context.db)),
  noteSaved: implementer.reports.noteSaved.handler(async ({ context, input }) => {
    const saved = await noteSavedReport(context.db, input);
    context.events.dataChanged('reports');
    return saved;
  }),
};
