/**
 * Runs an engine's database on a recorded disk, cuts the power after some operation, and opens what a disk could
 * hold then: it must open, hold every acknowledged commit, and be sound.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@engine/database/database';
import { openDatabase } from '@engine/database/open-database';
import { importFiles } from '@engine/importing/import-files';
import { importOptionsSchema } from '@shared/contract/imports';
import { sql } from 'kysely';
import { writeSmallInventory } from '../small-files';
import { DiskAfterPowerLoss, type Survival } from './disk-after-power-loss';
import { DiskLog, type DiskOperation } from './disk-log';
import { makeQuickFolder } from './quick-folder';

const UNITS_PER_IMPORT = 60;
const SURVIVALS: readonly Survival[] = ['some', 'nothing', 'some', 'everything'];

export type PowerLossReport = {
  cuts: number;
  operations: number;
  acknowledged: number;
  /** Cuts before the first acknowledgement, while the cluster was being made. */
  duringFirstStart: number;
  failures: string[];
};

/** What the workload did, and where its first acknowledgement stands. */
export type Recording = { operations: DiskOperation[]; firstAcknowledgement: number };

export async function recordWorkload(turns: number): Promise<Recording> {
  const folder = makeQuickFolder('doso-disk-');
  const dataDirectory = path.join(folder, 'data');
  mkdirSync(dataDirectory);
  const log = new DiskLog(dataDirectory, (name) => name.startsWith('engine'));
  log.start();
  try {
    const { database } = await open(dataDirectory);
    try {
      for (let turn = 0; turn < turns; turn++) await work(database, log, folder, turn);
    } finally {
      await database.close();
    }
  } finally {
    log.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const firstAcknowledgement = log.operations.findIndex(({ type }) => type === 'acknowledge');
  return { operations: log.operations, firstAcknowledgement };
}

/** One in five cuts falls into the first start. */
export async function cutPower(
  recording: Recording,
  cuts: number,
  random: () => number,
): Promise<PowerLossReport> {
  const { operations, firstAcknowledgement } = recording;
  const disk = new DiskAfterPowerLoss(operations);
  const positions = Array.from({ length: cuts }, (_, index) =>
    index % 5 === 0
      ? Math.floor(random() * firstAcknowledgement)
      : firstAcknowledgement + Math.floor(random() * (operations.length - firstAcknowledgement)),
  ).sort((a, b) => a - b);
  const failures: string[] = [];
  for (const [index, position] of positions.entries()) {
    disk.advanceTo(position);
    const survival = SURVIVALS[index % SURVIVALS.length] ?? 'some';
    const sectorBytes = random() < 0.5 ? 512 : 4096;
    const found = await openAfterCut(disk, survival, random, sectorBytes);
    const where = `after operation ${position} (${operations[position]?.type}), ${survival} of the rest kept, sectors of ${sectorBytes}`;
    if (found.length > 0) failures.push(`${where}: ${found.slice(0, 3).join('; ')} (${found.length} in all)`);
  }
  return {
    cuts,
    operations: operations.length,
    acknowledged: operations.filter(({ type }) => type === 'acknowledge').length,
    duringFirstStart: positions.filter((position) => position < firstAcknowledgement).length,
    failures,
  };
}

/** Small commits, an import with its staging, rows that span WAL segments, a new table, a checkpoint. */
async function work(database: Database, log: DiskLog, folder: string, turn: number): Promise<void> {
  const { db } = database;
  for (let n = 0; n < 5; n++) {
    const name = `setting ${turn}-${n}`;
    await db.insertInto('setting').values({ name, value: '1' }).execute();
    log.acknowledge(name);
  }
  const store = `S${turn}`;
  await importFiles(
    { database, now: () => new Date('2026-11-01T09:00:00Z') },
    [writeSmallInventory(folder, UNITS_PER_IMPORT)],
    importOptionsSchema.parse({ storeCode: store, coverage: 'full' }),
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  log.acknowledge(`store ${store}`);
  const table = `bulk_${turn}`;
  await sql`create table ${sql.raw(table)} as select n, repeat('x', 500) as text from generate_series(1, 3000) n`.execute(
    db,
  );
  log.acknowledge(`table ${table}`);
  if (turn % 2 === 1) await database.runAlone('checkpoint');
  if (turn > 0) {
    const dropped = `bulk_${turn - 1}`;
    await sql`drop table ${sql.raw(dropped)}`.execute(db);
    log.acknowledge(`dropped ${dropped}`);
  }
}

async function openAfterCut(
  disk: DiskAfterPowerLoss,
  survival: Survival,
  random: () => number,
  sectorBytes: number,
): Promise<string[]> {
  const folder = makeQuickFolder('doso-cut-');
  try {
    disk.writeTo(folder, survival, random, sectorBytes);
    const { database } = await open(folder);
    try {
      return await compare(database, disk.acknowledged);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [`does not open: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function open(dataDirectory: string) {
  return openDatabase({
    dataDirectory,
    templateFile: path.resolve('out/database-template.tar.gz'),
    program: 'a test',
    openedAt: '2026-01-01T00:00:00.000Z',
  });
}

async function compare({ db }: Database, acknowledged: readonly string[]): Promise<string[]> {
  const held = await sql<{ label: string; isWhole: boolean }>`
    select name as label, true as is_whole from setting where name like 'setting %'
    union all
    select 'store ' || code, (select count(*) from stock_episode e where e.store_id = s.id) = ${UNITS_PER_IMPORT}
      and exists (select 1 from import_batch b where s.id = any (b.store_ids))
    from store s
    union all
    select 'table ' || relname, true from pg_class where relname like 'bulk%' and relkind = 'r'`.execute(db);
  const labels = new Set(held.rows.map(({ label }) => label));
  const dropped = new Set(
    acknowledged
      .filter((label) => label.startsWith('dropped '))
      .map((label) => label.replace('dropped', 'table')),
  );
  const failures: string[] = [];
  for (const label of acknowledged) {
    if (label.startsWith('dropped ') || isBeingDropped(label, acknowledged)) continue;
    if (!labels.has(label) && !dropped.has(label))
      failures.push(`${label} was acknowledged and is not there`);
  }
  for (const label of dropped)
    if (labels.has(label)) failures.push(`${label} was dropped and is there again`);
  for (const { label, isWhole } of held.rows) if (!isWhole) failures.push(`${label} is there by half`);
  for (const label of labels) {
    if (!label.startsWith('table bulk')) continue;
    const name = label.replace('table ', '');
    const rows = await sql<{
      count: number;
    }>`select count(*)::int as count from ${sql.raw(name)} where length(text) = 500`.execute(db);
    if (rows.rows[0]?.count !== 3000) failures.push(`${label} has ${rows.rows[0]?.count} of 3000 rows`);
  }
  return failures;
}

/** A table whose successor is acknowledged may be gone: its drop is the next commit, acknowledged or not. */
function isBeingDropped(label: string, acknowledged: readonly string[]): boolean {
  const turn = /^table bulk_(\d+)$/.exec(label)?.[1];
  return turn !== undefined && acknowledged.includes(`table bulk_${Number(turn) + 1}`);
}
