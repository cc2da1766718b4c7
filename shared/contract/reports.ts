import { EXTRACT_TABLES, REPORT_KINDS, REPORT_SECTIONS } from '@shared/domain/report-kind';
import { z } from 'zod';
import { procedure } from './base';
import { forecastRunSchema, forecastSeriesSchema } from './forecast';
import { importBatchSchema } from './imports';
import { stockUnitSchema } from './inventory';
import { feedbackSummarySchema, learningRunSchema, weightSetSchema } from './learning';
import { marketSummarySchema } from './market';
import { overviewSchema } from './overview';
import { planSchema } from './plan';
import { gapSchema } from './plan-gaps';
import { conditionSchema, jobStartedSchema, scopeSchema } from './primitives';

export const reportKindSchema = z.enum(REPORT_KINDS);
export const reportSectionSchema = z.enum(REPORT_SECTIONS);
export const paperSchema = z.enum(['letter', 'a4']);
export const inkSchema = z.enum(['color', 'grey']);

/** What a report is to hold. Everything has a default: a report needs no choice. */
export const reportRequestSchema = scopeSchema.extend({
  kind: reportKindSchema.default('store-review'),
  /** Of the kind's sections; all of them when left out. */
  sections: z.array(reportSectionSchema).min(1).optional(),
  /** Lists hold this condition alone; both when left out. The figures of the store stay whole. */
  condition: conditionSchema.optional(),
  make: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  /** Months of sales shown, the one under way included. */
  months: z.int().min(3).max(60).default(13),
  paper: paperSchema.default('letter'),
  ink: inkSchema.default('color'),
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const extractRequestSchema = scopeSchema.extend({
  table: z.enum(EXTRACT_TABLES),
  condition: conditionSchema.optional(),
  make: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  /** Ends in .csv, .json or .parquet. */
  path: z.string().min(1),
});
export type ExtractRequestInput = z.infer<typeof extractRequestSchema>;

/** Everything a report prints: the same figures as the screens, computed once. Parts that it has no section for are empty. */
export const reportModelSchema = z.object({
  title: z.string(),
  /** What the lists are limited to, in words; null when they hold everything. */
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

export const reports = {
  build: procedure.input(reportRequestSchema).output(reportModelSchema),
  /** Writes an Excel workbook. The job's result is `{ path, bytes }`. */
  startWorkbook: procedure
    .input(reportRequestSchema.extend({ path: z.string().min(1) }))
    .output(jobStartedSchema),
  /** Writes one table as CSV, JSON or Parquet. The job's result is `{ path, bytes, rows }`. */
  startExtract: procedure.input(extractRequestSchema).output(jobStartedSchema),
  listSaved: procedure.input(z.object({})).output(z.array(savedReportSchema)),
  /** Notes a report that another process wrote (the window prints PDFs), so that it is listed. */
  noteSaved: procedure.input(z.object({ path: z.string(), format: z.string() })).output(savedReportSchema),
};
