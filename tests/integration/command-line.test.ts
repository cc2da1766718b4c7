/** The command line as a scheduler calls it: exit codes, one JSON document, errors in words, nothing lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { acquireDataDirectoryLock } from '@engine/database/data-directory-lock';
import type { ImportReport } from '@shared/contract/imports';
import type { Status } from '@shared/contract/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBadFiles } from '../helpers/bad-files';
import { doso, dosoJson } from '../helpers/command-line';
import { writeSmallInventory } from '../helpers/small-files';

type ErrorReply = { error: { code: string; message: string } };

describe('the command line', () => {
  let folder: string;
  let data: string[];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-cli-'));
    data = ['--data-dir', path.join(folder, 'data')];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says what an empty database needs', async () => {
    const { code, reply } = await dosoJson<ErrorReply>('inventory', ...data);
    expect(code).toBe(1);
    expect(reply.error).toMatchObject({ code: 'NO_DATA', message: 'There is no store yet.' });
    const undo = await dosoJson<ErrorReply>('undo', ...data);
    expect(undo).toMatchObject({ code: 1, reply: { error: { code: 'NOT_FOUND' } } });
  });

  it('loads the good file, refuses the bad ones by name, and ends with 2', async () => {
    const good = writeSmallInventory(folder, 5);
    const bad = writeBadFiles(path.join(folder, 'bad')).map((file) => file.path);
    const { code, reply } = await dosoJson<ImportReport & ErrorReply>(
      'import',
      good,
      ...bad,
      '--store',
      'NORTH',
      '--full',
      ...data,
    );
    expect(code).toBe(2);
    expect(reply.batches.map(({ kind, rows }) => [kind, rows.accepted])).toEqual([['inventory', 5]]);
    expect(reply.refused.map(({ file }) => path.basename(file)).sort()).toEqual(
      bad.map((file) => path.basename(file)).sort(),
    );
    for (const { file, message } of reply.refused) expect(message).toContain(path.basename(file));
    expect(reply.error.code).not.toBe('');
  });

  it('changes nothing when every file is refused', async () => {
    const before = await dosoJson<Status>('status', ...data);
    const bad = writeBadFiles(path.join(folder, 'bad')).map((file) => file.path);
    const { code } = await doso('import', ...bad, ...data);
    expect(code).toBe(2);
    const after = await dosoJson<Status>('status', ...data);
    expect(after.reply.counts).toEqual(before.reply.counts);
    expect(after.reply.counts).toMatchObject({ stores: 1, unitsInStock: 5 });
  });

  it('undoes the newest import', async () => {
    expect((await doso('undo', ...data)).code).toBe(0);
    const { reply } = await dosoJson<Status>('status', ...data);
    expect(reply.counts.unitsInStock).toBe(0);
  });

  it.each([
    ['a command that is not there', ['reckon'], 'BAD_USAGE'],
    ['a kind that is not there', ['template', 'invoices'], 'BAD_USAGE'],
    ['half a place', ['plan', '--places', '1.5'], 'BAD_INPUT'],
    ['a budget that is no amount', ['plan', '--budget', 'plenty'], 'BAD_INPUT'],
    ['a file of limits that is not there', ['plan', '--constraints', 'nowhere.json'], 'BAD_INPUT'],
    ['a report of an unknown format', ['report', '--out', 'report.docx'], 'BAD_INPUT'],
  ])('ends with 2 for %s', async (_what, command, expected) => {
    const { code, reply } = await dosoJson<ErrorReply>(...command, ...data);
    expect(code).toBe(2);
    expect(reply.error.code).toBe(expected);
  });

  it('names line and column of a bad series file, and touches no database', async () => {
    const file = path.join(folder, 'series.csv');
    writeFileSync(file, 'series_id,period,value\ntrucks,2026-01,4\ntrucks,2026-13,5\n');
    const { code, reply } = await dosoJson<ErrorReply>('forecast', '--series', file);
    expect(code).toBe(2);
    expect(reply.error.code).toBe('FILE_REFUSED');
    expect(reply.error.message).toContain(`${file}, line 3, column period`);
  });

  it('waits for a folder that another engine has, when told to', async () => {
    const directory = path.join(folder, 'data');
    const lock = await acquireDataDirectoryLock(directory, {
      pid: process.pid,
      program: 'a test',
      since: '',
    });
    const waiting = doso('status', '--wait', '60', ...data);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await lock.release();
    expect((await waiting).code).toBe(0);
  });
});
