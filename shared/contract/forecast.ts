import { z } from 'zod';
import { procedure } from './base';
import {
  daySchema,
  grainSchema,
  instantSchema,
  jobStartedSchema,
  levelSchema,
  periodSchema,
  scopeSchema,
} from './primitives';

export const quantileMapSchema = z.record(z.string(), z.number());

/** Scores over rolling origins; null when history is too short to test. */
export const forecastAccuracySchema = z.object({
  mase: z.number().nullable(),
  rmsse: z.number().nullable(),
  bias: z.number().nullable(),
  pinball: z.number().nullable(),
  coverage80: z.number().nullable(),
  coverage90: z.number().nullable(),
  origins: z.int(),
  beatsNaive: z.boolean().nullable(),
});

export const seriesForecastSchema = z.object({
  id: z.string(),
  status: z.enum(['ok', 'not_enough_data']),
  model: z.string(),
  /** What the reader should know: "naive is used: no model beat it". */
  note: z.string().nullable(),
  points: z.array(z.object({ period: periodSchema, mean: z.number(), quantiles: quantileMapSchema })),
  total: z.object({ mean: z.number(), quantiles: quantileMapSchema }),
  accuracy: forecastAccuracySchema,
  /** Every model tried, with its back-test score. */
  candidates: z.array(
    z.object({ model: z.string(), mase: z.number().nullable(), pinball: z.number().nullable() }),
  ),
});
export type SeriesForecast = z.infer<typeof seriesForecastSchema>;

export const historyPointSchema = z.object({
  period: periodSchema,
  units: z.number().nullable(),
  /** Demand after correcting for days without stock. */
  demand: z.number().nullable(),
});

export const forecastSeriesSchema = seriesForecastSchema.extend({
  level: levelSchema,
  grain: grainSchema,
  make: z.string().nullable(),
  modelName: z.string().nullable(),
  trim: z.string().nullable(),
  history: z.array(historyPointSchema),
});
export type ForecastSeries = z.infer<typeof forecastSeriesSchema>;

export const forecastRunSchema = z.object({
  id: z.string(),
  storeCode: z.string(),
  asOf: daySchema,
  grain: grainSchema,
  horizon: z.int(),
  createdAt: instantSchema,
  milliseconds: z.int(),
  seriesCount: z.int(),
  beatNaiveCount: z.int(),
});
export type ForecastRun = z.infer<typeof forecastRunSchema>;

export const forecastOptionsSchema = scopeSchema.extend({
  level: levelSchema.optional(),
  grain: grainSchema.default('month'),
  horizon: z.int().min(1).max(60).default(6),
  model: z.string().default('auto'),
});

export const forecast = {
  /** Forecasts store, models and trims (or one level). The job's result is `{ runId }`. */
  start: procedure.input(forecastOptionsSchema).output(jobStartedSchema),
  getLatestRun: procedure
    .input(scopeSchema.extend({ grain: grainSchema.default('month') }))
    .output(forecastRunSchema.nullable()),
  /** Series of a run without history and candidates beyond the chosen one; enough for a list. */
  listSeries: procedure
    .input(z.object({ runId: z.string(), level: levelSchema.optional() }))
    .output(z.array(forecastSeriesSchema.omit({ history: true, candidates: true }))),
  getSeries: procedure
    .input(z.object({ runId: z.string(), seriesId: z.string() }))
    .output(forecastSeriesSchema),
};
