import { z } from 'zod';
import { procedure } from './base';
import { DEFAULT_SALES_WINDOW, filteredScopeSchema, windowDaysSchema } from './data-filter';
import { centsSchema, conditionSchema, daySchema, figureSchema, periodSchema } from './primitives';

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
};
