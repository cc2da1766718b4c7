import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileWhole, writeWhole } from './write-file-whole';

describe('a file that is there whole or not at all', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-whole-'));
    writeFileSync(path.join(folder, 'report.xlsx'), 'old');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['ENOSPC', 'Free some space and try again.'],
    ['EDQUOT', 'Free some space and try again.'],
    ['EBUSY', 'Close the file where it is open, or choose a folder that you may write to.'],
    ['EROFS', 'Close the file where it is open, or choose a folder that you may write to.'],
    ['ENOENT', 'Create the folder, or choose another one.'],
  ])('stays the old one when writing ends with %s, and says what to do', async (code, nextStep) => {
    const target = path.join(folder, 'report.xlsx');
    const writing = writeWhole(target, async (temporary) => {
      writeFileSync(temporary, 'half of the new');
      throw Object.assign(new Error(code), { code });
    });
    await expect(writing).rejects.toMatchObject({ code: 'FILE_NOT_WRITTEN', nextStep });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
  });

  it('passes on an error that is not the disk’s, and leaves nothing behind', async () => {
    const writing = writeWhole(path.join(folder, 'report.xlsx'), () =>
      Promise.reject(new Error('cancelled')),
    );
    await expect(writing).rejects.toThrow('cancelled');
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
  });

  it('is the new one once it is written', async () => {
    const target = path.join(folder, 'report.xlsx');
    expect(await writeFileWhole(target, new TextEncoder().encode('new'))).toBe(3);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });
});
