import { z } from 'zod';
import { procedure } from './base';
import { daySchema } from './primitives';

export const statusSchema = z.object({
  schemaVersion: z.string(),
  databaseBytes: z.int(),
  counts: z.object({
    stores: z.int(),
    stockEpisodes: z.int(),
    unitsInStock: z.int(),
    sales: z.int(),
    factoryOrders: z.int(),
    allocations: z.int(),
    marketFacts: z.int(),
    feedback: z.int(),
    planRuns: z.int(),
    forecastRuns: z.int(),
    importBatches: z.int(),
  }),
  /** Newest as-of of each kind of import; null when none was imported. */
  freshness: z.record(z.string(), daySchema.nullable()),
  engine: z.object({ version: z.string(), dataDirectory: z.string(), postgres: z.string() }),
});

export type Status = z.infer<typeof statusSchema>;

export const system = {
  ping: procedure.input(z.object({})).output(z.object({ ok: z.literal(true) })),
  getStatus: procedure.input(z.object({ asOf: daySchema.optional() })).output(statusSchema),
};
