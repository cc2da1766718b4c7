import { z } from 'zod';
import { procedure } from './base';
import { filteredScopeSchema } from './data-filter';
import { explorationSchema } from './exploration';
import { learningTargetSchema } from './learning-target';
import { daySchema, instantSchema, jobStartedSchema, scopeSchema } from './primitives';

export { learningTargetSchema };
/** How weights are found from outcomes; `auto` chooses by how each did on later outcomes. */
export const weightModelSchema = z.enum(['auto', 'least_squares', 'elasticnet', 'ridge', 'lasso', 'forest']);

export const scoreWeightsSchema = z.object({
  gross: z.number().min(0).max(1),
  daysToTurn: z.number().min(0).max(1),
  market: z.number().min(0).max(1),
  forecast: z.number().min(0).max(1),
});
export type ScoreWeights = z.infer<typeof scoreWeightsSchema>;

const evidenceGroupSchema = z.object({
  /** Quarter of the score ("1" lowest to "4" highest) or a month. */
  group: z.string(),
  outcomes: z.int(),
  meanScore: z.number(),
  meanGrossPerUnitCents: z.int(),
  medianDaysToTurn: z.number(),
});
export type EvidenceGroup = z.infer<typeof evidenceGroupSchema>;

/** What a version rests on. All parts may be missing: the first version rests on nothing, old runs told less. */
export const learningEvidenceSchema = z
  .looseObject({
    target: learningTargetSchema,
    counts: z.looseObject({ outcomes: z.int(), complete: z.int(), unsold: z.int(), waiting: z.int() }),
    neededOutcomes: z.int(),
    neededConfidence: z.number(),
    model: z.object({ model: z.string(), strength: z.number() }).nullable(),
    /** Every way of finding weights that was tried, with its squared error on later outcomes. */
    models: z.array(
      z.object({ model: z.string(), strength: z.number(), squaredError: z.number().nullable() }),
    ),
    fit: z.looseObject({ r2: z.number(), trust: z.number(), weights: scoreWeightsSchema }).nullable(),
    forwardTest: z
      .looseObject({
        outcomes: z.int(),
        squaredErrorActive: z.number(),
        squaredErrorLearned: z.number(),
        confidence: z.number(),
      })
      .nullable(),
    byScoreQuarter: z.array(evidenceGroupSchema),
    testedAgainstVersion: z.int(),
  })
  .partial();
export type LearningEvidence = z.infer<typeof learningEvidenceSchema>;

export const weightSetSchema = z.object({
  id: z.string(),
  version: z.int(),
  weights: scoreWeightsSchema,
  tilt: z.number(),
  isActive: z.boolean(),
  createdAt: instantSchema,
  /** Where it came from and what later outcomes said. */
  evidence: learningEvidenceSchema,
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
  evidence: learningEvidenceSchema,
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
  /** Whether trying near-equal builds would have paid on the store's own log, and every draw so far. */
  getExploration: procedure.input(scopeSchema).output(explorationSchema),
  summarizeFeedback: procedure.input(filteredScopeSchema).output(feedbackSummarySchema),
};
