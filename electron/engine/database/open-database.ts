/**
 * Opens a data directory: lock, template on the first start, durable file system, migrations.
 * Layout of a data directory: `postgres/` is PGlite's cluster, beside it the lock and the engine's own files.
 */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Extensions, PGlite, types } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { openSecretBox } from '../security/data-keys';
import { SecretBox } from '../security/secret-box';
import { compilePostgres } from './compile-postgres';
import { acquireDataDirectoryLock } from './data-directory-lock';
import { Database } from './database';
import { DurableNodeFS, durableStartParams, type SyncCounts } from './durable-node-fs';
import type { FileChanges } from './file-changes';
import { renameOver } from './host-system';
import { appliedMigration, latestMigration, migrate } from './migrator';
import { removeSessionLeftovers } from './session-leftovers';
import { syncDirectory, syncTree } from './sync-to-disk';
import { unpackTemplate } from './template';

/** The folder of the cluster in a data directory. */
export const CLUSTER_FOLDER = 'postgres';
/** Added to it: a restored cluster, whole and proved, that is to take the cluster's place. */
export const RESTORED_SUFFIX = '.restored';

export type OpenOptions = {
  dataDirectory: string;
  /** A cluster packed at build time; without it the first start runs initdb, which takes seconds. */
  templateFile?: string;
  /** Shown to a second engine that finds the directory taken. */
  program: string;
  openedAt: string;
  /** Called before the schema of an earlier version is changed. */
  beforeMigration?: (database: Database) => Promise<void>;
  /** Called when Postgres stops for good; every later statement fails. */
  onPanic?: (error: Error) => void;
  /** Called after each statement; the text has placeholders and no values. */
  onStatement?: (text: string, milliseconds: number) => void;
  /** The key of sealed values, where the operating system keeps it. */
  systemKey?: Buffer | null;
};

export type OpenDatabase = { database: Database; syncCounts: SyncCounts };

/** Throws AppError DATA_DIR_LOCKED when another engine has the directory. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  makeDataDirectory(options.dataDirectory);
  const holder = { pid: process.pid, program: options.program, since: options.openedAt };
  const lock = await acquireDataDirectoryLock(options.dataDirectory, holder);
  let client: PGlite | undefined;
  try {
    const cluster = path.join(options.dataDirectory, CLUSTER_FOLDER);
    if (existsSync(`${cluster}${RESTORED_SUFFIX}`)) putRestoredInPlace(cluster, options.openedAt);
    await prepareCluster(cluster, options.templateFile);
    const secrets = openSecretBox(options.dataDirectory, options.systemKey);
    const started = await startPostgres(cluster, { secrets });
    client = started.client;
    const database = new Database(client, {
      onClose: lock.release,
      onPanic: options.onPanic,
      onStatement: options.onStatement,
      secrets,
      fileChanges: started.fileChanges,
    });
    const schema = await appliedMigration(database.db);
    if (schema !== latestMigration) {
      if (schema !== undefined) await options.beforeMigration?.(database);
      await migrate(database.db);
    }
    await removeSessionLeftovers(database.db);
    return { database, syncCounts: started.syncCounts };
  } catch (error) {
    await client?.close().catch(() => undefined);
    await lock.release();
    throw error;
  }
}

function makeDataDirectory(directory: string): void {
  const firstMade = mkdirSync(directory, { recursive: true });
  // Postgres would say less about a folder that it cannot write to.
  accessSync(directory, constants.R_OK | constants.W_OK);
  if (firstMade === undefined) return;
  for (let made = path.resolve(directory); made.startsWith(firstMade); made = path.dirname(made))
    syncDirectory(path.dirname(made));
}

/**
 * Gives the restored cluster the cluster's name. The old one stays beside it, under a name that says since when; it
 * is returned, null when there was none. A crash between the two steps is made good by the next start.
 */
export function putRestoredInPlace(cluster: string, at: string): string | null {
  const kept = freeName(`${cluster}.before-restore-${at.replace(/[:.]/g, '-')}`);
  const isThere = existsSync(cluster);
  if (isThere) renameOver(cluster, kept);
  renameOver(`${cluster}${RESTORED_SUFFIX}`, cluster);
  syncDirectory(path.dirname(cluster));
  return isThere ? kept : null;
}

/** A clock that went back can name an instant twice. */
function freeName(folder: string): string {
  let name = folder;
  for (let count = 2; existsSync(name); count++) name = `${folder}-${count}`;
  return name;
}

/** Makes the cluster when there is none; whatever else is found is left as it is. */
async function prepareCluster(cluster: string, templateFile: string | undefined): Promise<void> {
  const side = `${cluster}.unpacking`;
  rmSync(side, { recursive: true, force: true });
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    refuseTornCluster(cluster);
    // The lock of the data directory is held, so this names an engine that is gone; a power cut can leave it
    // empty, and Postgres would not start then.
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  if (existsSync(cluster)) rmdirSync(cluster);
  if (templateFile && existsSync(templateFile)) return unpackTemplate(templateFile, cluster);
  const { client } = await startPostgres(side);
  await client.close();
  await syncTree(side);
  renameOver(side, cluster);
  syncDirectory(path.dirname(cluster));
}

/** Throws where PG_VERSION is missing: PGlite would run initdb there, over what is left. */
export function refuseTornCluster(cluster: string): void {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return;
  throw new Error(`${cluster} is not a whole cluster: PG_VERSION is missing`);
}

export type StartOptions = {
  extensions?: Extensions;
  /** Opens sealed values as they are read; without one they read as encrypted. */
  secrets?: SecretBox;
};

/** Starts Postgres on a cluster directory; runs initdb first when there is none. */
export async function startPostgres(
  cluster: string,
  { extensions = {}, secrets = new SecretBox() }: StartOptions = {},
): Promise<{ client: PGlite; syncCounts: SyncCounts; fileChanges: FileChanges }> {
  const fs = new DurableNodeFS(cluster);
  const client = await PGlite.create({
    fs,
    pgliteWasmModule: await compilePostgres(),
    extensions: { vector, ...extensions },
    startParams: durableStartParams(),
    initDbStartParams: ['--wal-segsize=4'],
    parsers: {
      [types.TEXT]: (value: string) => secrets.open(value),
      [types.JSON]: (value: string) => secrets.openJson(value),
      [types.JSONB]: (value: string) => secrets.openJson(value),
      [types.DATE]: (value: string) => value,
      [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
      // Sums of bigint cents arrive as numeric; they stay far below 2^53.
      [types.NUMERIC]: (value: string) => Number(value),
    },
  });
  return { client, syncCounts: fs.syncCounts, fileChanges: fs.changes };
}
