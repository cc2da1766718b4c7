/** What the Order plan screen shows, kept in the address. */
import { z } from 'zod';

export const orderPlanSearchSchema = z.object({
  tab: z.enum(['plan', 'limits', 'map']).optional().catch(undefined),
  show: z.enum(['all', 'open', 'decided']).optional().catch(undefined),
});

export type OrderPlanSearch = z.infer<typeof orderPlanSearchSchema>;
