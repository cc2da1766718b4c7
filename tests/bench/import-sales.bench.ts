/**
 * Sales from file to committed and indexed, against a bare COPY of the same typed columns into a table without
 * indexes; then the same file again, when all rows are there. 60,000 rows, or 1,000,000 with `npm run prove`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeSample } from '@engine/sample/write-sample';
import { sql } from 'kysely';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { openTestDatabase } from '../helpers/test-database';

const ROWS = isFullSize ? 1_000_000 : 60_000;

describe('import', () => {
  it(`${ROWS} sales`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-bench-'));
    try {
      await writeSample({ outDir: folder, salesRows: ROWS });
      const file = path.join(folder, 'sales.txt');
      const copySeconds = await bareCopySeconds(file);
      const first = await importOnce(file, path.join(folder, 'data'));
      const again = await importOnce(file, path.join(folder, 'data'));
      const named = `${ROWS.toLocaleString('en-US')} sales rows`;
      recordFigure({ area: 'import', name: `bare COPY, ${named}`, value: copySeconds, unit: 's' });
      recordFigure({ area: 'import', name: `first load, ${named}`, value: first.seconds, unit: 's' });
      recordFigure({
        area: 'import',
        name: `first load / bare COPY, ${named}`,
        value: first.seconds / copySeconds,
        unit: 'x',
        most: 8,
      });
      recordFigure({
        area: 'import',
        name: `same rows again / bare COPY, ${named}`,
        value: again.seconds / copySeconds,
        unit: 'x',
        most: 15,
      });
      recordFigure({
        area: 'import',
        name: `engine's peak memory, ${named}`,
        value: Math.max(first.megabytes, again.megabytes),
        unit: 'MB',
        most: 1200,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** One command in a process of its own; its peak resident memory is asked of the kernel by GNU time. */
async function importOnce(
  file: string,
  dataDirectory: string,
): Promise<{ seconds: number; megabytes: number }> {
  const command = [
    '-v',
    process.execPath,
    path.resolve('out/main/cli.js'),
    'import',
    file,
    '--data-dir',
    dataDirectory,
  ];
  const started = performance.now();
  const { stderr } = await promisify(execFile)('/usr/bin/time', command, { maxBuffer: 1e8 });
  const kilobytes = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1] ?? 0);
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 };
}

/** The columns that a sale keeps, as text COPY takes them, into an unindexed table of typed columns. */
async function bareCopySeconds(file: string): Promise<number> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const header = (lines[0] ?? '').split('\t');
  const kept = [
    'Deal Number',
    'VIN',
    'Stock Number',
    'New/Used',
    'Contract Date',
    'Inventory Date',
    'Sale Type',
    'Sales Price',
    'Cost',
    'Front Gross',
    'Back Gross',
  ];
  const positions = kept.map((name) => header.indexOf(name));
  const rows = lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return positions.map((position) => cells[position] || '\\N').join('\t');
  });
  const test = await openTestDatabase();
  try {
    return await test.database.db.transaction().execute(async (transaction) => {
      await sql`set local datestyle = 'ISO, MDY'`.execute(transaction);
      await sql`create table bare (deal text, vin text, stock text, condition text, contract_on date, received_on date,
        sale_type text, price numeric, cost numeric, front numeric, back numeric)`.execute(transaction);
      const started = performance.now();
      const columns = [
        'deal',
        'vin',
        'stock',
        'condition',
        'contract_on',
        'received_on',
        'sale_type',
        'price',
        'cost',
        'front',
        'back',
      ];
      await test.database.copyInto(transaction, 'bare', columns, `${rows.join('\n')}\n`);
      return (performance.now() - started) / 1000;
    });
  } finally {
    await test.dispose();
  }
}
