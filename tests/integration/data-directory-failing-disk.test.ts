import { rmSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { openDatabase } from '@engine/database/open-database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { startTestEngine, TEMPLATE_FILE } from '../helpers/safety/test-engine';

const fs = createRequire(import.meta.url)('node:fs') as { fsyncSync: (descriptor: number) => void };

describe('a data folder that cannot be used', () => {
  it('is named with the reason', async () => {
    const folder = makeQuickFolder('doso-unusable-');
    writeFileSync(path.join(folder, 'notes'), 'a file');
    await expect(startTestEngine(path.join(folder, 'notes/data'))).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      message: expect.stringContaining('part of its path is a file'),
    });
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a disk that fails to sync', () => {
  const sync = fs.fsyncSync;
  let folder: string;
  beforeEach(() => {
    folder = makeQuickFolder('doso-eio-');
  });
  afterEach(() => {
    setSync(sync);
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes the commit fail, and every later one, until the database was opened anew', async () => {
    const { database } = await open();
    const save = (name: string) => database.db.insertInto('setting').values({ name, value: '1' }).execute();
    await save('before');
    setSync(() => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    });
    await expect(save('not on disk')).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
    setSync(sync);
    // What the kernel could not write may be gone from its memory: going on would build on nothing.
    await expect(save('on top of it')).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
    await database.close();

    const again = await open();
    const rows = await again.database.db.selectFrom('setting').select('name').execute();
    expect(rows.map(({ name }) => name)).toContain('before');
    expect(rows.map(({ name }) => name)).not.toContain('on top of it');
    await again.database.close();
  });

  function open() {
    return openDatabase({
      dataDirectory: folder,
      templateFile: TEMPLATE_FILE,
      program: 'a test',
      openedAt: '',
    });
  }
});

function setSync(sync: (descriptor: number) => void): void {
  fs.fsyncSync = sync;
  syncBuiltinESMExports();
}
