/**
 * Opens a data directory: lock, template on the first start, durable file system, migrations.
 * Layout of a data directory: `postgres/` is PGlite's cluster, beside it the lock and the engine's own files.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { acquireDataDirectoryLock } from './data-directory-lock';
import { Database } from './database';
import { DurableNodeFS, durableStartParams, type SyncCounts } from './durable-node-fs';
import { migrate } from './migrator';
import { removeSessionLeftovers } from './session-leftovers';
import { unpackTemplate } from './template';

export type OpenOptions = {
  dataDirectory: string;
  /** A cluster packed at build time; without it the first start runs initdb, which takes seconds. */
  templateFile?: string;
  /** Shown to a second engine that finds the directory taken. */
  program: string;
  openedAt: string;
};

export type OpenDatabase = { database: Database; syncCounts: SyncCounts };

/** Throws AppError DATA_DIR_LOCKED when another engine has the directory. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  mkdirSync(options.dataDirectory, { recursive: true });
  const holder = { pid: process.pid, program: options.program, since: options.openedAt };
  const lock = await acquireDataDirectoryLock(options.dataDirectory, holder);
  try {
    const cluster = path.join(options.dataDirectory, 'postgres');
    await prepareCluster(cluster, options.templateFile);
    const { client, syncCounts } = await startPostgres(cluster);
    const database = new Database(client, lock.release);
    await migrate(database.db);
    await removeSessionLeftovers(database.db);
    return { database, syncCounts };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function prepareCluster(cluster: string, templateFile: string | undefined): Promise<void> {
  rmSync(`${cluster}.unpacking`, { recursive: true, force: true });
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return;
  if (templateFile && existsSync(templateFile)) await unpackTemplate(templateFile, cluster);
}

/** Starts Postgres on a cluster directory; runs initdb first when there is none. */
export async function startPostgres(cluster: string): Promise<{ client: PGlite; syncCounts: SyncCounts }> {
  const fs = new DurableNodeFS(cluster);
  const client = await PGlite.create({
    fs,
    extensions: { vector },
    startParams: durableStartParams(),
    initDbStartParams: ['--wal-segsize=1'],
    parsers: {
      [types.DATE]: (value: string) => value,
      [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
      // Sums of bigint cents arrive as numeric; they stay far below 2^53.
      [types.NUMERIC]: (value: string) => Number(value),
    },
  });
  return { client, syncCounts: fs.syncCounts };
}
