/** The working behind a forecast: why this number. */
import { z } from 'zod';
import { periodSchema } from './primitives';

/**
 * What the sum over the horizon consists of, in units; the parts add up to it. `recent_sales` is the pace of the last
 * year's sales, the others what moved it.
 */
export const forecastPartSchema = z.enum([
  'recent_sales',
  'stock_outs',
  'season',
  'model',
  'running_period',
  'run_out',
  'levels_adding_up',
]);

export const forecastDetailsSchema = z.object({
  season: z.object({
    /** Whose season was used. */
    basis: z.enum(['store', 'own', 'none']),
    /** Back-test error with the store's season over that with the series' own, over all series of the level. */
    errorRatio: z.number().nullable(),
  }),
  /** demand = level x season x rest, in history; mean = level x season, ahead (rest null). */
  decomposition: z.array(
    z.object({ period: periodSchema, level: z.number(), season: z.number(), rest: z.number().nullable() }),
  ),
  parts: z.array(z.object({ part: forecastPartSchema, units: z.number() })),
  /** Last period of the history that its methods were chosen on; null where nothing was chosen by test. */
  chosenThrough: periodSchema.nullable(),
  outliers: z.array(z.object({ period: periodSchema, units: z.number(), expected: z.number() })),
  /** Share of days with a unit on the ground over the last year; null where days in stock are not known. */
  inStockShare: z.number().nullable(),
  /** Units that days without stock added to the demand of the last year. */
  stockOutUnits: z.number(),
  /** Trims whose history this one goes on with. */
  predecessors: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type ForecastDetails = z.infer<typeof forecastDetailsSchema>;
export type ForecastPart = z.infer<typeof forecastPartSchema>;
