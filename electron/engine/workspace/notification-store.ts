/** News as kept: a fact that was told is not told again, and what is old makes room. */
import type { Notification, NotificationKind } from '@shared/contract/notifications';
import type { Db } from '../database/database';

const KEPT = 200;

export type News = {
  storeId: number | null;
  kind: NotificationKind;
  /** Names the fact: the same key is never told twice. */
  factKey: string;
  title: string;
  detail: string;
  target: Notification['target'];
};

/** The notification, or null when this fact was told before. */
export async function addNews(db: Db, news: News, now: Date): Promise<Notification | null> {
  const row = await db
    .insertInto('notification')
    .values({ ...news, target: JSON.stringify(news.target), createdAt: now.toISOString() })
    .onConflict((conflict) => conflict.column('factKey').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  await db
    .deleteFrom('notification')
    .where('id', '<=', row.id - KEPT)
    .execute();
  return toNotification(row);
}

export async function listNotifications(
  db: Db,
  limit: number,
): Promise<{ unread: number; notifications: Notification[] }> {
  const rows = await db.selectFrom('notification').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return { unread: await countUnread(db), notifications: rows.map(toNotification) };
}

export async function markRead(
  db: Db,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<{ unread: number }> {
  let update = db.updateTable('notification').set({ readAt: now.toISOString() }).where('readAt', 'is', null);
  if (ids) update = update.where('id', 'in', [0, ...ids.map(Number)]);
  await update.execute();
  return { unread: await countUnread(db) };
}

async function countUnread(db: Db): Promise<number> {
  const { unread } = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

type Row = {
  id: number;
  kind: string;
  title: string;
  detail: string;
  target: unknown;
  createdAt: string;
  readAt: string | null;
};

function toNotification({ id, kind, title, detail, target, createdAt, readAt }: Row): Notification {
  return {
    id: String(id),
    kind: kind as NotificationKind,
    title,
    detail,
    target: target as Notification['target'],
    createdAt: new Date(createdAt).toISOString(),
    isRead: readAt !== null,
  };
}
