import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { listAutomaticBackups } from '@engine/backup/automatic-backups';
import { openBackup } from '@engine/backup/backup-file';
import { createBackup } from '@engine/backup/create-backup';
import { backUpIfDue } from '@engine/backup/daily-backup';
import { findGoodBackup } from '@engine/backup/find-good-backup';
import { restoreBackup } from '@engine/backup/restore-backup';
import type { Engine } from '@engine/engine';
import { RandomSource } from '@engine/sample/random-source';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { clientOf, importInto, startTestEngine } from '../helpers/safety/test-engine';
import { writeSmallInventory } from '../helpers/small-files';

const PASSPHRASE = 'three quiet trucks';
const NOW = new Date('2026-11-23T08:00:00Z');

let folder: string;
let engine: Engine;
let plain: string;
let encrypted: string;

beforeAll(async () => {
  folder = makeQuickFolder('doso-backup-');
  engine = await startTestEngine(path.join(folder, 'data'), () => NOW);
  await importInto(engine, [writeSmallInventory(folder, 50)], 'HARBOR');
  plain = path.join(folder, 'plain.dosobackup');
  encrypted = path.join(folder, 'encrypted.dosobackup');
  expect((await backUp({ path: plain })).error).toBeNull();
  expect((await backUp({ path: encrypted, passphrase: PASSPHRASE })).error).toBeNull();
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function backUp(input: { path: string; passphrase?: string }) {
  const { jobId } = await clientOf(engine).backups.start(input);
  return engine.context.jobs.wait(jobId);
}

describe('a backup', () => {
  it('tells what is in it without being restored', async () => {
    const preview = await clientOf(engine).backups.preview({ path: plain });
    expect(preview).toMatchObject({
      isEncrypted: false,
      content: { reason: 'manual', createdAt: NOW.toISOString(), stores: [{ code: 'HARBOR' }] },
    });
    expect(preview.content.rows).toMatchObject({ stock_episode: 50, import_batch: 1, sale: 0 });
  });

  it('taken while an import runs restores to the state before or after it, never to one between', async () => {
    const units = 4000;
    const { imports, jobs } = clientOf(engine);
    const paths = [writeSmallInventory(folder, units)];
    const { jobId } = await imports.start({ paths, options: { storeCode: 'RIVER', coverage: 'full' } });
    while (((await jobs.get({ jobId })).progress ?? 0) < 0.1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const during = path.join(folder, 'during.dosobackup');
    await createBackup(engine.context, { file: during, reason: 'manual' });
    expect((await engine.context.jobs.wait(jobId)).state).toBe('done');
    const after = path.join(folder, 'after.dosobackup');
    await backUp({ path: after });
    expect([0, units]).toContain(await unitsAfterRestore(during, 'RIVER'));
    expect(await unitsAfterRestore(after, 'RIVER')).toBe(units);
  });

  it('is the state between two of many commits made meanwhile, of rows written, changed, removed and cut', async () => {
    const { database, db } = engine.context;
    await sql`create table ledger (id int primary key, cents int not null, text text)`.execute(db);
    await sql`insert into ledger select n, 1000, repeat('x', 700) from generate_series(1, 4000) n`.execute(
      db,
    );
    await sql`create table note (id int primary key)`.execute(db);
    let committed = 0;
    let isOver = false;
    // Each commit moves money, so that the sum of a state between two commits is always the same.
    const working = (async () => {
      while (!isOver) {
        const next = committed + 1;
        await db.transaction().execute(async (transaction) => {
          await sql`update ledger set cents = cents + case when id % 2 = 0 then ${next}::int else -${next}::int end
            where id > ${(next * 97) % 3000}::int and id <= ${((next * 97) % 3000) + 500}::int`.execute(
            transaction,
          );
          await sql`insert into note values (${next})`.execute(transaction);
          await sql`create table made_${sql.raw(String(next))} as select ${next}::int as n`.execute(
            transaction,
          );
          if (next > 1) await sql`drop table made_${sql.raw(String(next - 1))}`.execute(transaction);
        });
        committed = next;
        if (next % 5 === 0) await database.runAlone('vacuum ledger');
        // Statements answer without a turn of the event loop, and files are copied in such turns.
        await new Promise(setImmediate);
      }
    })();
    const file = path.join(folder, 'ledger.dosobackup');
    const before = committed;
    let after = 0;
    const { manifest } = await createBackup(engine.context, {
      file,
      reason: 'manual',
      onProgress: (progress) => {
        if (progress === 0) return;
        if (!isOver) after = committed;
        isOver = true;
      },
    });
    await working;
    expect(manifest.tables.filter(({ name }) => name.startsWith('made_'))).toHaveLength(1);
    await withRestored(file, async (restored) => {
      const { rows } = await sql<{ notes: number; last: number; cents: number; made: number }>`
        select (select count(*)::int from note) as notes, (select max(id) from note) as last,
          (select sum(cents)::int from ledger) as cents,
          (select split_part(relname, '_', 2)::int from pg_class where relname like 'made\_%') as made`.execute(
        restored.context.db,
      );
      const [state] = rows;
      expect(state?.cents).toBe(4000 * 1000);
      expect(state?.notes).toBe(state?.last);
      expect(state?.made).toBe(state?.last);
      expect(state?.last).toBeGreaterThan(before);
      expect(state?.last).toBeLessThanOrEqual(after);
    });
    for (const name of ['ledger', 'note', `made_${committed}`])
      await sql`drop table ${sql.raw(name)}`.execute(db);
  });

  it('leaves nothing of its work behind', () => {
    const names = readdirSync(engine.context.dataDirectory);
    expect(names.filter((name) => name.startsWith('backup-work'))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is not written over a good one when it cannot be written', async () => {
    const job = await backUp({ path: path.join(folder, 'no such folder', 'x.dosobackup') });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'FILE_NOT_WRITTEN' } });
    expect(existsSync(path.join(folder, 'no such folder'))).toBe(false);
  });

  it('is made once a day of use, and not for an empty database', async () => {
    const { context } = engine;
    expect(await backUpIfDue(context)).toBe(true);
    expect(await backUpIfDue(context)).toBe(false);
    expect(await backUpIfDue({ ...context, now: () => new Date('2026-11-24T08:00:00Z') })).toBe(true);
    const listed = await clientOf(engine).backups.list({});
    expect(listed.map(({ reason }) => reason)).toEqual(['daily', 'daily']);

    const empty = await startTestEngine(path.join(folder, 'empty'));
    expect(await backUpIfDue(empty.context)).toBe(false);
    await empty.close();
  });
});

describe('a backup file that is not what was written', () => {
  it('is refused, whichever byte was flipped', async () => {
    const chance = new RandomSource(99);
    const bytes = readFileSync(plain);
    const places = [0, 9, 20, 60, 120, bytes.length - 1, bytes.length - 20];
    for (let n = 0; n < 60; n++) places.push(chance.integer(0, bytes.length - 1));
    for (const place of places) expect(await readFlipped(bytes, place), `byte ${place}`).toBe('FILE_REFUSED');
  });

  it('is refused when it is encrypted, too', async () => {
    const chance = new RandomSource(100);
    const bytes = readFileSync(encrypted);
    const places = [70, 250, bytes.length - 1];
    for (let n = 0; n < 5; n++) places.push(chance.integer(0, bytes.length - 1));
    for (const place of places)
      expect(await readFlipped(bytes, place, PASSPHRASE), `byte ${place}`).toBe('FILE_REFUSED');
  });

  it('is refused when its end is missing, also at the border of a frame', async () => {
    const bytes = readFileSync(plain);
    const endFrame = 4 + 1 + 16;
    for (const length of [bytes.length - 1, bytes.length - endFrame, 1000, 20, 3, 0]) {
      const file = path.join(folder, 'short.dosobackup');
      writeFileSync(file, bytes.subarray(0, length));
      expect(await readAll(file), `${length} bytes`).toBe('FILE_REFUSED');
    }
  });

  async function readFlipped(bytes: Buffer, place: number, passphrase?: string): Promise<string> {
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ 0x10;
    const file = path.join(folder, 'flipped.dosobackup');
    writeFileSync(file, flipped);
    return readAll(file, passphrase);
  }
});

describe('an encrypted backup', () => {
  it('opens with its passphrase and shows nothing without', async () => {
    expect(await readAll(encrypted, PASSPHRASE)).toBe('whole');
    expect(readFileSync(encrypted).includes('HARBOR')).toBe(false);
    expect(readFileSync(plain).includes('HARBOR')).toBe(true);
  });

  it('refuses a wrong passphrase at once, before it looks at what is behind the header', async () => {
    const file = path.join(folder, 'header-only.dosobackup');
    writeFileSync(file, readFileSync(encrypted));
    truncateSync(file, 600);
    for (const passphrase of ['three quiet truck', '', undefined])
      await expect(openBackup(file, passphrase)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is not made with a passphrase that is too short', async () => {
    const file = path.join(folder, 'weak.dosobackup');
    expect(await backUp({ path: file, passphrase: 'short' })).toMatchObject({ error: { code: 'BAD_INPUT' } });
    expect(existsSync(file)).toBe(false);
  });
});

describe('automatic backups with a passphrase', () => {
  it('are made while nobody is there to state it, list without it, and open with it on another computer', async () => {
    const dataDirectory = path.join(folder, 'automatic');
    let store = await startTestEngine(dataDirectory, () => NOW);
    await importInto(store, [writeSmallInventory(folder, 9)], 'SECRET');
    await expect(clientOf(store).backups.setPassphrase({ passphrase: 'short' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await clientOf(store).backups.getState({})).toMatchObject({ isEncrypted: false });
    expect(await clientOf(store).backups.setPassphrase({ passphrase: PASSPHRASE })).toMatchObject({
      isEncrypted: true,
    });
    await store.close();
    // A later start knows whom to encrypt for, and not the passphrase.
    store = await startTestEngine(dataDirectory, () => NOW);
    expect(await backUpIfDue(store.context)).toBe(true);
    const [made] = await clientOf(store).backups.list({});
    expect(made).toMatchObject({
      isEncrypted: true,
      reason: 'daily',
      createdAt: NOW.toISOString(),
      content: null,
    });
    await store.close();
    const file = made?.file ?? '';
    expect(readFileSync(file).includes('SECRET')).toBe(false);
    expect(
      readdirSync(dataDirectory).some((name) => readsAs(path.join(dataDirectory, name), PASSPHRASE)),
    ).toBe(false);
    expect(await readAll(file)).toBe('BAD_INPUT');
    expect(await readAll(file, 'three loud trucks')).toBe('BAD_INPUT');
    expect(await unitsAfterRestore(file, 'SECRET', PASSPHRASE)).toBe(9);
  });

  it('are offered where the database does not open, but not one that was cut short', async () => {
    const dataDirectory = path.join(folder, 'automatic');
    const [good] = listAutomaticBackups(dataDirectory);
    const cut = (good?.file ?? '').replace('2026-11-23', '2026-11-24');
    writeFileSync(cut, readFileSync(good?.file ?? '').subarray(0, -30));
    expect(await findGoodBackup(dataDirectory)).toEqual({ ...good, isEncrypted: true });
  });
});

function readsAs(file: string, text: string): boolean {
  return statSync(file).isFile() && readFileSync(file).includes(text);
}

async function readAll(file: string, passphrase?: string): Promise<string> {
  try {
    const { data } = await openBackup(file, passphrase);
    for await (const _ of data());
    return 'whole';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

async function unitsAfterRestore(file: string, storeCode: string, passphrase?: string): Promise<number> {
  return withRestored(
    file,
    async ({ context }) => {
      const units = await context.db
        .selectFrom('stockEpisode')
        .innerJoin('store', 'store.id', 'stockEpisode.storeId')
        .select('stockEpisode.id')
        .where('store.code', '=', storeCode)
        .execute();
      return units.length;
    },
    passphrase,
  );
}

async function withRestored<T>(
  file: string,
  look: (restored: Engine) => Promise<T>,
  passphrase?: string,
): Promise<T> {
  const dataDirectory = mkdtempSync(path.join(folder, 'restored-'));
  await restoreBackup({
    file,
    dataDirectory,
    program: 'a test',
    now: () => NOW,
    ...(passphrase && { passphrase }),
  });
  const restored = await startTestEngine(dataDirectory, () => NOW);
  try {
    return await look(restored);
  } finally {
    await restored.close();
  }
}
