import { listNotifications, markRead } from '../workspace/notification-store';
import { implementer } from './implementer';

export const notifications = {
  list: implementer.notifications.list.handler(({ context, input }) =>
    listNotifications(context.db, input.limit),
  ),
  markRead: implementer.notifications.markRead.handler(({ context, input }) =>
    markRead(context.db, input.ids, context.now()),
  ),
};
