import { outcomeStateSchema } from '@shared/contract/feedback';
import { z } from 'zod';

/** The list's filter and page, in the address so that back and links carry them. */
export const feedbackSearchSchema = z.object({
  state: outcomeStateSchema.optional().catch(undefined),
  page: z.int().min(0).optional().catch(undefined),
});
export type FeedbackSearch = z.infer<typeof feedbackSearchSchema>;
