/** Where the store's buyers live, what they choose there, and how its prices lie beside the market's. */
import { z } from 'zod';
import { filteredScopeSchema, windowDaysSchema } from './data-filter';
import { centsSchema, daySchema, periodSchema } from './primitives';

export const marketScopeSchema = filteredScopeSchema.extend({ windowDays: windowDaysSchema.default(365) });
export type MarketScope = z.infer<typeof marketScopeSchema>;

export const demandAreaSchema = z.object({
  /** Two letters of a state, three digits of a ZIP3 area, or a ZIP code. */
  code: z.string(),
  state: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  units: z.int(),
  unitsYearBefore: z.int(),
  /** Of the deals that lie on the map. */
  share: z.number(),
  /** Straight line from the store; null while its place is unknown. */
  miles: z.number().nullable(),
});
export type DemandArea = z.infer<typeof demandAreaSchema>;

export const distanceBandSchema = z.object({
  fromMiles: z.number(),
  toMiles: z.number().nullable(),
  units: z.int(),
  unitsYearBefore: z.int(),
  share: z.number(),
});

export const regionalDemandSchema = z.object({
  storeCode: z.string(),
  dataDate: daySchema,
  windowDays: z.int(),
  dateField: z.string(),
  store: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      zip: z.string().nullable(),
      /** The settings' ZIP code, or the middle of the store's buyers. */
      source: z.enum(['stated', 'buyers']),
    })
    .nullable(),
  totals: z.object({ units: z.int(), placed: z.int(), withoutZip: z.int(), unknownZip: z.int() }),
  states: z.array(demandAreaSchema),
  zip3s: z.array(demandAreaSchema),
  /** The largest, at most 1,000. */
  zips: z.array(demandAreaSchema),
  bands: z.array(distanceBandSchema),
});
export type RegionalDemand = z.infer<typeof regionalDemandSchema>;

export const areaSchema = z.object({
  level: z.enum(['state', 'zip3', 'zip']),
  code: z.string().min(2).max(5),
});
export type Area = z.infer<typeof areaSchema>;

export const areaPreferencesSchema = z.object({
  area: areaSchema,
  units: z.int(),
  preferences: z.array(
    z.object({
      attribute: z.enum(['model', 'trim', 'body', 'drivetrain', 'exteriorColor']),
      value: z.string(),
      units: z.int(),
      share: z.number(),
      shareEverywhere: z.number(),
      /** share / shareEverywhere. */
      index: z.number(),
      /** Beyond what chance would do with so many buyers. */
      isClear: z.boolean(),
    }),
  ),
});
export type AreaPreferences = z.infer<typeof areaPreferencesSchema>;

/** Months of a segment: every model's units, aligned with `months`. */
export const marketTrendsSchema = z.object({
  storeCode: z.string(),
  dataDate: daySchema,
  region: z.string().nullable(),
  months: z.array(periodSchema),
  segments: z.array(
    z.object({
      segment: z.string(),
      models: z.array(
        z.object({ make: z.string(), model: z.string(), isOwn: z.boolean(), units: z.array(z.int()) }),
      ),
    }),
  ),
});
export type MarketTrends = z.infer<typeof marketTrendsSchema>;

export const marketPricesSchema = z.object({
  storeCode: z.string(),
  dataDate: daySchema,
  region: z.string().nullable(),
  newestPeriod: periodSchema.nullable(),
  models: z.array(
    z.object({
      segment: z.string(),
      make: z.string(),
      model: z.string(),
      /** Mean of the region's last 3 months, weighted by units. */
      marketPriceCents: centsSchema,
      /** Median asking price of the store's new units on the ground. */
      askingPriceCents: centsSchema.nullable(),
      unitsAsking: z.int(),
      /** Median price of the store's new deals in those 3 months. */
      soldPriceCents: centsSchema.nullable(),
      unitsSold: z.int(),
      /** Asking price / market price; null without an asking price. */
      priceToMarket: z.number().nullable(),
      medianAgeDays: z.number().nullable(),
    }),
  ),
});
export type MarketPrices = z.infer<typeof marketPricesSchema>;
