import { EXTRACT_TABLES, REPORT_KINDS, REPORT_SECTIONS } from '@shared/domain/report-kind';
import { z } from 'zod';
import { procedure } from './base';
import { dataFilterSchema, windowDaysSchema } from './data-filter';
import { forecastRunSchema, forecastSeriesSchema } from './forecast';
import { importBatchSchema } from './imports';
import { stockUnitSchema } from './inventory';
import { feedbackSummarySchema, learningRunSchema, weightSetSchema } from './learning';
import { marketSummarySchema } from './market';
import { overviewSchema } from './overview';
import { planSchema } from './plan';
import { gapSchema } from './plan-gaps';
import { conditionSchema, jobStartedSchema, scopeSchema } from './primitives';
import { replaySchema } from './replay';

export const reportKindSchema = z.enum(REPORT_KINDS);
export const reportSectionSchema = z.enum(REPORT_SECTIONS);
export const paperSchema = z.enum(['letter', 'a4']);
export const inkSchema = z.enum(['color', 'grey']);

/** What a report is to hold. Everything has a default: a report needs no choice. */
/** A saved view as it was when the report was asked for: figures and lists are of its filter alone. */
export const reportViewSchema = z.object({
  name: z.string().min(1).max(60),
  filter: dataFilterSchema,
  /** The window of sales figures, in days; the screens' own when left out. */
  windowDays: windowDaysSchema.optional(),
});

export const reportRequestSchema = scopeSchema.extend({
  kind: reportKindSchema.default('store-review'),
  /** Of the kind's sections; all of them when left out. */
  sections: z.array(reportSectionSchema).min(1).optional(),
  /** Lists hold this condition alone; both when left out. The figures of the store stay whole. */
  condition: conditionSchema.optional(),
  make: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  /** Narrows the figures too; condition, make and model narrow the lists further. */
  view: reportViewSchema.optional(),
  /** Months of sales shown, the one under way included. */
  months: z.int().min(3).max(60).default(13),
  paper: paperSchema.default('letter'),
  ink: inkSchema.default('color'),
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;
/** A request as it is asked for: what is left out has its default. */
export type ReportInput = z.input<typeof reportRequestSchema>;

export const extractRequestSchema = scopeSchema.extend({
  table: z.enum(EXTRACT_TABLES),
  condition: conditionSchema.optional(),
  make: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  view: reportViewSchema.optional(),
  /** Ends in .csv, .json or .parquet. */
  path: z.string().min(1),
});
export type ExtractRequestInput = z.infer<typeof extractRequestSchema>;

/** Everything a report prints: the same figures as the screens, computed once. Parts that it has no section for are empty. */
export const reportModelSchema = z.object({
  title: z.string(),
  /** What the report is limited to, in words; null when it holds everything. */
  segment: z.string().nullable(),
  request: reportRequestSchema.required({ sections: true }),
  /** The store's picture as a data URL. */
  logo: z.string().nullable(),
  overview: overviewSchema,
  agedUnits: z.array(stockUnitSchema),
  forecastRun: forecastRunSchema.nullable(),
  forecasts: z.array(forecastSeriesSchema),
  gaps: z.array(gapSchema),
  plan: planSchema.nullable(),
  market: marketSummarySchema.nullable(),
  learning: z
    .object({
      weights: z.array(weightSetSchema),
      runs: z.array(learningRunSchema),
      feedback: feedbackSummarySchema,
    })
    .nullable(),
  /** The newest replay; null when none was run. */
  replay: replaySchema.nullable(),
  imports: z.array(importBatchSchema),
});
export type ReportModel = z.infer<typeof reportModelSchema>;

export const savedReportSchema = z.object({
  path: z.string(),
  format: z.string(),
  bytes: z.int(),
  createdAt: z.string(),
});
export type SavedReport = z.infer<typeof savedReportSchema>;

export const reportFormatSchema = z.enum(['xlsx', 'pdf', 'csv', 'json', 'parquet']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

/** What is written, where to, and when. The file's name holds the store, the report and the data date. */
export const scheduleInputSchema = z.object({
  storeCode: z.string().min(1).max(40).optional(),
  report: reportRequestSchema.omit({ storeCode: true, asOf: true }),
  format: reportFormatSchema,
  /** For .csv, .json and .parquet; the kind's own table when left out. */
  table: z.enum(EXTRACT_TABLES).optional(),
  /** A whole path. */
  folder: z.string().min(1).max(1000),
  cadence: z.enum(['after_import', 'daily', 'weekly']),
  /** 0 Sunday .. 6 Saturday; for weekly ones. */
  weekday: z.int().min(0).max(6).nullable().default(null),
  /** Minutes after midnight by this computer's clock; for daily and weekly ones. */
  minuteOfDay: z.int().min(0).max(1439).default(360),
  isOn: z.boolean().default(true),
});
export type ScheduleInput = z.infer<typeof scheduleInputSchema>;

export const reportScheduleSchema = scheduleInputSchema.required({ storeCode: true }).extend({
  id: z.string(),
  /** When it is next written; null until the next import, or while it is off. */
  dueAt: z.string().nullable(),
  lastRunAt: z.string().nullable(),
  lastPath: z.string().nullable(),
  /** Why the last try failed; null after a success. */
  lastError: z.string().nullable(),
  /** Tries in a row that failed. */
  failures: z.int(),
});
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

const LOGO_CHARACTERS = 400_000;
const logoSchema = z
  .string()
  .max(LOGO_CHARACTERS)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/);

export const reports = {
  build: procedure.input(reportRequestSchema).output(reportModelSchema),
  /** Writes an Excel workbook. The job's result is `{ path, bytes }`. */
  startWorkbook: procedure
    .input(reportRequestSchema.extend({ path: z.string().min(1) }))
    .output(jobStartedSchema),
  /** Writes one table as CSV, JSON or Parquet. The job's result is `{ path, bytes, rows }`. */
  startExtract: procedure.input(extractRequestSchema).output(jobStartedSchema),
  /** The store's own picture on its printed reports, a PNG or JPEG of up to 300 KB; null takes it away. */
  setLogo: procedure
    .input(z.object({ storeCode: z.string().min(1).max(40).optional(), logo: logoSchema.nullable() }))
    .output(z.object({ logo: z.string().nullable() })),
  listSchedules: procedure.input(z.object({})).output(z.array(reportScheduleSchema)),
  /** Adds a schedule, or changes the one of that id. */
  saveSchedule: procedure
    .input(z.object({ id: z.string().optional(), schedule: scheduleInputSchema }))
    .output(reportScheduleSchema),
  removeSchedule: procedure
    .input(z.object({ id: z.string() }))
    .output(z.object({ schedules: z.array(reportScheduleSchema) })),
  /** Writes a schedule's report now. The job's result is `{ path, bytes }`. */
  runSchedule: procedure.input(z.object({ id: z.string() })).output(jobStartedSchema),
  listSaved: procedure.input(z.object({})).output(z.array(savedReportSchema)),
  /** Notes a report that another process wrote (the window prints PDFs), so that it is listed. */
  noteSaved: procedure.input(z.object({ path: z.string(), format: z.string() })).output(savedReportSchema),
};
