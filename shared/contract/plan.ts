import { z } from 'zod';
import { agedUnitListSchema } from './aged-units';
import { procedure } from './base';
import { filteredScopeSchema } from './data-filter';
import { lineExplorationSchema } from './exploration';
import { lineOrderingSchema, makeOrderingSchema, orderDatesSchema } from './ordering-profile';
import { lineEvidenceSchema, planMapPointSchema } from './plan-evidence';
import { gapListSchema } from './plan-gaps';
import {
  constraintSchema,
  movedLimitSchema,
  planLimitSchema,
  storeConstraintsSchema,
  whatIfInputSchema,
  whatIfSchema,
} from './plan-limits';
import {
  buildSchema,
  centsSchema,
  daySchema,
  instantSchema,
  jobStartedSchema,
  scopeSchema,
} from './primitives';

export const planOptionsSchema = scopeSchema.extend({
  /** Overrides the store's settings for this plan; null means unlimited, absent means the settings'. */
  budgetCents: z.int().min(0).nullable().optional(),
  places: z.int().min(0).nullable().optional(),
  constraints: z.array(constraintSchema).default([]),
  /** Limits of any kind moved for this plan alone, by id. */
  moved: z.array(movedLimitSchema).default([]),
});

export const planDecisionSchema = z.object({
  decision: z.enum(['accepted', 'changed', 'declined']),
  quantity: z.int().min(0),
  reason: z.string().max(500).nullable(),
  decidedAt: instantSchema,
});

/**
 * A plan goes by what builds sell on days in stock, the Forecast screen by what will sell, days without stock among
 * them: two numbers for one trim, shown side by side.
 */
export const demandOfTrimSchema = z.object({
  /** From the plan's day. */
  days: z.int(),
  basis: z.enum(['days_in_stock', 'forecast', 'recent_rate']),
  /** Units that the plan expects all builds of the trim to sell. */
  planUnits: z.number(),
  /** The trim's forecast over the same days; null without one. */
  forecastUnits: z.number().nullable(),
});
export type DemandOfTrim = z.infer<typeof demandOfTrimSchema>;

/** The figures behind a line. Money is a unit's. */
export const planLineFactsSchema = z.object({
  grossCents: centsSchema,
  /** Front and back add up to the gross; null where no sale states a back gross. */
  frontGrossCents: centsSchema.nullable(),
  backGrossCents: centsSchema.nullable(),
  /** Sales of the build itself behind the gross; the rest is its family's word. */
  grossSales: z.int(),
  /** Null where too few have sold. */
  medianDays: z.number().nullable(),
  daysLevel: z.enum(['build', 'trim', 'model', 'store']).nullable(),
  /** Probability that a unit sells within the store's target days. */
  turnChance: z.number(),
  interestPerDayCents: z.number(),
  otherPerDayCents: z.number(),
  erosionPerDayCents: z.number(),
  /** Worth of a sale from own units, where its buyer might have taken a sibling. */
  saleWorthCents: centsSchema,
  /** Buyers who would find none in the review period after arrival without this order. */
  lostSales: z.number(),
  /** Earns more than the store's mean and sells faster than its median. */
  isCore: z.boolean(),
  /** The code and the day with which it goes to the maker; null in plans of earlier versions. */
  ordering: lineOrderingSchema.nullable().default(null),
  /** What the plan expects of the trim beside its forecast, over the line's days; null in plans of earlier versions. */
  demandOfTrim: demandOfTrimSchema.nullable().default(null),
  /** The model in its region, which the market part ranks; null where no file tells. */
  market: z
    .object({
      share: z.number(),
      trend: z.number().nullable(),
      /** Days supply and mean price over those of the segment's other models. */
      supplyToRivals: z.number().nullable(),
      priceToRivals: z.number().nullable(),
    })
    .nullable()
    .default(null),
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
  /** Null in plans of earlier versions. */
  facts: planLineFactsSchema.nullable(),
  /** Exterior colours of the ordered units. */
  colors: z.array(z.object({ color: z.string(), units: z.int() })),
  /** The draw among near-equal builds behind the line's last unit; null where none was made. */
  exploration: lineExplorationSchema.nullable(),
});
export type PlanLineFacts = z.infer<typeof planLineFactsSchema>;
export type PlanLine = z.infer<typeof planLineSchema>;

/** The plan under another demand: `demandFactor` 0.8 is a fifth below the forecast. */
export const sensitivitySchema = z.object({
  demandFactor: z.number(),
  /** What the plan as made would be worth. */
  planValueCents: centsSchema,
  /** The order that would be best then. */
  bestUnits: z.int(),
  bestValueCents: centsSchema,
});

/** Whether the best plan was proved, or is the best that was found in the time given. */
export const solverStatusSchema = z.enum(['optimal', 'time_limit']);
export type SolverStatus = z.infer<typeof solverStatusSchema>;

export const planSchema = z.object({
  id: z.string(),
  storeCode: z.string(),
  asOf: daySchema,
  createdAt: instantSchema,
  forecastRunId: z.string(),
  windowDays: z.int(),
  windowNote: z.string(),
  /** When each make takes orders; empty in plans of earlier versions. */
  orderDates: z.array(orderDatesSchema).default([]),
  limits: z.array(planLimitSchema),
  lines: z.array(planLineSchema),
  totals: z.object({ units: z.int(), costCents: centsSchema, expectedValueCents: centsSchema }),
  uncappedTotals: z.object({ units: z.int(), costCents: centsSchema, expectedValueCents: centsSchema }),
  /** Empty until a job beside the plan has worked them out (`analysedAt`). */
  shadowPrices: z.array(
    z.object({ constraint: z.string(), label: z.string(), step: z.string(), cents: centsSchema }),
  ),
  /** How the plan stands if demand comes otherwise than forecast; empty until analysed. */
  sensitivity: z.array(sensitivitySchema),
  analysedAt: instantSchema.nullable(),
  /** A signed plan never changes; a later signed one supersedes it. */
  signedOffAt: instantSchema.nullable(),
  signedOffNote: z.string().nullable(),
  supersededByPlanId: z.string().nullable(),
  solver: z.object({
    status: solverStatusSchema,
    gap: z.number(),
    milliseconds: z.int(),
    candidates: z.int(),
  }),
  notes: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;

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
  /** The job's result is `{ planId, analysisJobId }`; the second job prices the limits. */
  start: procedure.input(planOptionsSchema).output(jobStartedSchema),
  getLatest: procedure.input(scopeSchema).output(planSchema.nullable()),
  get: procedure.input(z.object({ planId: z.string() })).output(planSchema),
  decide: procedure.input(decisionInputSchema).output(planSchema),
  /** The rows behind a line. */
  listEvidence: procedure
    .input(z.object({ planId: z.string(), lineId: z.string() }))
    .output(lineEvidenceSchema),
  /** Every build that the plan chose from. Throws NO_DATA for a plan that kept none. */
  getMap: procedure
    .input(z.object({ planId: z.string() }))
    .output(z.object({ points: z.array(planMapPointSchema) })),
  /** Writes what was decided to be ordered as an order sheet; the ending of the path says the format. */
  saveOrderSheet: procedure
    .input(z.object({ planId: z.string(), path: z.string().min(1) }))
    .output(z.object({ path: z.string(), bytes: z.int(), units: z.int(), costCents: centsSchema })),
  /** Closes a plan: open lines are accepted, declined, or a reason to refuse. Throws CONFLICT for a signed one. */
  signOff: procedure
    .input(
      z.object({
        planId: z.string(),
        undecided: z.enum(['accept', 'decline', 'refuse']).default('refuse'),
        note: z.string().max(500).optional(),
      }),
    )
    .output(planSchema),
  /** Takes a line's decision back. */
  undecide: procedure
    .input(z.object({ planId: z.string(), lineIds: z.array(z.string()).min(1) }))
    .output(planSchema),
  listGaps: procedure
    .input(filteredScopeSchema.extend({ level: z.enum(['model', 'trim']).default('model') }))
    .output(gapListSchema),
  /** Units that are aged, too many or have a repayment due, with what can be done and its dollars. */
  listAgedUnits: procedure.input(filteredScopeSchema).output(agedUnitListSchema),
  /** How each make of the store takes orders; changed through the store's settings. */
  listOrdering: procedure.input(scopeSchema).output(z.array(makeOrderingSchema)),
  /** Limits kept with the store: every plan takes them. */
  listConstraints: procedure.input(scopeSchema).output(z.array(constraintSchema)),
  saveConstraints: procedure.input(storeConstraintsSchema).output(z.array(constraintSchema)),
  /** An example of the file of limits, with what each field means. */
  getConstraintTemplate: procedure
    .input(z.object({}))
    .output(z.object({ fileName: z.string(), text: z.string(), fields: z.array(z.string()) })),
  /** The relaxed answer to moved limits, at once; never kept. */
  estimate: procedure.input(whatIfInputSchema).output(whatIfSchema),
  /** The exact one; takes seconds, never kept. */
  tryLimits: procedure.input(whatIfInputSchema).output(whatIfSchema),
  /** Prices the limits of a plan that has no prices yet. The job's result is `{ planId }`. */
  analyse: procedure.input(z.object({ planId: z.string() })).output(jobStartedSchema),
};
