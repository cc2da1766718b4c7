import { POLICY_NAMES } from '@shared/domain/ordering-policy';
import { z } from 'zod';
import { procedure } from './base';
import { daySchema, instantSchema, jobStartedSchema, scopeSchema } from './primitives';

export const policySchema = z.enum(POLICY_NAMES);

/** A mean over all replays with its 95 % interval. */
export const intervalSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof intervalSchema>;

export const replayMeasuresSchema = z.object({
  /** Gross less interest, other holding cost and the erosion of what still stands at the end. */
  netGrossCents: intervalSchema,
  grossCents: intervalSchema,
  interestCents: intervalSchema,
  otherHoldingCents: intervalSchema,
  soldUnits: intervalSchema,
  lostSales: intervalSchema,
  orderedUnits: intervalSchema,
  meanStock: intervalSchema,
  turn: intervalSchema,
  agedUnits: intervalSchema,
});
export type ReplayMeasures = z.infer<typeof replayMeasuresSchema>;

export const policyComparisonSchema = z.object({
  /** The policy compared with. */
  policy: policySchema,
  /** Net gross of this policy less that one's, replay by replay. */
  differenceCents: intervalSchema,
  /** Of the paired t test; null with fewer than two replays. */
  pValue: z.number().nullable(),
  betterReplays: z.int(),
});
export type PolicyComparison = z.infer<typeof policyComparisonSchema>;

export const policyResultSchema = z.object({
  policy: policySchema,
  measures: replayMeasuresSchema,
  against: z.array(policyComparisonSchema),
});
export type PolicyResult = z.infer<typeof policyResultSchema>;

export const replaySchema = z.object({
  id: z.string(),
  storeCode: z.string(),
  asOf: daySchema,
  createdAt: instantSchema,
  /** First and last replayed day. */
  from: daySchema,
  to: daySchema,
  months: z.number(),
  cycles: z.int(),
  replays: z.int(),
  seed: z.int(),
  builds: z.int(),
  policies: z.array(policyResultSchema),
  /** What was assumed, in words. */
  notes: z.array(z.string()),
});
export type Replay = z.infer<typeof replaySchema>;

export const replayOptionsSchema = scopeSchema.extend({
  /** The last so many months of the store are lived through again. */
  months: z.int().min(3).max(36).default(12),
  /** How often, each time with other customers drawn. */
  replays: z.int().min(2).max(200).default(20),
  seed: z.int().min(1).max(2_000_000_000).default(1),
});
export type ReplayOptions = z.infer<typeof replayOptionsSchema>;

export const replay = {
  /** The job's result is `{ replayId }`. Fails with NO_DATA where there is too little history. */
  start: procedure.input(replayOptionsSchema).output(jobStartedSchema),
  getLatest: procedure.input(scopeSchema).output(replaySchema.nullable()),
  get: procedure.input(z.object({ replayId: z.string() })).output(replaySchema),
  /** Newest first, without results. */
  list: procedure.input(scopeSchema).output(z.array(replaySchema.omit({ policies: true, notes: true }))),
  remove: procedure.input(z.object({ replayId: z.string() })).output(z.object({ removed: z.boolean() })),
};
