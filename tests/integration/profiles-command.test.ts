/** `doso import FOLDER` and `doso profiles`, run as they are built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportProfile, ImportReport } from '@shared/contract/imports';
import { afterAll, describe, expect, it } from 'vitest';
import { doso, dosoJson } from '../helpers/command-line';

const HEADER = 'VIN,Stock #,New/Used,Make,Line';
const ROW = '1HGCM82633A004352,A1,U,Honda,Accord';

describe('doso profiles', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-profiles-'));
  const exports = path.join(folder, 'exports');
  const data = path.join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what --map said about the files of a folder, and lists it', async () => {
    mkdirSync(exports);
    writeFileSync(path.join(exports, 'stock.csv'), `${HEADER}\n${ROW}`);
    writeFileSync(path.join(exports, 'readme.md'), 'no export');
    const { reply } = await dosoJson<ImportReport>(
      'import',
      exports,
      '--map',
      'Line=model',
      '--data-dir',
      data,
    );
    expect(reply.batches).toMatchObject([{ file: 'stock.csv', rows: { accepted: 1 } }]);
    const listed = await doso('profiles', '--data-dir', data);
    expect(listed.stdout).toMatch(/stock +inventory +Line=Model +unknown +1/);
  });

  it('renames one and forgets it; a name that is not there fails with what to do', async () => {
    const renamed = await dosoJson<{ profiles: ImportProfile[] }>(
      'profiles',
      '--rename',
      'stock',
      '--to',
      'Nightly',
      '--data-dir',
      data,
    );
    expect(renamed.reply.profiles.map(({ name }) => name)).toEqual(['Nightly']);
    const missing = await doso('profiles', '--forget', 'stock', '--data-dir', data);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('doso profiles')]);
    const forgotten = await doso('profiles', '--forget', 'Nightly', '--data-dir', data);
    expect(forgotten.stdout).toContain('No profiles are saved.');
  });
});
