import { z } from 'zod';
import { procedure } from './base';
import { DEFAULT_SALES_WINDOW, filteredScopeSchema, windowDaysSchema } from './data-filter';
import { dealListInputSchema, dealListSchema } from './deals';
import { centsSchema, conditionSchema, daySchema, figureSchema, periodSchema } from './primitives';

import { lostSaleSchema, lostSalesSchema, newLostSaleSchema, salesAnalysisSchema } from './sales-analysis';

/** Retail and lease deals that were not reversed; the date used is named in each figure. */
export const salesSummarySchema = z.object({
  condition: conditionSchema,
  unitsSold: figureSchema,
  frontGrossPerUnit: figureSchema,
  backGrossPerUnit: figureSchema,
  totalGrossPerUnit: figureSchema,
  totalGross: figureSchema,
  medianDaysToTurn: figureSchema,
  /** Kaplan-Meier median over sold and unsold units. */
  survivalMedianDaysToTurn: figureSchema,
  turnFromDays: figureSchema,
  monthToDate: figureSchema,
  /** Units the month would end with at the rate of its selling days so far. */
  monthPace: figureSchema,
  /** What the pace rests on and is measured by; units of the same month a year before, null before there was data. */
  monthUnderWay: z.object({
    month: periodSchema,
    sellingDaysSoFar: z.int(),
    sellingDays: z.int(),
    unitsYearBefore: z.int().nullable(),
  }),
  months: z.array(
    z.object({
      month: periodSchema,
      units: z.int(),
      frontGrossCents: centsSchema,
      backGrossCents: centsSchema,
      totalGrossCents: centsSchema,
      isComplete: z.boolean(),
    }),
  ),
  models: z.array(
    z.object({
      make: z.string(),
      model: z.string(),
      units: z.int(),
      totalGrossPerUnitCents: centsSchema.nullable(),
      medianDaysToTurn: z.number().nullable(),
    }),
  ),
  /** Deals left out of the counts, and why: wholesale, fleet, dealer trade, reversed, pending. */
  excluded: z.array(z.object({ reason: z.string(), units: z.int() })),
});

export type SalesSummary = z.infer<typeof salesSummarySchema>;

export const sales = {
  getSummary: procedure
    .input(filteredScopeSchema.extend({ windowDays: windowDaysSchema.default(DEFAULT_SALES_WINDOW) }))
    .output(
      z.object({
        storeCode: z.string(),
        dataDate: daySchema,
        windowDays: z.int(),
        dateField: z.string(),
        summaries: z.array(salesSummarySchema),
      }),
    ),
  /** Age at sale, days to turn, what was chosen, seasons; one entry for new and one for used. */
  getAnalysis: procedure
    .input(filteredScopeSchema.extend({ windowDays: windowDaysSchema.default(DEFAULT_SALES_WINDOW) }))
    .output(z.object({ dataDate: daySchema, windowDays: z.int(), analyses: z.array(salesAnalysisSchema) })),
  /** The counted deals behind the figures, the newest first. */
  listDeals: procedure.input(dealListInputSchema).output(dealListSchema),
  /** The log of buyers who left without a vehicle. */
  listLost: procedure
    .input(filteredScopeSchema.extend({ windowDays: windowDaysSchema.default(365) }))
    .output(lostSalesSchema),
  addLost: procedure
    .input(z.object({ storeCode: z.string().min(1).max(40).optional(), lost: newLostSaleSchema }))
    .output(lostSaleSchema),
  /** Takes one back from the log, or puts it back. */
  withdrawLost: procedure
    .input(
      z.object({ storeCode: z.string().min(1).max(40).optional(), id: z.string(), isWithdrawn: z.boolean() }),
    )
    .output(z.object({ id: z.string(), isWithdrawn: z.boolean() })),
};
