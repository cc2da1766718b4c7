/** News of the store's own work: each fact is told once, kept until it is read, and leads to its screen. */
import { z } from 'zod';
import { procedure } from './base';
import { instantSchema } from './primitives';

export const notificationKindSchema = z.enum(['import', 'forecast', 'aging', 'allocation', 'trouble']);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

export const notificationSchema = z.object({
  id: z.string(),
  kind: notificationKindSchema,
  title: z.string(),
  detail: z.string(),
  target: z.object({
    screen: z.string(),
    storeCode: z.string().nullable(),
    search: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  createdAt: instantSchema,
  isRead: z.boolean(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notifications = {
  /** The newest first. */
  list: procedure
    .input(z.object({ limit: z.int().min(1).max(100).default(30) }))
    .output(z.object({ unread: z.int(), notifications: z.array(notificationSchema) })),
  /** Every one when no ids are given. */
  markRead: procedure
    .input(z.object({ ids: z.array(z.string()).optional() }))
    .output(z.object({ unread: z.int() })),
};
