import { z } from 'zod';
import { centsSchema, conditionSchema, daySchema } from './primitives';

/** What the newest order plan of the day does about a gap. */
export const gapInPlanSchema = z.object({
  /** Units that it orders. */
  units: z.int(),
  /** Why they differ from the gap; `cents` are those of the unit that is named. */
  because: z.enum(['agrees', 'next_unit_loses', 'no_room', 'last_unit_earns', 'not_orderable']),
  cents: centsSchema.nullable(),
  /** What the plan expects to sell in 30 days once the order has arrived; null in plans of earlier versions. */
  monthlyDemand: z.number().nullable(),
});
export type GapInPlan = z.infer<typeof gapInPlanSchema>;

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
  /** Units arriving in each of the next 13 weeks; later ones are in `pipeline` alone. */
  arrivalsByWeek: z.array(z.int()),
  /** Mean gross of a unit, shrunk toward its family; null where no sale states one. */
  grossCents: z.number().nullable(),
  /** Median days to sell, unsold units counted; null where too few sold. */
  medianDays: z.number().nullable(),
  /** Earns more than the store's mean and sells faster than its median. */
  isCore: z.boolean(),
  /** Worth acting on: too few of what sells, or too many. */
  signal: z.enum(['opportunity', 'overstock']).nullable(),
  note: z.string().nullable(),
  /** Null for used units, and without a plan of the day. */
  inPlan: gapInPlanSchema.nullable(),
});
export type Gap = z.infer<typeof gapSchema>;

export const gapListSchema = z.object({
  storeCode: z.string(),
  asOf: daySchema,
  forecastRunId: z.string().nullable(),
  gaps: z.array(gapSchema),
});
