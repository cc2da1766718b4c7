import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { listAutomaticBackups } from '@engine/backup/automatic-backups';
import { writeBackup } from '@engine/backup/backup-file';
import { setBackupPassphrase } from '@engine/backup/backup-state';
import { createBackup } from '@engine/backup/create-backup';
import { backUpIfDue } from '@engine/backup/daily-backup';
import { describeBackup } from '@engine/backup/describe-backup';
import { openWithBackups } from '@engine/backup/open-with-backups';
import { restoreBackup } from '@engine/backup/restore-backup';
import { migrate } from '@engine/database/migrator';
import { openDatabase } from '@engine/database/open-database';
import type { Engine } from '@engine/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { importInto, silentLogger, startTestEngine, TEMPLATE_FILE } from '../helpers/safety/test-engine';
import { writeSmallInventory } from '../helpers/small-files';

const NOW = new Date('2026-11-23T08:00:00Z');

let folder: string;
let dataDirectory: string;
beforeEach(() => {
  folder = makeQuickFolder('doso restore Ä ');
  dataDirectory = path.join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('restoring', () => {
  it('brings back what was backed up and keeps what was there', async () => {
    const { file } = await storeWithBackup();
    await change(async (engine) => importInto(engine, [writeSmallInventory(folder, 9)], 'LATER'));
    const { keptFolder, manifest } = await restore(file);
    expect(manifest.stores.map(({ code }) => code)).toEqual(['HARBOR']);
    expect(await storeCodes()).toEqual(['HARBOR']);
    expect(keptFolder && existsSync(path.join(keptFolder, 'PG_VERSION'))).toBe(true);

    // The kept folder is a database: put back by hand, it has what was newer.
    rmSync(path.join(dataDirectory, 'postgres'), { recursive: true });
    renameSync(keptFolder ?? '', path.join(dataDirectory, 'postgres'));
    expect(await storeCodes()).toEqual(['HARBOR', 'LATER']);
  });

  it('is refused while an engine has the data folder, and by a damaged backup, and changes nothing then', async () => {
    const { file } = await storeWithBackup();
    await change(async () => {
      await expect(restore(file)).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' });
    });
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(restore(file)).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    expect(readdirSync(dataDirectory).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
    expect(await storeCodes()).toEqual(['HARBOR']);
  });

  it('is finished by the next start when it was cut short between the two names', async () => {
    const { file } = await storeWithBackup();
    await change(async (engine) => importInto(engine, [writeSmallInventory(folder, 9)], 'LATER'));
    await restore(file);
    const cluster = path.join(dataDirectory, 'postgres');
    renameSync(cluster, `${cluster}.restored`);
    expect(await storeCodes()).toEqual(['HARBOR']);
  });

  it('refuses a backup of a newer version', async () => {
    const file = path.join(folder, 'newer.dosobackup');
    const handle = await open(file, 'w');
    const manifest = {
      reason: 'manual' as const,
      createdAt: NOW.toISOString(),
      program: 'DOSO 99',
      schema: '9999-later',
      postgres: '18.6',
      databaseBytes: 1,
      stores: [],
      newestImportAt: null,
      tables: [],
    };
    await writeBackup(handle, manifest, (async function* () {})(), undefined);
    await handle.close();
    await expect(restore(file)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('DOSO 99'),
    });
  });
});

describe('a database that does not open', () => {
  it('is explained with the newest good backup, left as it is, and kept aside by the restore', async () => {
    await storeWithBackup();
    for (const day of ['2026-11-23', '2026-11-24']) {
      const engine = await startTestEngine(dataDirectory, () => new Date(`${day}T12:00:00Z`));
      await backUpIfDue(engine.context);
      await engine.close();
    }
    const [newest = '', older = ''] = automaticFiles();
    writeFileSync(newest, readFileSync(newest).subarray(0, 5000));
    const control = path.join(dataDirectory, 'postgres/global/pg_control');
    const broken = Buffer.alloc(8192, 7);
    writeFileSync(control, broken);

    await expect(startTestEngine(dataDirectory)).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      message: expect.stringContaining('does not open'),
      nextStep: expect.stringContaining(older),
    });
    expect(readFileSync(control)).toEqual(broken);

    const { keptFolder } = await restore(older);
    expect(await storeCodes()).toEqual(['HARBOR']);
    expect(readFileSync(path.join(keptFolder ?? '', 'global/pg_control'))).toEqual(broken);
  });

  it('says so when there is no good backup', async () => {
    await storeWithBackup();
    writeFileSync(path.join(dataDirectory, 'postgres/global/pg_control'), '');
    await expect(startTestEngine(dataDirectory)).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      nextStep: expect.stringContaining('There is no good backup'),
    });
  });

  it('is never taken for an empty one and made anew', async () => {
    await storeWithBackup();
    rmSync(path.join(dataDirectory, 'postgres/PG_VERSION'));
    const files = readdirSync(path.join(dataDirectory, 'postgres')).sort();
    await expect(startTestEngine(dataDirectory)).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
    expect(readdirSync(path.join(dataDirectory, 'postgres')).sort()).toEqual(files);
  });
});

describe('a schema of an earlier version', () => {
  it('is backed up before it is changed, encrypted where the store wants that', async () => {
    const { database } = await openDatabase({
      dataDirectory,
      templateFile: TEMPLATE_FILE,
      program: 'a test',
      openedAt: '',
    });
    await migrate(database.db, '0001-spine');
    await database.db
      .insertInto('store')
      .values({ code: 'OLD', name: 'Old store', settings: '{}' })
      .execute();
    await database.close();
    expect(listAutomaticBackups(dataDirectory)).toEqual([]);
    const passphrase = 'three quiet trucks';
    await setBackupPassphrase(dataDirectory, passphrase);

    const opened = await openWithBackups({
      dataDirectory,
      templateFile: TEMPLATE_FILE,
      workerDirectory: path.resolve('out/main'),
      program: 'a test',
      openedAt: '',
      version: '0',
      now: () => NOW,
      logger: silentLogger,
    });
    await opened.database.close();
    const [file = ''] = automaticFiles();
    await expect(describeBackup(file)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await describeBackup(file, passphrase)).content).toMatchObject({
      reason: 'migration',
      schemaVersion: '0001-spine',
      stores: [{ code: 'OLD' }],
    });
    await restore(file, passphrase);
    expect(await storeCodes()).toEqual(['OLD']);
  });
});

function automaticFiles(): string[] {
  return listAutomaticBackups(dataDirectory).map(({ file }) => file);
}

async function storeWithBackup(): Promise<{ file: string }> {
  const file = path.join(folder, 'my backup.dosobackup');
  await change(async (engine) => {
    await importInto(engine, [writeSmallInventory(folder, 20)], 'HARBOR');
    await createBackup(engine.context, { file, reason: 'manual' });
  });
  return { file };
}

async function change(work: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await startTestEngine(dataDirectory, () => NOW);
  try {
    await work(engine);
  } finally {
    await engine.close();
  }
}

function restore(file: string, passphrase?: string) {
  const how = { program: 'a test', now: () => NOW, ...(passphrase && { passphrase }) };
  return restoreBackup({ file, dataDirectory, ...how });
}

async function storeCodes(): Promise<string[]> {
  const engine = await startTestEngine(dataDirectory, () => NOW);
  try {
    const rows = await engine.context.db.selectFrom('store').select('code').orderBy('code').execute();
    return rows.map(({ code }) => code);
  } finally {
    await engine.close();
  }
}
