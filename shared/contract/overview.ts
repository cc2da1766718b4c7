import { z } from 'zod';
import { procedure } from './base';
import { DEFAULT_SALES_WINDOW, filteredScopeSchema, windowDaysSchema } from './data-filter';
import { inventorySummarySchema } from './inventory';
import { centsSchema, conditionSchema, daySchema, instantSchema } from './primitives';
import { salesSummarySchema } from './sales';

/** Something worth doing today, with the money at stake and the screen that shows the rows behind it. */
export const actionSchema = z.object({
  id: z.string(),
  severity: z.enum(['good', 'caution', 'act']),
  title: z.string(),
  detail: z.string(),
  amountCents: centsSchema.nullable(),
  /** What the amount is, for amounts of different kinds are not added or compared: `a month to hold`. */
  amountLabel: z.string().nullable(),
  target: z.object({
    screen: z.enum(['inventory', 'forecast', 'gaps', 'order-plan', 'imports', 'sales']),
    filter: z.record(z.string(), z.string()),
  }),
});

export type Action = z.infer<typeof actionSchema>;

export const overviewSchema = z.object({
  storeCode: z.string(),
  storeName: z.string(),
  isSample: z.boolean(),
  dataDate: daySchema,
  computedAt: instantSchema,
  /** Days from the data date to today on the wall clock. */
  daysOld: z.int(),
  inventory: z.array(inventorySummarySchema),
  sales: z.array(salesSummarySchema),
  /** Units on their way (open factory orders, and units in transit) by week of estimated arrival; `unknown` has no estimate. */
  incoming: z.array(z.object({ week: z.string(), units: z.int() })),
  /** What the store aims at, by condition: days of stock, and units a month where a target is set. */
  targets: z.array(
    z.object({ condition: conditionSchema, daysSupply: z.int(), unitsAMonth: z.int().nullable() }),
  ),
  /** Counted deals of the seven days to the data date, by model. */
  soldLately: z.array(
    z.object({
      condition: conditionSchema,
      make: z.string(),
      model: z.string(),
      units: z.int(),
      totalGrossCents: centsSchema.nullable(),
    }),
  ),
  /** Models that sold in 90 days and of which none is left: the sales a month that this may lose, and their gross. */
  missed: z.array(
    z.object({
      condition: conditionSchema,
      make: z.string(),
      model: z.string(),
      unitsAMonth: z.number(),
      grossAMonthCents: centsSchema.nullable(),
      onOrder: z.int(),
    }),
  ),
  actions: z.array(actionSchema),
  latestForecastRunId: z.string().nullable(),
  latestPlanId: z.string().nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

export const overview = {
  get: procedure
    .input(filteredScopeSchema.extend({ windowDays: windowDaysSchema.default(DEFAULT_SALES_WINDOW) }))
    .output(overviewSchema),
};
