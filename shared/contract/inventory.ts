import { z } from 'zod';
import { procedure } from './base';
import { dataFilterSchema, filterChoicesSchema, filteredScopeSchema } from './data-filter';
import {
  ageHeatMapSchema,
  incomingSchema,
  stockGroupRowSchema,
  stockGroupSchema,
  vehicleSchema,
} from './inventory-analysis';
import {
  buildSchema,
  centsSchema,
  conditionSchema,
  daySchema,
  figureSchema,
  scopeSchema,
} from './primitives';

export const stockStatusSchema = z.enum([
  'available',
  'sold_not_delivered',
  'on_hold',
  'demo',
  'loaner',
  'in_transit',
]);
export type StockStatus = z.infer<typeof stockStatusSchema>;

/** What a list of stock may be narrowed to: one status, or all that stand here, in whatever status. */
export const stockStandingSchema = z.enum(['on_ground', ...stockStatusSchema.options]);
export type StockStanding = z.infer<typeof stockStandingSchema>;

export const ageBucketSchema = z.object({
  label: z.string(),
  fromDays: z.int(),
  /** null for the open last bucket. */
  toDays: z.int().nullable(),
  units: z.int(),
  costCents: centsSchema,
  isAged: z.boolean(),
});
export type AgeBucket = z.infer<typeof ageBucketSchema>;

/** Figures of one condition; new and used are never blended. */
export const inventorySummarySchema = z.object({
  condition: conditionSchema,
  unitsInStock: figureSchema,
  availableUnits: figureSchema,
  stockCost: figureSchema,
  stockPrice: figureSchema,
  medianAge: figureSchema,
  agedUnits: figureSchema,
  /** Units that have stood for more days than these are aged. */
  agedDays: z.int(),
  daysSupply: figureSchema,
  turnFlow: figureSchema,
  holdingCostPerDay: figureSchema,
  /** The two parts of the holding cost; their notes state the rates. */
  holdingInterestPerDay: figureSchema,
  otherHoldingCostPerDay: figureSchema,
  /** The rates behind the holding cost; `isDefault` until someone sets one of them for this store. */
  holdingRates: z.object({
    floorPlanAnnualRate: z.number(),
    daysInYear: z.int(),
    floorPlanFreeDays: z.int(),
    otherHoldingCostPerDayCents: centsSchema,
    isDefault: z.boolean(),
  }),
  /** Units of each status; those that are not available are shown apart. */
  statuses: z.array(z.object({ status: stockStatusSchema, units: z.int(), costCents: centsSchema })),
  ageBuckets: z.array(ageBucketSchema),
  models: z.array(
    z.object({
      make: z.string(),
      model: z.string(),
      units: z.int(),
      /** Of these; days supply is reckoned from them. */
      availableUnits: z.int(),
      costCents: centsSchema,
      medianAgeDays: z.number().nullable(),
      agedUnits: z.int(),
      soldInWindow: z.int(),
      /** null with zero sales in the window. */
      daysSupply: z.number().nullable(),
    }),
  ),
});

export type InventorySummary = z.infer<typeof inventorySummarySchema>;

export const stockUnitSchema = z.object({
  id: z.string(),
  stockNumber: z.string().nullable(),
  vin: z.string().nullable(),
  condition: conditionSchema,
  isCertified: z.boolean(),
  status: stockStatusSchema,
  build: buildSchema,
  receivedOn: daySchema.nullable(),
  ageDays: z.int().nullable(),
  odometerMiles: z.int().nullable(),
  costCents: centsSchema.nullable(),
  priceCents: centsSchema.nullable(),
  msrpCents: centsSchema.nullable(),
  /** Floor-plan interest and other holding cost since the free days ended. */
  holdingCostToDateCents: centsSchema.nullable(),
  location: z.string().nullable(),
});
export type StockUnit = z.infer<typeof stockUnitSchema>;

export const stockFilterSchema = dataFilterSchema.extend({
  status: stockStandingSchema.optional(),
  /** Part of a stock number, VIN, model, trim or colour. */
  text: z.string().max(100).optional(),
});

export type StockFilter = z.infer<typeof stockFilterSchema>;

export const stockSortSchema = z.object({
  field: z.enum([
    'stockNumber',
    'vin',
    'model',
    'trim',
    'modelYear',
    'status',
    'receivedOn',
    'ageDays',
    'costCents',
    'priceCents',
    'msrpCents',
    'odometerMiles',
    'exteriorColor',
    'condition',
  ]),
  direction: z.enum(['asc', 'desc']),
});

export type StockSort = z.infer<typeof stockSortSchema>;

export const inventory = {
  getSummary: procedure
    .input(filteredScopeSchema)
    .output(
      z.object({ storeCode: z.string(), dataDate: daySchema, summaries: z.array(inventorySummarySchema) }),
    ),
  /** Makes, models and trims that stand here or sold in the last year. */
  listFilterChoices: procedure.input(scopeSchema).output(filterChoicesSchema),
  listUnits: procedure
    .input(
      scopeSchema.extend({
        filter: stockFilterSchema.default({}),
        sort: stockSortSchema.default({ field: 'ageDays', direction: 'desc' }),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(2000).default(200),
      }),
    )
    .output(
      z.object({
        dataDate: daySchema,
        total: z.int(),
        costCents: centsSchema,
        units: z.array(stockUnitSchema),
      }),
    ),
  /** The list's units added up by one attribute, the most units first. */
  listGroups: procedure
    .input(scopeSchema.extend({ filter: stockFilterSchema.default({}), by: stockGroupSchema }))
    .output(z.object({ dataDate: daySchema, groups: z.array(stockGroupRowSchema) })),
  /** The list, or the units named, as tab-separated text with a head, to paste into a spreadsheet. */
  copyUnits: procedure
    .input(
      scopeSchema.extend({
        filter: stockFilterSchema.default({}),
        sort: stockSortSchema.default({ field: 'ageDays', direction: 'desc' }),
        unitIds: z.array(z.string()).max(5_000).optional(),
      }),
    )
    .output(z.object({ text: z.string(), copied: z.int(), total: z.int() })),
  getHeatMap: procedure
    .input(scopeSchema.extend({ filter: stockFilterSchema.default({}) }))
    .output(ageHeatMapSchema),
  listIncoming: procedure
    .input(scopeSchema.extend({ filter: stockFilterSchema.default({}) }))
    .output(incomingSchema),
  getVehicle: procedure.input(scopeSchema.extend({ unitId: z.string() })).output(vehicleSchema),
};
