import { z } from 'zod';
import { procedure } from './base';
import { filteredScopeSchema } from './data-filter';
import { buildSchema, centsSchema, daySchema, jobStartedSchema, pageSchema, scopeSchema } from './primitives';

/**
 * Where a recommendation stands: declined; never ordered; ordered and not here; here and nothing sold; some sold; all
 * sold. Those between ordered and sold are not failures: how long they will take is not known yet.
 */
export const outcomeStateSchema = z.enum([
  'declined',
  'not_ordered',
  'on_order',
  'in_stock',
  'partly_sold',
  'sold',
]);
export type OutcomeState = z.infer<typeof outcomeStateSchema>;

export const outcomeSchema = z.object({
  id: z.string(),
  /** `plan 12 line 3`, or the reference of a feedback file. */
  reference: z.string(),
  /** Found by matching imports to a plan's line, or read from a feedback file. */
  source: z.enum(['plan', 'file']),
  build: buildSchema,
  recommendedOn: daySchema,
  recommendedQuantity: z.int(),
  decision: z.enum(['accepted', 'changed', 'declined']),
  reason: z.string().nullable(),
  state: outcomeStateSchema,
  orderedQuantity: z.int(),
  arrivedOn: daySchema.nullable(),
  unitsSold: z.int().nullable(),
  daysToTurn: z.number().nullable(),
  grossPerUnitCents: centsSchema.nullable(),
  agedUnits: z.int().nullable(),
  /** The user's own word, 1 poor to 5 excellent. */
  rating: z.int().min(1).max(5).nullable(),
  note: z.string().nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const feedback = {
  /** Newest recommendation first. */
  list: procedure
    .input(
      filteredScopeSchema.extend({ ...pageSchema.shape, states: z.array(outcomeStateSchema).default([]) }),
    )
    .output(
      z.object({
        asOf: daySchema,
        total: z.int(),
        byState: z.record(outcomeStateSchema, z.int()),
        outcomes: z.array(outcomeSchema),
      }),
    ),
  /** Null takes a rating or a note back. */
  rate: procedure
    .input(
      z.object({
        outcomeId: z.string(),
        rating: z.int().min(1).max(5).nullable(),
        note: z.string().max(1000).nullable(),
      }),
    )
    .output(outcomeSchema),
  /** Matches the newest imports to decided plan lines. The job's result is `{ added, changed, removed }`. */
  match: procedure.input(scopeSchema).output(jobStartedSchema),
};
