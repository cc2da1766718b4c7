import { z } from 'zod';
import { procedure } from './base';
import { forecastRunSchema, forecastSeriesSchema } from './forecast';
import { stockUnitSchema } from './inventory';
import { overviewSchema } from './overview';
import { planSchema } from './plan';
import { gapSchema } from './plan-gaps';
import { jobStartedSchema, scopeSchema } from './primitives';

/** Everything a report prints: the same figures as the screens, computed once. */
export const reportModelSchema = z.object({
  title: z.string(),
  overview: overviewSchema,
  agedUnits: z.array(stockUnitSchema),
  forecastRun: forecastRunSchema.nullable(),
  forecasts: z.array(forecastSeriesSchema),
  gaps: z.array(gapSchema),
  plan: planSchema.nullable(),
});
export type ReportModel = z.infer<typeof reportModelSchema>;

export const savedReportSchema = z.object({
  path: z.string(),
  format: z.string(),
  bytes: z.int(),
  createdAt: z.string(),
});
export type SavedReport = z.infer<typeof savedReportSchema>;

export const reports = {
  build: procedure.input(scopeSchema).output(reportModelSchema),
  /** Writes an Excel workbook. The job's result is `{ path, bytes }`. */
  startWorkbook: procedure.input(scopeSchema.extend({ path: z.string().min(1) })).output(jobStartedSchema),
  listSaved: procedure.input(z.object({})).output(z.array(savedReportSchema)),
  /** Notes a report that another process wrote (the window prints PDFs), so that it is listed. */
  noteSaved: procedure.input(z.object({ path: z.string(), format: z.string() })).output(savedReportSchema),
};
