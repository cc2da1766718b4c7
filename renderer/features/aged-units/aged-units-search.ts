/** What the Aged units screen shows, kept in the address. */
import { z } from 'zod';

export const agedUnitsSearchSchema = z.object({
  show: z.enum(['stake', 'due']).optional().catch(undefined),
});
