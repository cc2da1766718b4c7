/** What the Forecast screen shows, kept in the address. */
import { conditionSchema, grainSchema, levelSchema } from '@shared/contract/primitives';
import { z } from 'zod';

export const forecastTabSchema = z.enum(['forecast', 'why', 'methods', 'outcomes', 'adjust']);
export type ForecastTab = z.infer<typeof forecastTabSchema>;

export const forecastSearchSchema = z.object({
  view: z.enum(['series', 'accuracy']).optional().catch(undefined),
  grain: grainSchema.optional().catch(undefined),
  condition: conditionSchema.optional().catch(undefined),
  level: levelSchema.optional().catch(undefined),
  series: z.coerce.string().min(1).optional().catch(undefined),
  /** Only series below this one are listed. */
  under: z.coerce.string().min(1).optional().catch(undefined),
  tab: forecastTabSchema.optional().catch(undefined),
});

export type ForecastSearch = z.infer<typeof forecastSearchSchema>;
