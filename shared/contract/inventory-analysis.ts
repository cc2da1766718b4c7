/** Stock looked at in groups, by age and by arrival, and one vehicle in full. */
import { z } from 'zod';
import { buildSchema, centsSchema, conditionSchema, daySchema } from './primitives';

export const stockGroupSchema = z.enum([
  'model',
  'trim',
  'modelYear',
  'body',
  'drivetrain',
  'exteriorColor',
  'status',
  'location',
]);
export type StockGroup = z.infer<typeof stockGroupSchema>;

/** Units of one value of what the stock is grouped by; units on the ground and in transit alike. */
export const stockGroupRowSchema = z.object({
  condition: conditionSchema,
  /** Null where the group is by something else than a model or its trim. */
  make: z.string().nullable(),
  model: z.string().nullable(),
  /** Null where the export does not state it. */
  value: z.string().nullable(),
  units: z.int(),
  costCents: centsSchema,
  medianAgeDays: z.number().nullable(),
  agedUnits: z.int(),
  /** Cost of the coming day. */
  holdingCentsPerDay: z.number(),
});
export type StockGroupRow = z.infer<typeof stockGroupRowSchema>;

/** Units by model and age bucket; buckets as the store's settings have them. */
export const ageHeatMapSchema = z.object({
  dataDate: daySchema,
  conditions: z.array(
    z.object({
      condition: conditionSchema,
      buckets: z.array(
        z.object({ label: z.string(), fromDays: z.int(), toDays: z.int().nullable(), isAged: z.boolean() }),
      ),
      models: z.array(
        z.object({
          make: z.string(),
          model: z.string(),
          units: z.int(),
          /** Aligned with `buckets`. */
          cells: z.array(z.object({ units: z.int(), costCents: centsSchema })),
        }),
      ),
    }),
  ),
});
export type AgeHeatMap = z.infer<typeof ageHeatMapSchema>;

/** What is on its way, by the week it is expected in (its Monday). */
export const incomingSchema = z.object({
  dataDate: daySchema,
  units: z.int(),
  /** Expected before the data date and not here. */
  overdueUnits: z.int(),
  undatedUnits: z.int(),
  weeks: z.array(
    z.object({
      startsOn: daySchema,
      units: z.int(),
      models: z.array(z.object({ make: z.string(), model: z.string(), units: z.int() })),
    }),
  ),
});
export type Incoming = z.infer<typeof incomingSchema>;

export const vehicleEventSchema = z.object({
  on: daySchema,
  kind: z.enum(['came', 'seen', 'priced', 'status', 'sold', 'left']),
  text: z.string(),
});

export const vehicleSchema = z.object({
  dataDate: daySchema,
  /** Oldest first. */
  events: z.array(vehicleEventSchema),
  holding: z.object({
    toDateCents: centsSchema.nullable(),
    perDayCents: z.number().nullable(),
    interestPerDayCents: z.number().nullable(),
  }),
  /** Of a unit that can be sold: the chance that it is gone so many days from now, at the store's pace. */
  chances: z.array(z.object({ days: z.int(), chance: z.number() })),
  /** Deals and standing units of the model that the chances rest on. */
  chanceBasis: z.object({ sold: z.int(), standing: z.int(), windowDays: z.int() }),
  /** Standing units of the same model and trim, this one left out, oldest first. */
  similarInStock: z.array(
    z.object({
      id: z.string(),
      stockNumber: z.string().nullable(),
      build: buildSchema,
      ageDays: z.int().nullable(),
      priceCents: centsSchema.nullable(),
    }),
  ),
  /** The newest deals of the same model and trim. */
  similarSold: z.array(
    z.object({
      soldOn: daySchema,
      build: buildSchema,
      daysToTurn: z.int().nullable(),
      priceCents: centsSchema.nullable(),
      totalGrossCents: centsSchema.nullable(),
    }),
  ),
});
export type Vehicle = z.infer<typeof vehicleSchema>;
