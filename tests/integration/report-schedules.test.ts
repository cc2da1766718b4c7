/** Reports that are written by themselves: when they are due, what a failure leads to, and that each is whole. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineContext } from '@engine/engine-context';
import {
  listDue,
  listSchedules,
  readSchedule,
  removeSchedule,
  saveSchedule,
} from '@engine/reporting/schedules/schedules';
import { runDue } from '@engine/reporting/schedules/watch-schedules';
import { type ScheduleInput, scheduleInputSchema } from '@shared/contract/reports';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

describe('scheduled reports', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let folder: string;
  let now = new Date(2026, 6, 1, 12, 0);

  beforeAll(async () => {
    test = await openTestDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'doso-schedule-'));
    context = engineContext(test.database, { ...test, workerDirectory: '' }, () => now);
    const store = await addHandMadeStore(context.db, 'HAND');
    const stay = { stockNumber: 'OLD', receivedOn: '2026-01-01', costCents: 3_123_457 };
    await store.addSnapshot('2026-06-30', await store.addStay(stay), 'available', null);
  });
  afterAll(async () => {
    await context.jobs.stop();
    await test.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const add = (changed: Partial<ScheduleInput>) => {
    const given = { report: {}, format: 'csv', table: 'stock', folder, cadence: 'daily', minuteOfDay: 780 };
    return saveSchedule(context.db, undefined, scheduleInputSchema.parse({ ...given, ...changed }), now);
  };

  it('writes at its time, once, and names the next', async () => {
    const { id, dueAt } = await add({});
    expect(dueAt && new Date(dueAt)).toEqual(new Date(2026, 6, 1, 13, 0));
    expect(await runDue(context)).toEqual([]);
    now = new Date(2026, 6, 1, 13, 1);
    const [job] = await runDue(context);
    expect(job).toMatchObject({ state: 'done' });
    expect(await runDue(context)).toEqual([]);
    const after = await readSchedule(context.db, id);
    expect(path.basename(after.lastPath ?? '')).toBe('DOSO Store HAND stock 2026-06-30.csv');
    expect(existsSync(after.lastPath ?? '')).toBe(true);
    expect(after.dueAt && new Date(after.dueAt)).toEqual(new Date(2026, 6, 2, 13, 0));
    await removeSchedule(context.db, id);
  });

  it('follows an import, and not one that was there before', async () => {
    const { id } = await add({ cadence: 'after_import' });
    expect(await listDue(context.db, now)).toEqual([]);
    await sql`insert into import_batch (file_name, file_hash, kind, format, store_ids, as_of, as_of_source, coverage, counts, changes, columns)
      select 'next.csv', 'next', kind, format, store_ids, as_of, as_of_source, coverage, counts, changes, columns from import_batch limit 1`.execute(
      context.db,
    );
    expect((await listDue(context.db, now)).map((schedule) => schedule.id)).toEqual([id]);
    expect((await runDue(context)).map(({ state }) => state)).toEqual(['done']);
    expect(await listDue(context.db, now)).toEqual([]);
    await removeSchedule(context.db, id);
  });

  it('says why it failed, tries again later, and is well once the folder is back', async () => {
    const away = path.join(folder, 'share');
    const { id } = await add({ folder: away, cadence: 'after_import' });
    await sql`update report_schedule set seen_batch_id = 0 where id = ${Number(id)}`.execute(context.db);
    expect((await runDue(context)).map(({ state }) => state)).toEqual(['failed']);
    const failed = await readSchedule(context.db, id);
    expect(failed).toMatchObject({ failures: 1, lastError: `The folder ${away} is not there.` });
    expect(failed.dueAt).toBe(new Date(now.getTime() + 5 * 60_000).toISOString());
    expect(await runDue(context)).toEqual([]);
    now = new Date(now.getTime() + 6 * 60_000);
    mkdirSync(away);
    expect((await runDue(context)).map(({ state }) => state)).toEqual(['done']);
    expect(await readSchedule(context.db, id)).toMatchObject({ failures: 0, lastError: null, dueAt: null });
    expect(readdirSync(away).filter((name) => name.endsWith('.part'))).toEqual([]);
    await removeSchedule(context.db, id);
  });

  it('rests while it is off, and refuses what cannot be', async () => {
    const { id } = await add({ isOn: false });
    now = new Date(now.getTime() + 3 * 24 * 60 * 60_000);
    expect(await runDue(context)).toEqual([]);
    expect(await listSchedules(context.db)).toHaveLength(1);
    await expect(add({ folder: 'reports' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(readSchedule(context.db, '999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await removeSchedule(context.db, id)).toEqual([]);
  });
});
