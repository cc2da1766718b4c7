/** Which trim took over from which, so that a new name goes on with the old one's history. */
import { z } from 'zod';

const trimNameSchema = z.object({ make: z.string(), model: z.string(), trim: z.string().nullable() });

export const successionDecisionSchema = z.object({
  from: trimNameSchema,
  to: trimNameSchema,
  /** `automatic` takes back what the user said. */
  decision: z.enum(['confirmed', 'rejected', 'automatic']),
});

export const successionSchema = z.object({
  from: trimNameSchema,
  to: trimNameSchema,
  /** `found`: by likeness and timing; the others by the user. */
  state: z.enum(['found', 'confirmed', 'rejected']),
  reason: z.string(),
});
export type TrimSuccession = z.infer<typeof successionSchema>;
