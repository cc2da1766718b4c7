/** How right forecasts were. */
import { z } from 'zod';
import { conditionSchema, daySchema, levelSchema, periodSchema } from './primitives';

/** One period of an earlier forecast, once it was over. */
export const forecastOutcomeSchema = z.object({
  runAsOf: daySchema,
  period: periodSchema,
  stepsAhead: z.int(),
  actual: z.number(),
  mean: z.number(),
  /** With the adjustments by hand that were in force; null where there were none. */
  adjustedMean: z.number().nullable(),
  naive: z.number().nullable(),
  within80: z.boolean(),
  within90: z.boolean(),
});
export type ForecastOutcome = z.infer<typeof forecastOutcomeSchema>;

/**
 * Means over series. `mase` and `rmsse` are against the in-sample error of repeating last year, `bias` is
 * (forecast - actual) / actual over all, pinball is in units. Naive is repeating last year at the same places.
 */
export const accuracySummarySchema = z.object({
  series: z.int(),
  /** Origins of the back-test, or forecasts that were scored. */
  tests: z.int(),
  mase: z.number().nullable(),
  rmsse: z.number().nullable(),
  bias: z.number().nullable(),
  pinball: z.number().nullable(),
  coverage80: z.number().nullable(),
  coverage90: z.number().nullable(),
  naiveMase: z.number().nullable(),
  naivePinball: z.number().nullable(),
});
export type AccuracySummary = z.infer<typeof accuracySummarySchema>;

/** Of one series; `series` of its summaries is the number of forecasts that were scored. */
export const seriesAccuracySchema = z.object({
  id: z.string(),
  level: levelSchema,
  condition: conditionSchema,
  model: z.string(),
  status: z.enum(['ok', 'not_enough_data']),
  /** False where naive was no worse, and then it is used; null where nothing could be tested. */
  beatsNaive: z.boolean().nullable(),
  backTest: accuracySummarySchema,
  outcome: accuracySummarySchema.nullable(),
});
export type SeriesAccuracy = z.infer<typeof seriesAccuracySchema>;

export const forecastAccuracyLevelSchema = z.object({
  level: levelSchema,
  condition: conditionSchema,
  /** Of the newest run, on the past. */
  backTest: accuracySummarySchema,
  /** Of all runs of the last year against what was sold since; null while no period is over. */
  outcome: accuracySummarySchema.nullable(),
  /** Where adjustments by hand were in force: mean absolute error with and without them. */
  adjusted: z.object({ tests: z.int(), modelError: z.number(), adjustedError: z.number() }).nullable(),
});
export type ForecastAccuracyLevel = z.infer<typeof forecastAccuracyLevelSchema>;
