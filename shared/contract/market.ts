import { z } from 'zod';
import { procedure } from './base';
import { centsSchema, daySchema, periodSchema, scopeSchema } from './primitives';

/** Share of each of the store's models in its segment over the last 3 months, against the same months a year before. */
export const marketSummarySchema = z.object({
  storeCode: z.string(),
  dataDate: daySchema,
  newestPeriod: periodSchema.nullable(),
  region: z.string().nullable(),
  models: z.array(
    z.object({
      segment: z.string(),
      make: z.string(),
      model: z.string(),
      isOwn: z.boolean(),
      units: z.int(),
      share: z.number().nullable(),
      shareYearBefore: z.number().nullable(),
      /** Units against the same months a year before, e.g. 0.08 for 8 % more. */
      trend: z.number().nullable(),
      averagePriceCents: centsSchema.nullable(),
      daysSupply: z.number().nullable(),
    }),
  ),
});
export type MarketSummary = z.infer<typeof marketSummarySchema>;

export const market = {
  getSummary: procedure.input(scopeSchema).output(marketSummarySchema),
};
