/**
 * Damaged files, 10,000 with `npm run prove -- import` and 500 otherwise: how many crash the reader, how long the slowest
 * takes, and the most memory that the process takes beyond what it began with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'vitest';
import { type DamagedFile, damagedFiles, nameOf, readDamaged, writeDamaged } from '../helpers/damaged-files';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const FILES = Number(process.env.DOSO_FUZZ_FILES ?? (isFullSize ? 10_000 : 500));
const SEED = Number(process.env.DOSO_FUZZ_SEED ?? 20_261_031);

describe('import', () => {
  it(`${FILES} damaged files`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-fuzz-'));
    let crashes = 0;
    let silent = 0;
    let slowest = { seconds: 0, what: '' };
    let megabytes = 0;
    try {
      for (const damaged of damagedFiles(FILES, SEED)) {
        const started = performance.now();
        const { refusal, unexpected } = await readDamaged(writeDamaged(folder, damaged));
        const seconds = (performance.now() - started) / 1000;
        if (seconds > slowest.seconds) slowest = { seconds, what: told(damaged) };
        megabytes = Math.max(megabytes, process.memoryUsage().rss / 1e6);
        if (refusal && !refusal.nextStep) silent += 1;
        if (unexpected === null) continue;
        crashes += 1;
        process.stderr.write(
          `${told(damaged)}: ${String(unexpected instanceof Error ? unexpected.stack : unexpected)}\n`,
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    process.stderr.write(`slowest: ${slowest.what}\n`);
    const named = `${FILES.toLocaleString('en-US')} damaged files`;
    recordFigure({ area: 'import', name: `crashes, ${named}`, value: crashes, unit: '', most: 0 });
    recordFigure({
      area: 'import',
      name: `refusals without advice, ${named}`,
      value: silent,
      unit: '',
      most: 0,
    });
    recordFigure({ area: 'import', name: `slowest, ${named}`, value: slowest.seconds, unit: 's', most: 10 });
    recordFigure({ area: 'import', name: `peak memory, ${named}`, value: megabytes, unit: 'MB', most: 1200 });
  });
});

function told(damaged: DamagedFile): string {
  return `${nameOf(damaged)}, ${damaged.mutation} ${JSON.stringify(damaged)}`;
}
