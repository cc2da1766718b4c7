/**
 * Damaged files end in rows or in a refusal that says what to do: never in an exception, and never in a file that is read
 * for ever. The same 200 of them each time; `npm run prove -- import` reads 10,000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damagedFiles, nameOf, readDamaged, writeDamaged } from '../helpers/damaged-files';

const RUNS = 200;
const LONGEST_MS = 10_000;

describe('damaged files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-fuzz-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cases = damagedFiles(RUNS, 20_251_031);
  it.each(cases.map((one, index) => ({ ...one, index, name: nameOf(one) })))(
    '$index: $name, $mutation',
    async ({ index, name, mutation }) => {
      const damaged = cases[index];
      if (!damaged) throw new Error('no such case');
      const { refusal, unexpected } = await readDamaged(writeDamaged(folder, damaged));
      expect(unexpected, `${name}, ${mutation}`).toBeNull();
      if (refusal) expect(refusal.nextStep, refusal.message).toBeTruthy();
    },
    LONGEST_MS,
  );
});
