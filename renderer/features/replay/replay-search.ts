import { z } from 'zod';

/** Which saved replay is shown; the newest when absent. */
export const replaySearchSchema = z.object({ id: z.string().optional().catch(undefined) });
