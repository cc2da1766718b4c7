import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { writeSmallInventory } from '../helpers/small-files';

type Outcome = { code: number; json: Record<string, unknown> };

let folder: string;
beforeAll(() => {
  folder = makeQuickFolder('doso-commands-');
  writeFileSync(path.join(folder, 'right'), 'three quiet trucks\r\nnot this line\n');
  writeFileSync(path.join(folder, 'wrong'), 'three loud trucks\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands backup, restore and verify', () => {
  it('keep a store safe without a window, each with one JSON document and an exit code', async () => {
    const file = path.join(folder, 'store.dosobackup');
    await doso('import', writeSmallInventory(folder, 12), '--store', 'HARBOR');
    const passphrase = ['--passphrase-file', path.join(folder, 'right')];
    expect(await doso('backup', file, ...passphrase)).toMatchObject({
      code: 0,
      json: {
        file,
        isEncrypted: true,
        hasKey: true,
        content: { reason: 'manual', rows: { stock_episode: 12 } },
      },
    });
    expect(await doso('restore', file, '--preview', ...passphrase)).toMatchObject({
      code: 0,
      json: { content: { stores: [{ code: 'HARBOR' }] } },
    });
    for (const wrong of [[], ['--passphrase-file', path.join(folder, 'wrong')]])
      expect(await doso('restore', file, ...wrong)).toMatchObject({
        code: 2,
        json: { error: { code: 'BAD_INPUT' } },
      });
    expect(await doso('restore', file, ...passphrase)).toMatchObject({
      code: 0,
      json: { keptFolder: expect.stringContaining('postgres.before-restore-') },
    });
    const verified = await doso('verify');
    expect(verified).toMatchObject({ code: 0, json: { isGood: true } });
    expect(verified.json.checks).toHaveLength(5);
    const chosen = path.join(folder, 'chosen');
    mkdirSync(chosen);
    expect(await doso('automatic-backups', '--folder', chosen, ...passphrase)).toMatchObject({
      code: 0,
      json: { folder: chosen, isEncrypted: true, backups: [] },
    });
    expect(await doso('automatic-backups', '--own-folder', '--remove-passphrase')).toMatchObject({
      code: 0,
      json: { folder: expect.stringContaining('backups'), isEncrypted: false },
    });
  });
});

function doso(...args: string[]): Promise<Outcome> {
  const all = [path.resolve('out/main/cli.js'), ...args, '--data-dir', path.join(folder, 'data'), '--json'];
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), json: JSON.parse(stdout) as Record<string, unknown> }),
    );
  });
}
