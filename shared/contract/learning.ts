import { z } from 'zod';
import { procedure } from './base';
import { daySchema, instantSchema, jobStartedSchema, scopeSchema } from './primitives';

export const learningTargetSchema = z.enum(['balanced', 'gross', 'turn', 'share']);
/** How weights are found from outcomes; `auto` chooses by how each did on later outcomes. */
export const weightModelSchema = z.enum(['auto', 'least_squares', 'elasticnet', 'ridge', 'lasso', 'forest']);

export const scoreWeightsSchema = z.object({
  gross: z.number().min(0).max(1),
  daysToTurn: z.number().min(0).max(1),
  market: z.number().min(0).max(1),
  forecast: z.number().min(0).max(1),
});
export type ScoreWeights = z.infer<typeof scoreWeightsSchema>;

export const weightSetSchema = z.object({
  id: z.string(),
  version: z.int(),
  weights: scoreWeightsSchema,
  tilt: z.number(),
  isActive: z.boolean(),
  createdAt: instantSchema,
  /** Where it came from and what later outcomes said: sample sizes, error against the active weights. */
  evidence: z.record(z.string(), z.unknown()),
  note: z.string(),
});
export type WeightSet = z.infer<typeof weightSetSchema>;

/** One run of learning, whether or not its weights were taken. */
export const learningRunSchema = z.object({
  id: z.string(),
  asOf: daySchema,
  target: learningTargetSchema,
  activated: z.boolean(),
  /** The evidence in plain words. */
  note: z.string(),
  createdAt: instantSchema,
  evidence: z.record(z.string(), z.unknown()),
});
export type LearningRun = z.infer<typeof learningRunSchema>;

export const feedbackSummarySchema = z.object({
  outcomes: z.int(),
  complete: z.int(),
  accepted: z.int(),
  changed: z.int(),
  declined: z.int(),
  unitsOrdered: z.int(),
  unitsSold: z.int(),
  medianDaysToTurn: z.number().nullable(),
  grossPerUnitCents: z.int().nullable(),
  agedUnits: z.int(),
});
export type FeedbackSummary = z.infer<typeof feedbackSummarySchema>;

export const learning = {
  /** The job's result is `{ learningRunId, activated, note }`. */
  start: procedure
    .input(
      scopeSchema.extend({
        target: learningTargetSchema.default('balanced'),
        model: weightModelSchema.default('auto'),
      }),
    )
    .output(jobStartedSchema),
  /** Newest first. */
  listWeights: procedure.input(scopeSchema).output(z.array(weightSetSchema)),
  /** Newest first, the last 50. */
  listRuns: procedure.input(scopeSchema).output(z.array(learningRunSchema)),
  activateWeights: procedure.input(z.object({ weightSetId: z.string() })).output(weightSetSchema),
  summarizeFeedback: procedure.input(scopeSchema).output(feedbackSummarySchema),
};
