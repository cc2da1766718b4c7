/** What a user keeps of the window, and the news that the store's work makes. */
import { resolveScope } from '@engine/stores/resolve-scope';
import { addNews, listNotifications, markRead } from '@engine/workspace/notification-store';
import { listViews, removeView, saveView, setDefaultView } from '@engine/workspace/saved-views';
import { readLayout, saveLayout } from '@engine/workspace/screen-layouts';
import { readStoreNews } from '@engine/workspace/store-news';
import { newsOfJob } from '@engine/workspace/tell-news';
import type { Job } from '@shared/contract/jobs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
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
    const news = await readStoreNews(db, await resolveScope(db, { storeCode: 'NEWS', asOf: AS_OF }));
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

  it('tells a fact once, and keeps it until it is read', async () => {
    const { db } = test.database;
    const now = new Date('2026-07-01T08:00:00Z');
    const news = newsOfJob({ ...job, state: 'done' });
    if (!news) throw new Error('no news');
    expect(await addNews(db, news, now)).toMatchObject({ title: 'Forecast ready', isRead: false });
    expect(await addNews(db, news, now)).toBeNull();
    const listed = await listNotifications(db, 10);
    expect(listed).toMatchObject({ unread: 1, notifications: [{ kind: 'forecast' }] });
    expect(await markRead(db, ['0'], now)).toEqual({ unread: 1 });
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
