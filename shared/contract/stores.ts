import { z } from 'zod';
import { procedure } from './base';
import { orderingProfileSchema } from './ordering-profile';
import { daySchema, jobStartedSchema } from './primitives';

export const curtailmentSchema = z.object({
  afterDays: z.int().min(1).max(1500),
  share: z.number().min(0).max(1),
});
export type Curtailment = z.infer<typeof curtailmentSchema>;

/** Settings of a store; every limit may be null, which means unlimited, and the plan says so. */
export const storeSettingsSchema = z.object({
  /** Where the store stands, for distances to its buyers; null: the middle of its buyers. */
  zip: z
    .string()
    .regex(/^\d{5}$/, 'a ZIP code has five digits')
    .nullable(),
  floorPlanAnnualRate: z.number().min(0).max(1),
  daysInYear: z.union([z.literal(360), z.literal(365)]),
  floorPlanFreeDays: z.int().min(0).max(365),
  otherHoldingCostPerDayCents: z.int().min(0),
  packNewCents: z.int().min(0),
  packUsedCents: z.int().min(0),
  /** Upper ends of the age buckets in days, ascending; the last bucket is open. */
  ageBucketsNew: z.array(z.int().min(1)).min(1).max(8),
  ageBucketsUsed: z.array(z.int().min(1)).min(1).max(8),
  targetDaysSupplyNew: z.int().min(1).max(365),
  targetDaysSupplyUsed: z.int().min(1).max(365),
  /** Retail and lease units a month that the store aims at; null: no target is set. */
  targetUnitsNew: z.int().min(1).max(10_000).nullable(),
  targetUnitsUsed: z.int().min(1).max(10_000).nullable(),
  agedDaysNew: z.int().min(1),
  agedDaysUsed: z.int().min(1),
  daysSupplyWindowDays: z.union([z.literal(30), z.literal(45), z.literal(60), z.literal(90)]),
  orderBudgetCents: z.int().min(0).nullable(),
  lotPlaces: z.int().min(0).nullable(),
  /** Weekdays the store does not sell: 0 Sunday .. 6 Saturday. */
  closedWeekdays: z.array(z.int().min(0).max(6)),
  /** Single days the store is closed. */
  closedDays: z.array(daySchema),
  orderToDeliveryDays: z.int().min(1).max(365),
  reviewPeriodDays: z.int().min(1).max(180),
  /** What goes with a lost buyer beyond the gross of the sale: trade-in, service, the next allocation. */
  lostSaleCostCents: z.int().min(0),
  /** Share of buyers who take another build of the model when theirs is not there. */
  substitutionShare: z.number().min(0).max(1),
  /** Repayments of the floor plan: the share of a unit's cost that falls due at an age, ascending. */
  curtailmentsNew: z.array(curtailmentSchema).max(12),
  curtailmentsUsed: z.array(curtailmentSchema).max(12),
  /** Dealers who take a new unit that is offered, of a kind that is sure to sell within a month. */
  tradeTakenShare: z.number().min(0).max(1),
  /** Transport and preparation of a unit that is traded. */
  tradeCostCents: z.int().min(0),
  /** Plans try near-equal builds to learn of them. Can be switched on only where the store's log shows a gain. */
  isExploring: z.boolean(),
  /** How makes take orders where the dealer has changed what DOSO knows of them. */
  orderingProfiles: z.array(orderingProfileSchema).max(40),
  /** Whether a unit that left stock without a deal counts as a retail sale. */
  treatDeparturesAsSales: z.boolean(),
});

export const storeSchema = z.object({
  code: z.string(),
  name: z.string(),
  timeZone: z.string(),
  isSample: z.boolean(),
  /** The day every figure is computed as of: the newest inventory as-of, else the newest sale. */
  dataDate: daySchema.nullable(),
});

export type StoreSettings = z.infer<typeof storeSettingsSchema>;
export type Store = z.infer<typeof storeSchema>;

const storeInput = z.object({ storeCode: z.string().min(1).max(40).optional() });

export const stores = {
  list: procedure.input(z.object({})).output(z.array(storeSchema)),
  getSettings: procedure.input(storeInput).output(storeSettingsSchema),
  updateSettings: procedure
    .input(storeInput.extend({ settings: storeSettingsSchema.partial() }))
    .output(storeSettingsSchema),
  /** Writes the fictional store's exports to a temporary folder and imports them, then forecasts and plans. */
  loadSample: procedure.input(z.object({})).output(jobStartedSchema),
  /** Removes every row of the sample store; real stores are untouched. */
  clearSample: procedure.input(z.object({})).output(z.object({ removedStores: z.int() })),
};
