/** Vehicles that left stock between two full stock lists without a deal that says where they went. */
import { z } from 'zod';
import { procedure } from './base';
import { buildSchema, centsSchema, conditionSchema, daySchema, pageSchema, scopeSchema } from './primitives';

/** `sold`: a deal came in later. `moved`: another store of the group has it. `unknown` ones may be treated as sales. */
export const departureOutcomeSchema = z.enum(['unknown', 'sold', 'moved']);
export type DepartureOutcome = z.infer<typeof departureOutcomeSchema>;

export const departureSchema = z.object({
  id: z.string(),
  stockNumber: z.string().nullable(),
  vin: z.string().nullable(),
  condition: conditionSchema,
  build: buildSchema,
  receivedOn: daySchema.nullable(),
  /** Day of the last list that has it, and of the first full list that lacks it. */
  lastSeenOn: daySchema,
  leftBy: daySchema,
  daysInStock: z.int().nullable(),
  priceCents: centsSchema.nullable(),
  outcome: departureOutcomeSchema,
  dealNumber: z.string().nullable(),
  soldOn: daySchema.nullable(),
  movedTo: z.string().nullable(),
  /** Whether figures count it as a retail sale, for the store's setting says so. */
  isCountedAsSale: z.boolean(),
});
export type Departure = z.infer<typeof departureSchema>;

export const departures = {
  list: procedure
    .input(scopeSchema.extend(pageSchema.shape).extend({ outcome: departureOutcomeSchema.optional() }))
    .output(
      z.object({
        storeCode: z.string(),
        isTreatedAsSales: z.boolean(),
        counts: z.object({ unknown: z.int(), sold: z.int(), moved: z.int() }),
        total: z.int(),
        departures: z.array(departureSchema),
      }),
    ),
  /** Counts the unknown departures of a store as retail sales without gross, or takes that back. */
  treatAsSales: procedure
    .input(z.object({ storeCode: z.string().min(1).max(40).optional(), isOn: z.boolean() }))
    .output(z.object({ storeCode: z.string(), isTreatedAsSales: z.boolean(), countedSales: z.int() })),
};
