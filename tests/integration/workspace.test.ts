/** What a user keeps of the window, and the news that the store's work makes. */
import type { EngineContext } from '@engine/engine-context';
import { resolveScope } from '@engine/stores/resolve-scope';
import { addNews, listNotifications, markRead } from '@engine/workspace/notification-store';
import { listViews, removeView, saveView, setDefaultView } from '@engine/workspace/saved-views';
import { readLayout, saveLayout } from '@engine/workspace/screen-layouts';
import { newsDay, readStoreNews } from '@engine/workspace/store-news';
import { tellByClock } from '@engine/workspace/tell-by-clock';
import { newsOfJob } from '@engine/workspace/tell-news';
import type { EngineEvent } from '@shared/contract/events';
import type { Job } from '@shared/contract/jobs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { silentLogger } from '../helpers/safety/test-engine';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const view = {
  name: 'Old trucks',
  screen: '/inventory',
  search: { model: 'F-150', minAgeDays: 61 },
  isDefault: false,
};

describe('the workspace', () => {
  let test: TestDatabase;
  let store: HandMadeStore;
  beforeAll(async () => {
    test = await openTestDatabase();
    store = await addHandMadeStore(test.database.db, 'NEWS', { agedDaysNew: 90, agedDaysUsed: 60 });
  });
  afterAll(() => test.dispose());

  it('keeps each user their own views, replaced by name', async () => {
    const { db } = test.database;
    await saveView(db, 'ann', view);
    const [saved] = await saveView(db, 'ann', { ...view, search: { condition: 'used' } });
    expect(saved).toMatchObject({ name: 'Old trucks', search: { condition: 'used' } });
    expect(await listViews(db, 'ann')).toHaveLength(1);
    expect(await listViews(db, 'ben')).toEqual([]);
    await expect(removeView(db, 'ben', saved?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has one default at most, and keeps it when the new one is not there', async () => {
    const { db } = test.database;
    const views = await saveView(db, 'ann', { ...view, name: 'Second', isDefault: true });
    const first = views.find(({ name }) => name === 'Old trucks');
    const defaults = (await setDefaultView(db, 'ann', first?.id ?? '')).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ name }) => name)).toEqual(['Old trucks']);
    await expect(setDefaultView(db, 'ann', '999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listViews(db, 'ann')).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect((await setDefaultView(db, 'ann', null)).some(({ isDefault }) => isDefault)).toBe(false);
  });

  it('keeps a layout until the user goes back to the standard one', async () => {
    const { db } = test.database;
    const cards = [{ id: 'units', columns: 4, rows: 1 }];
    await saveLayout(db, 'ann', 'overview', cards);
    expect(await readLayout(db, 'ann', 'overview')).toEqual(cards);
    expect(await readLayout(db, 'ben', 'overview')).toBeNull();
    await saveLayout(db, 'ann', 'overview', null);
    expect(await readLayout(db, 'ann', 'overview')).toBeNull();
  });

  it('tells of units that are about to age and of an allocation that closes', async () => {
    const { db } = test.database;
    // On the data date 84 and 90 days old: within a week of passing 90. 83 and 91 are not.
    const ages = ['2026-04-07', '2026-04-01', '2026-04-08', '2026-03-31'];
    const ids: number[] = [];
    for (const receivedOn of ages) ids.push(await store.addStay({ receivedOn, costCents: 1_000_000 }));
    await store.addSnapshot(AS_OF, ids[0] ?? 0, 'available', null);
    await db
      .insertInto('allocation')
      .values({
        ...{ storeId: store.storeId, cycle: '2026-07', cycleStart: '2026-06-15', cycleEnd: '2026-07-03' },
        ...{ make: 'Ford', allocationGroup: 'Trucks', models: ['F-150'], units: 5 },
        ...{ rowHash: '', batchId: store.batchId },
      })
      .execute();
    const news = await readStoreNews(db, await resolveScope(db, { storeCode: 'NEWS', asOf: AS_OF }), AS_OF);
    expect(news.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
      '2 new units pass 90 days within a week: $20,000 at cost, Store NEWS, as of Jun 30, 2026.',
      'Allocation 2026-07 closes in 3 days: 5 units are allocated until Jul 3, 2026. Sign the order plan off before.',
    ]);
    expect(news[0]?.target.search).toEqual({
      condition: 'new',
      status: 'available',
      minAgeDays: 84,
      maxAgeDays: 90,
    });
  });

  it('tells by the calendar what the next days bring, each unit once', async () => {
    const { db } = test.database;
    const told: string[] = [];
    const tellOn = async (instant: string) => {
      const scope = await resolveScope(db, { storeCode: 'NEWS' });
      const day = newsDay(scope, new Date(instant));
      for (const news of await readStoreNews(db, scope, day))
        if (await addNews(db, news, new Date(instant))) told.push(`${day}: ${news.title}`);
    };
    // 23:00 of June 30 in the store's zone; then noon of the next days, July 2 twice.
    await tellOn('2026-07-01T03:00:00Z');
    for (const day of ['01', '02', '02', '03', '04']) await tellOn(`2026-07-${day}T16:00:00Z`);
    // The unit of 83 days comes within a week of 90 on July 1; no other does after it.
    expect(told).toEqual([
      '2026-06-30: 2 new units pass 90 days within a week',
      '2026-06-30: Allocation 2026-07 closes in 3 days',
      '2026-07-01: 1 new unit passes 90 days within a week',
      '2026-07-03: Allocation 2026-07 closes today',
    ]);
    const { notifications } = await listNotifications(db, 10);
    const later = notifications.find(({ title }) => title.startsWith('1 new unit'));
    expect(later?.detail).toContain('as of Jun 30, 2026, counted on to Jul 1, 2026.');
    // The unit is 83 days old on the data date, which is what the grid shows.
    expect(later?.target.search).toMatchObject({ minAgeDays: 83, maxAgeDays: 83 });
  });

  it('looks by itself: soon after the start, and while the app stays open', async () => {
    const { db } = test.database;
    const clock = await addHandMadeStore(db, 'CLOCK', { agedDaysNew: 90 });
    // 83 and 82 days old on the data date: within a week of 90 on July 1 and 2.
    for (const receivedOn of ['2026-04-08', '2026-04-09'])
      await clock.addSnapshot(AS_OF, await clock.addStay({ receivedOn }), 'available', null);
    let now = new Date('2026-07-01T16:00:00Z');
    const told: string[] = [];
    const publish = (event: EngineEvent) => {
      if (event.type === 'notification' && event.notification.target.storeCode === 'CLOCK')
        told.push(event.notification.detail.slice(-12));
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      const context = { db, events: { publish }, now: () => now, logger: silentLogger };
      const end = tellByClock(context as unknown as EngineContext);
      vi.advanceTimersByTime(20_000);
      while (told.length === 0) await new Promise(setImmediate);
      now = new Date('2026-07-02T16:00:00Z');
      vi.advanceTimersByTime(10 * 60_000);
      await end();
    } finally {
      vi.useRealTimers();
    }
    expect(told).toEqual(['Jul 1, 2026.', 'Jul 2, 2026.']);
  });

  it('counts no stock on that is older than two weeks, nor a sample', async () => {
    const { db } = test.database;
    const scope = await resolveScope(db, { storeCode: 'NEWS' });
    expect(newsDay(scope, new Date('2026-07-14T16:00:00Z'))).toBe('2026-07-14');
    expect(newsDay(scope, new Date('2026-07-15T16:00:00Z'))).toBe(AS_OF);
    const sample = { ...scope, store: { ...scope.store, isSample: true } };
    expect(newsDay(sample, new Date('2026-07-02T16:00:00Z'))).toBe(AS_OF);
  });

  it('tells a fact once, and keeps it until it is read', async () => {
    const { db } = test.database;
    const now = new Date('2026-07-01T08:00:00Z');
    const news = newsOfJob({ ...job, state: 'done' });
    if (!news) throw new Error('no news');
    expect(await addNews(db, news, now)).toMatchObject({ title: 'Forecast ready', isRead: false });
    expect(await addNews(db, news, now)).toBeNull();
    const listed = await listNotifications(db, 10);
    expect(listed.notifications[0]).toMatchObject({ kind: 'forecast', isRead: false });
    expect(await markRead(db, ['0'], now)).toEqual({ unread: listed.unread });
    expect(await markRead(db, undefined, now)).toEqual({ unread: 0 });
  });

  it('speaks up when work fails that nobody watched, not when it was cancelled', () => {
    const error = { code: 'DISK_FULL' as const, message: 'No room.', nextStep: 'Free some space.' };
    expect(newsOfJob({ ...job, kind: 'backup', state: 'failed', error })).toMatchObject({
      kind: 'trouble',
      detail: 'No room. Free some space.',
    });
    expect(newsOfJob({ ...job, state: 'cancelled' })).toBeNull();
    expect(newsOfJob({ ...job, kind: 'plan', state: 'done' })).toBeNull();
  });
});

const job: Job = {
  ...{ id: 'j1', kind: 'forecast', title: 'Forecast demand', state: 'running', progress: null, message: '' },
  ...{ startedAt: '2026-07-01T07:00:00.000Z', endedAt: null, result: null, error: null },
};
