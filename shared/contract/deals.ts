/** The deals behind every figure of sales: one row a deal, with nothing about its buyer. */
import { z } from 'zod';
import { DEFAULT_SALES_WINDOW, filteredScopeSchema, windowDaysSchema } from './data-filter';
import { buildSchema, centsSchema, conditionSchema, daySchema } from './primitives';

export const dealSchema = z.object({
  id: z.string(),
  dealNumber: z.string().nullable(),
  stockNumber: z.string().nullable(),
  vin: z.string().nullable(),
  condition: conditionSchema,
  saleType: z.enum(['retail', 'lease']),
  build: buildSchema,
  soldOn: daySchema,
  /** Days in stock when it was sold; null where nothing says when it came. */
  daysToTurn: z.int().nullable(),
  frontGrossCents: centsSchema.nullable(),
  backGrossCents: centsSchema.nullable(),
  totalGrossCents: centsSchema.nullable(),
});
export type Deal = z.infer<typeof dealSchema>;

export const dealSortSchema = z.object({
  field: z.enum(['soldOn', 'model', 'trim', 'modelYear', 'daysToTurn', 'totalGrossCents']),
  direction: z.enum(['asc', 'desc']),
});
export type DealSort = z.infer<typeof dealSortSchema>;

/** `from` to `to`, both included; without them the window of days that ends on the data date. */
export const dealListInputSchema = filteredScopeSchema.extend({
  windowDays: windowDaysSchema.default(DEFAULT_SALES_WINDOW),
  from: daySchema.optional(),
  to: daySchema.optional(),
  sort: dealSortSchema.default({ field: 'soldOn', direction: 'desc' }),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(2000).default(200),
});

/** Sums cover every deal that is asked for, not the page alone; `withGross` deals state their total gross. */
export const dealListSchema = z.object({
  dataDate: daySchema,
  from: daySchema,
  to: daySchema,
  total: z.int(),
  totalGrossCents: centsSchema,
  withGross: z.int(),
  deals: z.array(dealSchema),
});
export type DealList = z.infer<typeof dealListSchema>;
