import { z } from 'zod';
import { procedure } from './base';
import {
  buildSchema,
  centsSchema,
  conditionSchema,
  daySchema,
  instantSchema,
  jobStartedSchema,
  scopeSchema,
} from './primitives';

/** A limit on the order. `bound` is in cents for the budget and in units otherwise. */
export const constraintSchema = z.object({
  id: z.string(),
  kind: z.enum(['budget', 'places', 'allocation', 'maximum_mix', 'minimum_mix', 'blocked', 'minimum_stock']),
  label: z.string(),
  make: z.string().optional(),
  models: z.array(z.string()).optional(),
  trim: z.string().optional(),
  /** null means unlimited. */
  bound: z.number().nullable(),
});
export type PlanConstraint = z.infer<typeof constraintSchema>;

export const planOptionsSchema = scopeSchema.extend({
  /** Overrides the store's settings for this plan; null means unlimited, absent means the settings'. */
  budgetCents: z.int().min(0).nullable().optional(),
  places: z.int().min(0).nullable().optional(),
  constraints: z.array(constraintSchema).default([]),
});

export const planDecisionSchema = z.object({
  decision: z.enum(['accepted', 'changed', 'declined']),
  quantity: z.int().min(0),
  reason: z.string().max(500).nullable(),
  decidedAt: instantSchema,
});

export const planLineSchema = z.object({
  lineId: z.string(),
  build: buildSchema,
  quantity: z.int().min(0),
  uncappedQuantity: z.int().min(0),
  /** 0..1; null when the build could not be scored. */
  score: z.number().nullable(),
  parts: z.object({
    gross: z.number().nullable(),
    daysToTurn: z.number().nullable(),
    market: z.number().nullable(),
    forecast: z.number().nullable(),
  }),
  /** Expected net dollars of the planned units, before the score's tilt. */
  expectedValueCents: centsSchema,
  unitCostCents: centsSchema,
  onHand: z.int(),
  pipeline: z.int(),
  /** Mean demand over the plan's window. */
  demand: z.number(),
  /** Expected net dollars of the 1st, 2nd, ... extra unit. */
  marginalValuesCents: z.array(centsSchema),
  reasons: z.array(z.string()),
  notScoredBecause: z.string().nullable(),
  decision: planDecisionSchema.nullable(),
});
export type PlanLine = z.infer<typeof planLineSchema>;

export const planSchema = z.object({
  id: z.string(),
  storeCode: z.string(),
  asOf: daySchema,
  createdAt: instantSchema,
  forecastRunId: z.string(),
  windowDays: z.int(),
  windowNote: z.string(),
  limits: z.array(constraintSchema.extend({ used: z.number(), source: z.string() })),
  lines: z.array(planLineSchema),
  totals: z.object({ units: z.int(), costCents: centsSchema, expectedValueCents: centsSchema }),
  uncappedTotals: z.object({ units: z.int(), costCents: centsSchema, expectedValueCents: centsSchema }),
  shadowPrices: z.array(
    z.object({ constraint: z.string(), label: z.string(), step: z.string(), cents: centsSchema }),
  ),
  solver: z.object({ status: z.string(), gap: z.number(), milliseconds: z.int(), candidates: z.int() }),
  notes: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;

/** Signed action for a segment: +n to stock, -n to reduce, set on the day an order placed today would arrive. */
export const gapSchema = z.object({
  condition: conditionSchema,
  make: z.string(),
  model: z.string(),
  trim: z.string().nullable(),
  available: z.int(),
  /** Sold units on the lot whose sale is not in the books yet. */
  soldWaiting: z.int(),
  /** All that is on its way. */
  pipeline: z.int(),
  /** Days until an order placed today arrives; 0 for used units, which are not ordered. */
  leadDays: z.int(),
  /** The part of `pipeline` that comes within `leadDays`. */
  arriving: z.int(),
  /** Units left after `leadDays`: available + soldWaiting + arriving - expected demand, at least 0. */
  projected: z.number(),
  /** Units that should be there then: demand of the target days that follow. */
  ideal: z.number(),
  /** ideal - projected, rounded. */
  gap: z.int(),
  /** Mean demand of the target days, by the month. */
  monthlyDemand: z.number(),
  /** As in the inventory: available units at the recent rate of sale. */
  daysSupply: z.number().nullable(),
  note: z.string().nullable(),
});
export type Gap = z.infer<typeof gapSchema>;

export const decisionInputSchema = z.object({
  planId: z.string(),
  lines: z
    .array(
      z.object({
        lineId: z.string(),
        decision: z.enum(['accepted', 'changed', 'declined']),
        /** Needed for `changed`; accepted takes the plan's, declined 0. */
        quantity: z.int().min(0).optional(),
        reason: z.string().max(500).optional(),
      }),
    )
    .min(1),
});

export const plan = {
  /** The job's result is `{ planId }`. */
  start: procedure.input(planOptionsSchema).output(jobStartedSchema),
  getLatest: procedure.input(scopeSchema).output(planSchema.nullable()),
  get: procedure.input(z.object({ planId: z.string() })).output(planSchema),
  decide: procedure.input(decisionInputSchema).output(planSchema),
  /** Takes a line's decision back. */
  undecide: procedure
    .input(z.object({ planId: z.string(), lineIds: z.array(z.string()).min(1) }))
    .output(planSchema),
  listGaps: procedure.input(scopeSchema.extend({ level: z.enum(['model', 'trim']).default('model') })).output(
    z.object({
      storeCode: z.string(),
      asOf: daySchema,
      forecastRunId: z.string().nullable(),
      gaps: z.array(gapSchema),
    }),
  ),
};
