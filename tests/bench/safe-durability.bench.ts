/**
 * What durability costs: a small commit, and rows of an import, with syncs as the product has them and without, as
 * PGlite is shipped. Both run on the disk of the temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { vector } from '@electric-sql/pglite-pgvector';
import { Database } from '@engine/database/database';
import { durableStartParams } from '@engine/database/durable-node-fs';
import { startPostgres } from '@engine/database/open-database';
import { unpackTemplate } from '@engine/database/template';
import { importFiles } from '@engine/importing/import-files';
import { importOptionsSchema } from '@shared/contract/imports';
import { describe, it } from 'vitest';
import { isFullSize, median, recordFigure } from '../helpers/record-figure';
import { writeSmallInventory } from '../helpers/small-files';

const COMMITS = isFullSize ? 2000 : 300;
const ROWS = isFullSize ? 60_000 : 5000;

type Start = (cluster: string) => Promise<PGlite>;

const withSyncs: Start = async (cluster) => (await startPostgres(cluster)).client;

/** The same settings, but no sync reaches the disk. */
const withoutSyncs: Start = (cluster) =>
  PGlite.create({
    fs: new NodeFS(cluster),
    extensions: { vector },
    startParams: durableStartParams().map((one) => (one === 'fsync=on' ? 'fsync=off' : one)),
  });

describe('durability', () => {
  it(`${COMMITS} commits and ${ROWS} rows`, async () => {
    const safe = await measure(withSyncs);
    const fast = await measure(withoutSyncs);
    const figure = (name: string, value: number, unit: string) =>
      recordFigure({ area: 'safe', name, value, unit });
    figure('small commit, with syncs', safe.commitMs, 'ms');
    figure('small commit, without', fast.commitMs, 'ms');
    figure('slowest of 100 small commits, with syncs', safe.slowCommitMs, 'ms');
    figure(`import of ${ROWS} rows, with syncs`, safe.rowsPerSecond, 'rows/s');
    figure(`import of ${ROWS} rows, without`, fast.rowsPerSecond, 'rows/s');
    figure('first start from the template, synced', safe.unpackMs, 'ms');
  });
});

async function measure(start: Start) {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-durability-'));
  try {
    const cluster = path.join(folder, 'postgres');
    const unpackStart = performance.now();
    await unpackTemplate(path.resolve('out/database-template.tar.gz'), cluster);
    const unpackMs = performance.now() - unpackStart;
    const database = new Database(await start(cluster));
    try {
      const commits = await measureCommits(database);
      const rowsPerSecond = await measureImport(database, folder);
      const slowCommitMs = commits.sort((a, b) => a - b)[Math.floor(commits.length * 0.99)] ?? 0;
      return { unpackMs, commitMs: median(commits), slowCommitMs, rowsPerSecond };
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureCommits({ db }: Database): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < COMMITS; n++) {
    const start = performance.now();
    await db
      .insertInto('setting')
      .values({ name: `commit ${n}`, value: '1' })
      .execute();
    times.push(performance.now() - start);
  }
  return times;
}

async function measureImport(database: Database, folder: string): Promise<number> {
  const file = writeSmallInventory(folder, ROWS);
  const start = performance.now();
  await importFiles(
    { database, now: () => new Date('2026-11-01T09:00:00Z') },
    [file],
    importOptionsSchema.parse({ storeCode: 'S', coverage: 'full' }),
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  return ROWS / ((performance.now() - start) / 1000);
}
