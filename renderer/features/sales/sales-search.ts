/** What the Sales screen shows, kept in the address. */
import { SALES_WINDOWS } from '@shared/contract/data-filter';
import { conditionSchema, daySchema } from '@shared/contract/primitives';
import { z } from 'zod';

export const SALES_VIEWS = ['figures', 'deals', 'spread', 'mix', 'seasons', 'lost'] as const;

export const salesSearchSchema = z.object({
  condition: conditionSchema.optional().catch(undefined),
  view: z.enum(SALES_VIEWS).optional().catch(undefined),
  /** Days between which the deals behind a figure lie. */
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  windowDays: z.coerce
    .number()
    .refine((days) => SALES_WINDOWS.some((known) => known === days))
    .optional()
    .catch(undefined),
});

export type SalesSearch = z.infer<typeof salesSearchSchema>;
