/** Units that cost money by standing: aged, too many of their kind, or with a repayment due. */
import { z } from 'zod';
import { buildSchema, centsSchema, conditionSchema, daySchema } from './primitives';

export const unitActionSchema = z.enum(['hold', 'reprice', 'trade', 'wholesale']);
export type UnitAction = z.infer<typeof unitActionSchema>;

export const unitOptionSchema = z.object({
  action: unitActionSchema,
  /** Expected gross from today on, less the cost of the days until it is gone; null where it cannot be done. */
  netCents: centsSchema.nullable(),
  /** Expected days until it is gone, at most the 120 that are looked ahead; null where it cannot be done. */
  days: z.number().nullable(),
  /** For repricing: the asking price that does best. */
  newPriceCents: centsSchema.nullable(),
  note: z.string(),
});
export type UnitOption = z.infer<typeof unitOptionSchema>;

export const agedUnitSchema = z.object({
  unitId: z.string(),
  stockNumber: z.string().nullable(),
  vin: z.string().nullable(),
  condition: conditionSchema,
  build: buildSchema,
  ageDays: z.int(),
  costCents: centsSchema.nullable(),
  priceCents: centsSchema.nullable(),
  /** Interest and other cost of the next 30 days. */
  holdingNextMonthCents: centsSchema,
  /** Why it is listed. */
  isAged: z.boolean(),
  isTooMany: z.boolean(),
  /** A repayment of the floor plan within 30 days. */
  curtailment: z.object({ dueOn: daySchema, amountCents: centsSchema, share: z.number() }).nullable(),
  /** Probability that it sells within 30 days as it stands. */
  chanceInMonth: z.number(),
  options: z.array(unitOptionSchema),
  best: unitActionSchema,
  /** What the best option brings over holding on; 0 where holding is best. */
  stakeCents: centsSchema,
  reasons: z.array(z.string()),
});
export type AgedUnit = z.infer<typeof agedUnitSchema>;

export const agedUnitListSchema = z.object({
  storeCode: z.string(),
  asOf: daySchema,
  totals: z.object({
    units: z.int(),
    costCents: centsSchema,
    stakeCents: centsSchema,
    holdingNextMonthCents: centsSchema,
    curtailmentsDueCents: centsSchema,
    curtailmentsDueUnits: z.int(),
  }),
  /** The largest stake first. */
  units: z.array(agedUnitSchema),
  /** What the dollars rest on. */
  notes: z.array(z.string()),
});
export type AgedUnitList = z.infer<typeof agedUnitListSchema>;
