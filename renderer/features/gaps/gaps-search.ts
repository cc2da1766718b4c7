/** What the Gaps screen shows, kept in the address. */
import { z } from 'zod';

export const gapsSearchSchema = z.object({
  level: z.enum(['model', 'trim']).optional().catch(undefined),
});
