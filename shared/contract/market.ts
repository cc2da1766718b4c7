import { z } from 'zod';
import { procedure } from './base';
import { filteredScopeSchema } from './data-filter';
import {
  areaPreferencesSchema,
  areaSchema,
  marketPricesSchema,
  marketScopeSchema,
  marketTrendsSchema,
  regionalDemandSchema,
} from './market-demand';
import { centsSchema, daySchema, periodSchema } from './primitives';

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
  /** A model of the filter is seen among its rivals. */
  getSummary: procedure.input(filteredScopeSchema).output(marketSummarySchema),
  /** Units of each model month by month, the last 24 months known. */
  getTrends: procedure.input(filteredScopeSchema).output(marketTrendsSchema),
  /** Retail and lease deals by where the buyer lives. */
  getDemand: procedure.input(marketScopeSchema).output(regionalDemandSchema),
  /** What the buyers of one area choose beside all buyers. */
  getPreferences: procedure
    .input(marketScopeSchema.extend({ area: areaSchema }))
    .output(areaPreferencesSchema),
  /** The store's prices of new units beside the region's. */
  comparePrices: procedure.input(filteredScopeSchema).output(marketPricesSchema),
};
