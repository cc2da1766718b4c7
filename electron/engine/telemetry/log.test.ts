import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from './log-file';
import { createLogger } from './logger';
import { searchLog } from './search-log';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doso-log-'));
  file = path.join(folder, 'engine.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a log', () => {
  it('becomes the next file when it has grown, and keeps five', () => {
    const stream = openLogFile(file, 100);
    for (let line = 0; line < 40; line++) stream.write(`${JSON.stringify({ line }).padEnd(60)}\n`);
    // Two lines of 61 bytes pass 100, so each file holds two: 38 and 39 stand in the newest.
    expect(readdirSync(folder).sort()).toEqual(['engine.log', ...[1, 2, 3, 4].map((n) => `engine.log.${n}`)]);
    expect(readFileSync(file, 'utf8')).toContain('{"line":39}');
    expect(readFileSync(`${file}.4`, 'utf8')).toContain('{"line":30}');
  });

  it('is searched newest first, over its files, by text and level', () => {
    const logger = createLogger('test', 'info', openLogFile(file, 150));
    logger.info('one import');
    logger.warn({ rows: 7 }, 'a strange import');
    logger.error('a failed plan');
    const find = (text: string, level: 'info' | 'warn' | 'error', limit = 10) =>
      searchLog(file, { text, level, limit });
    expect(find('IMPORT', 'info').entries.map(({ message }) => message)).toEqual([
      'a strange import',
      'one import',
    ]);
    expect(find('', 'warn').entries.map(({ level }) => level)).toEqual(['error', 'warn']);
    expect(find('strange', 'info').entries[0]?.details).toBe('{"rows":7}');
    expect(find('', 'info', 2)).toMatchObject({ isMore: true });
  });

  it('holds no VIN beyond its last six, no ZIP, no secret and no path of the user', () => {
    const logger = createLogger('test', 'info', openLogFile(file));
    logger.error(
      {
        error: new Error(`row 7: 1HGCM82633A004352, zip code 48127-1234`),
        passphrase: 'four words',
        sealed: 'sealed:1:ab.cd',
      },
      `read ${homedir()}/exports/sales.txt, Zip=48127`,
    );
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('***********004352');
    for (const secret of ['1HGCM82633A', '48127', 'four words', 'sealed:1:ab', homedir() + path.sep])
      expect(text).not.toContain(secret);
  });
});
