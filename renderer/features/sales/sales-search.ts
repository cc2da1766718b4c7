/** What the Sales screen shows, kept in the address. */
import { conditionSchema } from '@shared/contract/primitives';
import { z } from 'zod';

export const SALES_WINDOWS = [30, 45, 90, 180, 365] as const;

export const salesSearchSchema = z.object({
  condition: conditionSchema.optional().catch(undefined),
  windowDays: z.coerce
    .number()
    .refine((days) => SALES_WINDOWS.some((known) => known === days))
    .optional()
    .catch(undefined),
});

export type SalesSearch = z.infer<typeof salesSearchSchema>;
