import { z } from 'zod';
import { procedure } from './base';
import { dataFilterSchema } from './data-filter';
import {
  forecastAccuracyLevelSchema,
  forecastOutcomeSchema,
  seriesAccuracySchema,
} from './forecast-accuracy';
import { forecastAdjustmentSchema, newAdjustmentSchema } from './forecast-adjustment';
import { forecastDetailsSchema } from './forecast-details';
import {
  conditionSchema,
  daySchema,
  grainSchema,
  instantSchema,
  jobStartedSchema,
  levelSchema,
  periodSchema,
  scopeSchema,
} from './primitives';
import { successionDecisionSchema, successionSchema } from './trim-succession';

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

const forecastPointSchema = z.object({
  period: periodSchema,
  /** With adjustments by hand, where there are any. */
  mean: z.number(),
  quantiles: quantileMapSchema,
});

const forecastTotalSchema = z.object({ mean: z.number(), quantiles: quantileMapSchema });

export const seriesForecastSchema = z.object({
  id: z.string(),
  status: z.enum(['ok', 'not_enough_data']),
  model: z.string(),
  /** What the reader should know: "naive is used: no model beat it". */
  note: z.string().nullable(),
  points: z.array(forecastPointSchema),
  total: forecastTotalSchema,
  accuracy: forecastAccuracySchema,
  /** Every model tried, with its back-test score. */
  candidates: z.array(
    z.object({
      model: z.string(),
      mase: z.number().nullable(),
      rmsse: z.number().nullable(),
      bias: z.number().nullable(),
      pinball: z.number().nullable(),
      origins: z.int(),
      /** Why it took no part; null where it did. */
      failure: z.string().nullable(),
    }),
  ),
});
export type SeriesForecast = z.infer<typeof seriesForecastSchema>;

export const historyPointSchema = z.object({
  period: periodSchema,
  units: z.number().nullable(),
  /** Demand after correcting for days without stock. */
  demand: z.number().nullable(),
});

export const listedForecastSchema = seriesForecastSchema.omit({ candidates: true }).extend({
  level: levelSchema,
  condition: conditionSchema,
  grain: grainSchema,
  make: z.string().nullable(),
  modelName: z.string().nullable(),
  trim: z.string().nullable(),
  /** What sets a build apart from others of its trim; null above that level. */
  configuration: z.string().nullable(),
  /** Sum over the horizon before adjustments by hand; null where there are none. */
  unadjustedMean: z.number().nullable(),
});
export type ListedForecast = z.infer<typeof listedForecastSchema>;

export const forecastSeriesSchema = listedForecastSchema.extend({
  candidates: seriesForecastSchema.shape.candidates,
  history: z.array(historyPointSchema),
});
export type ForecastSeries = z.infer<typeof forecastSeriesSchema>;

/** One series with the working behind its numbers and what became of earlier forecasts of it. */
export const forecastDetailSchema = forecastSeriesSchema.extend({
  details: forecastDetailsSchema,
  adjustments: z.array(forecastAdjustmentSchema),
  outcomes: z.array(forecastOutcomeSchema),
});
export type ForecastDetail = z.infer<typeof forecastDetailSchema>;

export const forecastRunSchema = z.object({
  id: z.string(),
  storeCode: z.string(),
  asOf: daySchema,
  grain: grainSchema,
  horizon: z.int(),
  createdAt: instantSchema,
  milliseconds: z.int(),
  /** Series of new units down to trims. */
  seriesCount: z.int(),
  beatNaiveCount: z.int(),
  /** Series fitted from the beginning, those that grew and went on with their methods, and those kept as they were. */
  fittedCount: z.int(),
  goneOnCount: z.int(),
  keptCount: z.int(),
  /** Time of computing on all threads together. */
  workMilliseconds: z.int(),
});
export type ForecastRun = z.infer<typeof forecastRunSchema>;

export const forecastOptionsSchema = scopeSchema.extend({
  level: levelSchema.optional(),
  grain: grainSchema.default('month'),
  horizon: z.int().min(1).max(60).default(6),
  model: z.string().default('auto'),
});

const seriesFilterSchema = z.object({
  runId: z.string(),
  level: levelSchema.optional(),
  condition: conditionSchema.default('new'),
  under: z.string().optional(),
  /** Only series of these, and those that hold them among others. */
  ...dataFilterSchema.pick({ make: true, model: true, trim: true }).shape,
});

const storeGrainSchema = scopeSchema.extend({ grain: grainSchema.default('month') });

export const forecast = {
  /** Forecasts store, models, trims and builds (or one level), new and used. The job's result is `{ runId }`. */
  start: procedure.input(forecastOptionsSchema).output(jobStartedSchema),
  getLatestRun: procedure.input(storeGrainSchema).output(forecastRunSchema.nullable()),
  /**
   * Series of a run without history and candidates beyond the chosen one; enough for a list. Without a level: store,
   * models and trims. Builds are those `under` the series of a trim, or all of them.
   */
  listSeries: procedure.input(seriesFilterSchema).output(z.array(listedForecastSchema)),
  /** The same with history and every model tried. */
  listSeriesWithHistory: procedure.input(seriesFilterSchema).output(z.array(forecastSeriesSchema)),
  getSeries: procedure
    .input(z.object({ runId: z.string(), seriesId: z.string() }))
    .output(forecastDetailSchema),
  /** How right forecasts were, by level: on the past, and against what happened since. */
  getAccuracy: procedure
    .input(storeGrainSchema)
    .output(z.object({ asOf: daySchema, levels: z.array(forecastAccuracyLevelSchema) })),
  /** The same for each series of a level. */
  listSeriesAccuracy: procedure
    .input(
      storeGrainSchema.extend({
        level: levelSchema.default('model'),
        condition: conditionSchema.default('new'),
      }),
    )
    .output(z.array(seriesAccuracySchema)),
  listAdjustments: procedure.input(scopeSchema).output(z.array(forecastAdjustmentSchema)),
  addAdjustment: procedure.input(newAdjustmentSchema).output(forecastAdjustmentSchema),
  /** Takes an adjustment back, or puts it in force again; it stays on record. */
  setAdjustmentInForce: procedure
    .input(z.object({ id: z.string(), isInForce: z.boolean() }))
    .output(forecastAdjustmentSchema),
  listSuccessions: procedure.input(scopeSchema).output(z.array(successionSchema)),
  /** What the user says of a succession; the next forecast goes by it. */
  decideSuccession: procedure
    .input(scopeSchema.extend(successionDecisionSchema.shape))
    .output(z.array(successionSchema)),
};
