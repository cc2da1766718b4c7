/** What the Forecast screen shows, kept in the address. */
import { grainSchema, levelSchema } from '@shared/contract/primitives';
import { z } from 'zod';

export const forecastSearchSchema = z.object({
  grain: grainSchema.optional().catch(undefined),
  level: levelSchema.optional().catch(undefined),
  series: z.coerce.string().min(1).optional().catch(undefined),
});

export type ForecastSearch = z.infer<typeof forecastSearchSchema>;
