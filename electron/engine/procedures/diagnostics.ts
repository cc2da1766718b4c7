import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { writeFileWhole } from '../reporting/write-file-whole';
import { buildErrorReport } from '../telemetry/build-error-report';
import { readSnapshot } from '../telemetry/read-snapshot';
import { searchLog } from '../telemetry/search-log';
import { readTelemetrySettings, writeTelemetrySettings } from '../telemetry/telemetry-settings';
import { implementer } from './implementer';

const { wrongPath } = engineTexts.keeping.failures.errorReport;

export const diagnostics = {
  getSnapshot: implementer.diagnostics.getSnapshot.handler(({ context }) => readSnapshot(context)),
  searchLog: implementer.diagnostics.searchLog.handler(({ context, input }) =>
    searchLog(path.join(context.dataDirectory, 'logs', 'engine.log'), input),
  ),
  buildReport: implementer.diagnostics.buildReport.handler(async ({ context }) => ({
    text: await buildErrorReport(context),
  })),
  saveReport: implementer.diagnostics.saveReport.handler(async ({ input }) => {
    if (!input.path.toLowerCase().endsWith('.json')) {
      throw new AppError('BAD_INPUT', wrongPath.message, {
        nextStep: wrongPath.nextStep,
      });
    }
    return { bytes: await writeFileWhole(input.path, Buffer.from(input.text)) };
  }),
  getTelemetry: implementer.diagnostics.getTelemetry.handler(({ context }) =>
    readTelemetrySettings(context.dataDirectory),
  ),
  setTelemetry: implementer.diagnostics.setTelemetry.handler(async ({ context, input }) => {
    writeTelemetrySettings(context.dataDirectory, input);
    await context.telemetry?.apply(input);
    return input;
  }),
};
