/** A change that the user made to a forecast, knowing what the sales do not tell. */
import { z } from 'zod';
import { daySchema, instantSchema, periodSchema, scopeSchema } from './primitives';

export const forecastAdjustmentSchema = z.object({
  id: z.string(),
  seriesId: z.string(),
  firstPeriod: periodSchema,
  lastPeriod: periodSchema,
  /** Demand is multiplied by it: 1.2 is a fifth more. Series below are multiplied too, those above add up. */
  factor: z.number().min(0).max(20),
  reason: z.string(),
  madeAsOf: daySchema,
  createdAt: instantSchema,
  /** Null while it is in force. */
  removedAt: instantSchema.nullable(),
  /** Over the periods that have ended since; null while none has. */
  score: z.object({ periods: z.int(), modelError: z.number(), adjustedError: z.number() }).nullable(),
});
export type ForecastAdjustment = z.infer<typeof forecastAdjustmentSchema>;

export const newAdjustmentSchema = scopeSchema.extend({
  seriesId: z.string().min(1),
  firstPeriod: periodSchema,
  lastPeriod: periodSchema,
  factor: z.number().min(0).max(20),
  reason: z.string().trim().min(3).max(300),
});
export type NewAdjustment = z.infer<typeof newAdjustmentSchema>;
