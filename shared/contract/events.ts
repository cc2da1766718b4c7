import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './base';
import { jobSchema } from './jobs';
import { notificationSchema } from './notifications';

/** What the engine pushes. `dataChanged` names the areas whose figures a screen should ask for again. */
export const engineEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: jobSchema }),
  /** Something the user should know that no call of theirs would tell. */
  z.object({ type: z.literal('warning'), title: z.string(), detail: z.string() }),
  /** News of the store's own work. */
  z.object({ type: z.literal('notification'), notification: notificationSchema }),
  /** The lock in front of the figures was shut or opened. */
  z.object({ type: z.literal('lock'), isLocked: z.boolean() }),
  z.object({
    type: z.literal('dataChanged'),
    areas: z.array(
      z.enum([
        'stores',
        'imports',
        'inventory',
        'sales',
        'market',
        'forecast',
        'plan',
        'learning',
        'replay',
        'reports',
      ]),
    ),
  }),
]);

export type EngineEvent = z.infer<typeof engineEventSchema>;

export const events = {
  subscribe: procedure.input(z.object({})).output(eventIterator(engineEventSchema)),
};
