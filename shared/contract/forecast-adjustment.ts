/** A change that the user made to a forecast, knowing what the sales do not tell. */
import { z } from 'zod';
import { daySchema, instantSchema, periodSchema, scopeSchema } from './primitives';

/** One of the two. Series below change in proportion, those above add up. */
const changeShape = {
  /** Demand is multiplied by it: 1.2 is a fifth more. */
  factor: z.number().min(0).max(20).nullable(),
  /** Added to each period; negative takes away, never below 0. */
  units: z.number().min(-100_000).max(100_000).nullable(),
};

export const forecastAdjustmentSchema = z.object({
  id: z.string(),
  seriesId: z.string(),
  firstPeriod: periodSchema,
  lastPeriod: periodSchema,
  ...changeShape,
  reason: z.string(),
  madeAsOf: daySchema,
  createdAt: instantSchema,
  /** Null while it is in force. */
  removedAt: instantSchema.nullable(),
  /** Over the periods that have ended since; null while none has. */
  score: z.object({ periods: z.int(), modelError: z.number(), adjustedError: z.number() }).nullable(),
});
export type ForecastAdjustment = z.infer<typeof forecastAdjustmentSchema>;

export const newAdjustmentSchema = scopeSchema
  .extend({
    seriesId: z.string().min(1),
    firstPeriod: periodSchema,
    lastPeriod: periodSchema,
    factor: changeShape.factor.default(null),
    units: changeShape.units.default(null),
    reason: z.string().trim().min(3).max(300),
  })
  .refine(({ factor, units }) => (factor === null) !== (units === null), {
    message: 'give either a factor or units',
    path: ['units'],
  });
export type NewAdjustment = z.infer<typeof newAdjustmentSchema>;
