/** How sales spread over age, days, builds and months, and the sales that were lost. */
import { z } from 'zod';
import { centsSchema, conditionSchema, daySchema, periodSchema } from './primitives';

export const saleAttributeSchema = z.enum([
  'model',
  'trim',
  'body',
  'drivetrain',
  'exteriorColor',
  'modelYear',
]);
export type SaleAttribute = z.infer<typeof saleAttributeSchema>;

export const salesAnalysisSchema = z.object({
  condition: conditionSchema,
  /** Deals whose days in stock are known. */
  withDays: z.int(),
  /** Gross by how long the unit had stood; buckets as the store's settings have them. */
  ages: z.array(
    z.object({
      label: z.string(),
      isAged: z.boolean(),
      units: z.int(),
      /** Means of the deals that state them; null without any. */
      frontGrossPerUnitCents: centsSchema.nullable(),
      totalGrossPerUnitCents: centsSchema.nullable(),
    }),
  ),
  /** Units by days to turn, in steps of `stepDays`; the last step is open. */
  turn: z.object({
    stepDays: z.int(),
    steps: z.array(z.object({ fromDays: z.int(), units: z.int() })),
    quartiles: z.object({ p25: z.number(), p50: z.number(), p75: z.number(), p90: z.number() }).nullable(),
  }),
  /** What was chosen, beside the same days a year before. */
  mix: z.array(
    z.object({
      attribute: saleAttributeSchema,
      value: z.string(),
      units: z.int(),
      share: z.number(),
      shareYearBefore: z.number().nullable(),
    }),
  ),
  /** Units of whole months, for years side by side. */
  months: z.array(z.object({ month: periodSchema, units: z.int() })),
  /** Of each month of the year, January first: its units over the mean month; null while under two years are known. */
  seasons: z.array(z.number()).length(12).nullable(),
});
export type SalesAnalysis = z.infer<typeof salesAnalysisSchema>;

export const lostReasonSchema = z.enum([
  'not_in_stock',
  'wrong_build',
  'price',
  'trade_in',
  'wait_too_long',
  'other',
]);
export type LostReason = z.infer<typeof lostReasonSchema>;

/** A buyer who left without a vehicle: what was wanted and why not. Nothing about the person is kept. */
export const lostSaleSchema = z.object({
  id: z.string(),
  lostOn: daySchema,
  condition: conditionSchema,
  make: z.string(),
  model: z.string(),
  trim: z.string().nullable(),
  exteriorColor: z.string().nullable(),
  reason: lostReasonSchema,
});
export type LostSale = z.infer<typeof lostSaleSchema>;

const word = z.string().trim().min(1).max(60);
export const newLostSaleSchema = z.object({
  lostOn: daySchema,
  condition: conditionSchema,
  make: word,
  model: word,
  trim: word.nullable(),
  exteriorColor: word.nullable(),
  reason: lostReasonSchema,
});
export type NewLostSale = z.infer<typeof newLostSaleSchema>;

export const lostSalesSchema = z.object({
  dataDate: daySchema,
  windowDays: z.int(),
  total: z.int(),
  /** The newest first, at most 200. */
  sales: z.array(lostSaleSchema),
  /** What was wanted most, beside what stands here and what a unit of it earned. */
  models: z.array(
    z.object({
      condition: conditionSchema,
      make: z.string(),
      model: z.string(),
      lost: z.int(),
      notInStock: z.int(),
      availableNow: z.int(),
      grossPerUnitCents: centsSchema.nullable(),
      /** lost x (gross per unit + the store's cost of a lost buyer); null without a gross. */
      lostGrossCents: centsSchema.nullable(),
    }),
  ),
});
export type LostSales = z.infer<typeof lostSalesSchema>;
