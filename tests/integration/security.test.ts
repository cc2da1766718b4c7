/** What is encrypted on the disk, who can read it, and what a shut lock keeps back. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBackup } from '@engine/backup/create-backup';
import { restoreBackup } from '@engine/backup/restore-backup';
import type { Engine } from '@engine/engine';
import { AppLock } from '@engine/security/app-lock';
import { SecretBox } from '@engine/security/secret-box';
import { writeDataKeyFile } from '@engine/transport/data-key-file';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doso } from '../helpers/command-line';
import { expectCleanOutput } from '../helpers/safety/clean-logs';
import { clientOf, importInto, startTestEngine } from '../helpers/safety/test-engine';
import { vinOf } from '../helpers/small-files';

/** Digits that nothing else in a database has. */
const ZIP = '73917';
const PASSPHRASE = 'four words said softly';

let folder: string;
let dataDirectory: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doso-security-'));
  dataDirectory = path.join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('customer ZIP codes', () => {
  it('are in no file of the database readable, and are read by whoever has the key', async () => {
    const engine = await startTestEngine(dataDirectory);
    await importInto(engine, [writeDeals()], 'MAIN');
    expect(await zipsOf(engine)).toEqual([ZIP, ZIP]);
    const grouped = await sql<{ zip: string; sales: number }>`
      select zip, count(*)::int as sales from sale group by zip`.execute(engine.context.db);
    expect(grouped.rows).toEqual([{ zip: ZIP, sales: 2 }]);
    await engine.close();
    expect(filesWith(ZIP, path.join(dataDirectory, 'postgres'))).toEqual([]);
    // The amounts stay readable to SQL: this is the price of the first deal in cents.
    const again = await startTestEngine(dataDirectory);
    const sale = await again.context.db.selectFrom('sale').select('priceCents').executeTakeFirst();
    expect(sale?.priceCents).toBe(5_200_000);
    await again.close();
  });

  it('make no row a changed one when the file comes again', async () => {
    const engine = await startTestEngine(dataDirectory);
    await importInto(engine, [writeDeals()], 'MAIN');
    await importInto(engine, [writeDeals()], 'MAIN');
    const [newest] = (await clientOf(engine).imports.listBatches({})).batches;
    expect(newest).toMatchObject({ rows: { unchanged: 2 }, changes: { added: 0, changed: 0 } });
    await engine.close();
  });

  it('that an earlier version stored readable are sealed by the next start', async () => {
    const engine = await startTestEngine(dataDirectory);
    await importInto(engine, [writeDeals()], 'MAIN');
    const { db } = engine.context;
    await sql`update sale set zip = ${ZIP}, raw = (raw::jsonb || jsonb_build_array(${ZIP}::text))::text`.execute(
      db,
    );
    await sql`delete from setting where name = 'security.zip_codes_sealed'`.execute(db);
    await engine.close();
    const later = await startTestEngine(dataDirectory);
    const { rows } = await sql<{ isSealed: boolean; raw: string }>`
      select zip like 'sealed:%' as is_sealed, raw::text as raw from sale`.execute(later.context.db);
    expect(rows.map(({ isSealed }) => isSealed)).toEqual([true, true]);
    for (const { raw } of rows) expect(raw).not.toContain(ZIP);
    expect(await zipsOf(later)).toEqual([ZIP, ZIP]);
    await later.close();
  });

  it('are refused, not stored readable, where the keyring has the key and a command has not', async () => {
    writeDataKeyFile(ready(dataDirectory), { keptBy: 'system', sealed: 'bm90IG91cnM=' });
    const engine = await startTestEngine(dataDirectory);
    await expect(importInto(engine, [writeDeals()], 'MAIN')).rejects.toThrow('the key is not here');
    expect((await clientOf(engine).system.getStatus({})).counts.sales).toBe(0);
    await engine.close();
  });
});

describe('notes', () => {
  it('of outcomes are in no file of the database readable, also those of an earlier version', async () => {
    const engine = await startTestEngine(dataDirectory);
    const { db } = engine.context;
    await importInto(engine, [writeDeals(), writeOutcomes()], 'MAIN');
    const client = clientOf(engine);
    const outcomeId = (await client.feedback.list({})).outcomes[0]?.id ?? '';
    const note = 'Mrs. Hollenbeck wanted it in teal';
    expect(await client.feedback.rate({ outcomeId, rating: 4, note: ` ${note} ` })).toMatchObject({ note });
    const stored = async () =>
      (
        await sql<{ isSealed: boolean }>`
      select note like 'sealed:%' as is_sealed from feedback where note is not null`.execute(db)
      ).rows;
    expect(await stored()).toEqual([{ isSealed: true }]);
    await sql`update feedback set note = 'as it was written' where note is not null`.execute(db);
    await sql`delete from setting where name = 'security.outcome_notes_sealed'`.execute(db);
    await engine.close();
    expect(filesWith('Hollenbeck', path.join(dataDirectory, 'postgres'))).toEqual([]);
    const later = await startTestEngine(dataDirectory);
    expect((await clientOf(later).feedback.list({})).outcomes[0]?.note).toBe('as it was written');
    const { rows } = await sql<{ isSealed: boolean }>`
      select note like 'sealed:%' as is_sealed from feedback where note is not null`.execute(
      later.context.db,
    );
    expect(rows).toEqual([{ isSealed: true }]);
    await later.close();
  });
});

describe('what commands log', () => {
  it('has no VIN beyond its last six, no ZIP code and no key, however much is asked for', async () => {
    const before = process.env.DOSO_LOG;
    process.env.DOSO_LOG = 'trace';
    try {
      const home = ['--data-dir', dataDirectory, '--json'];
      const broken = path.join(folder, 'broken.csv');
      writeFileSync(
        broken,
        `${readFileSync(writeDeals(), 'utf8')}D9,${vinOf(9)},N,2026,,,,never,x,,,,${ZIP}\n`,
      );
      const said = [];
      for (const command of [['import', broken, '--store', 'MAIN'], ['status'], ['restore', broken]])
        said.push(await doso(...command, ...home));
      expect(said.map(({ code }) => code)).toEqual([0, 0, 2]);
      const text = said.map(({ stderr }) => stderr).join('');
      expect(text).toContain('the engine is open');
      expectCleanOutput(dataDirectory, text, new Set([ZIP]));
    } finally {
      if (before === undefined) delete process.env.DOSO_LOG;
      else process.env.DOSO_LOG = before;
    }
  });
});

describe('a backup', () => {
  it('with a passphrase can be read on another computer, one without only where it was made', async () => {
    const engine = await startTestEngine(dataDirectory);
    await importInto(engine, [writeDeals()], 'MAIN');
    const sealed = path.join(folder, 'sealed.dosobackup');
    const open = path.join(folder, 'open.dosobackup');
    await createBackup(engine.context, { file: sealed, reason: 'manual', passphrase: PASSPHRASE });
    await createBackup(engine.context, { file: open, reason: 'manual' });
    await engine.close();
    for (const [file, expected] of [
      [sealed, ZIP],
      [open, '(encrypted)'],
    ] as const) {
      const elsewhere = path.join(folder, path.basename(file, '.dosobackup'));
      const passphrase = file === sealed ? { passphrase: PASSPHRASE } : {};
      await restoreBackup({
        file,
        dataDirectory: elsewhere,
        program: 'a test',
        now: () => new Date(),
        ...passphrase,
      });
      const there = await startTestEngine(elsewhere);
      expect(await zipsOf(there)).toEqual([expected, expected]);
      await there.close();
    }
  });
});

describe('the lock', () => {
  it('lets no call through while it is shut, at the start and later, and opens with its passphrase alone', async () => {
    let engine = await startTestEngine(dataDirectory);
    await importInto(engine, [writeDeals()], 'MAIN');
    await clientOf(engine).security.setLock({ passphrase: PASSPHRASE, idleMinutes: 15 });
    expect(await zipsOf(engine)).toEqual([ZIP, ZIP]);
    await engine.close();

    engine = await startTestEngine(dataDirectory);
    const client = clientOf(engine);
    const refused = { code: 'LOCKED', message: 'DOSO is locked.' };
    await expect(client.stores.list({})).rejects.toMatchObject(refused);
    await expect(
      client.security.setLock({ passphrase: 'another one', idleMinutes: 1 }),
    ).rejects.toMatchObject(refused);
    await expect(client.backups.list({})).rejects.toMatchObject(refused);
    expect(await client.security.getState({})).toMatchObject({ isLocked: true, isKeyAvailable: false });
    await expect(client.security.unlock({ passphrase: 'not this one' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    // Behind the lock the key is not there either.
    expect(await zipsOf(engine)).toEqual(['(encrypted)', '(encrypted)']);
    await client.security.unlock({ passphrase: PASSPHRASE });
    expect(await zipsOf(engine)).toEqual([ZIP, ZIP]);
    expect((await client.stores.list({})).map(({ code }) => code)).toEqual(['MAIN']);
    // Who finds the window open cannot shut its owner out.
    for (const present of [undefined, 'not this one'])
      await expect(
        client.security.setLock({ passphrase: 'another one', idleMinutes: 1, ...(present && { present }) }),
      ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const changed = { passphrase: 'another one', idleMinutes: 5, present: PASSPHRASE };
    expect(await client.security.setLock(changed)).toMatchObject({ idleMinutes: 5, isLocked: false });
    await client.security.removeLock({ passphrase: 'another one' });
    await engine.close();
    engine = await startTestEngine(dataDirectory);
    expect(await zipsOf(engine)).toEqual([ZIP, ZIP]);
    await engine.close();
  });

  it('shuts when nobody is there, also when the computer slept meanwhile, and makes guessing slow', async () => {
    const time = { wall: 0, steady: 0 };
    const box = new SecretBox([Buffer.alloc(32, 7)]);
    const key = Buffer.alloc(32, 7).toString('base64');
    writeDataKeyFile(ready(dataDirectory), { keptBy: 'file', key });
    const lock = new AppLock(dataDirectory, box, null, { wall: () => time.wall, steady: () => time.steady });
    const heard: boolean[] = [];
    lock.onChange((isLocked) => heard.push(isLocked));
    await lock.enable(PASSPHRASE, 10);
    time.wall += 9 * 60_000;
    lock.lockWhenIdle();
    expect(lock.isLocked).toBe(false);
    // Asleep: the steady clock stood still.
    time.wall += 2 * 60_000;
    lock.lockWhenIdle();
    // Jobs under way go on, and they need the key.
    expect([lock.isLocked, box.isLocked]).toEqual([true, false]);
    expect(heard).toEqual([false, true]);
    for (let guess = 0; guess < 5; guess++)
      await expect(lock.unlock(`guess ${guess}`)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(lock.unlock(PASSPHRASE)).rejects.toThrow('wait 30 seconds');
    time.steady += 30_000;
    await lock.unlock(PASSPHRASE);
    expect(lock.isLocked).toBe(false);
    // A clock set back by a day does not shut it, and does not keep it open either.
    time.wall -= 24 * 3_600_000;
    lock.lockWhenIdle();
    expect(lock.isLocked).toBe(false);
    time.steady += 10 * 60_000;
    lock.lockWhenIdle();
    expect(lock.isLocked).toBe(true);
    lock.close();
  });
});

function writeDeals(): string {
  const header =
    'Deal Number,VIN,New/Used,Year,Make,Model,Trim,Contract Date,Sale Price,Vehicle Cost,Front Gross,Sale Type,Customer Zip';
  const rows = [1, 2].map(
    (number) =>
      `D${number},${vinOf(number)},N,2026,Chevrolet,Trax,LT,2026-10-0${number},52000,49000,3000,Retail,${ZIP}`,
  );
  const file = path.join(folder, 'deals.csv');
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
  return file;
}

function writeOutcomes(): string {
  const file = path.join(folder, 'outcomes.csv');
  writeFileSync(
    file,
    `reference,recommendedOn,make,model,modelYear,trim,recommendedQuantity,decision,orderedQuantity
R1,2026-09-01,Chevrolet,Trax,2026,LT,2,accepted,2
`,
  );
  return file;
}

async function zipsOf({ context }: Engine): Promise<(string | null)[]> {
  return (await context.db.selectFrom('sale').select('zip').execute()).map(({ zip }) => zip);
}

function ready(directory: string): string {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return directory;
}

function filesWith(text: string, directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return filesWith(text, file);
    return readFileSync(file).includes(text) ? [file] : [];
  });
}
