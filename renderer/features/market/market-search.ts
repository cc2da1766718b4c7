/** What the Market screen shows, kept in the address. */
import { z } from 'zod';

export const MARKET_VIEWS = ['share', 'buyers', 'prices'] as const;
export const AREA_LEVELS = ['zip', 'zip3', 'state'] as const;

export const marketSearchSchema = z.object({
  view: z.enum(MARKET_VIEWS).optional().catch(undefined),
  segment: z.coerce.string().min(1).max(100).optional().catch(undefined),
  level: z.enum(AREA_LEVELS).optional().catch(undefined),
  /** The area whose preferences are shown. */
  area: z.coerce.string().min(2).max(5).optional().catch(undefined),
});

export type MarketSearch = z.infer<typeof marketSearchSchema>;
