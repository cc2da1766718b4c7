/**
 * A consistent copy of a running cluster. Postgres writes only when a statement runs, and there is one connection.
 * Files are copied while statements go on, and what they change meanwhile is noted and copied again; then the connection
 * is held for the last few blocks alone: after a checkpoint the files stand still, and the copy is the state between two
 * statements. An import that is under way goes on afterwards.
 */

import { readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { Database, Db } from '../database/database';
import { bytesOf, type FileChanges } from '../database/file-changes';
import { appliedMigration } from '../database/migrator';
import { copyFolder, copyWhole, type Folders, updateCopy } from './copy-files';
import type { BackupReason, Manifest } from './manifest';

const tooFull = engineTexts.keeping.backups.diskTooFull;

export type CopyRequest = {
  /** The running cluster's folder, and an absent one to copy to. */
  cluster: string;
  copy: string;
  reason: BackupReason;
  program: string;
  createdAt: string;
  signal?: AbortSignal | undefined;
};

export type CopiedCluster = {
  described: Omit<Manifest, 'tables'>;
  /** How far Postgres had written its log when the copy was made; whoever opens the copy must get as far. */
  walPosition: string;
};

/** WAL before the last checkpoint and segments kept for reuse are not needed to open the copy. */
const WAL_FOLDER = 'pg_wal';
const WAL_SEGMENT = /^pg_wal\/[0-9A-F]{24}$/;
const LEFT_OUT = new Set(['postmaster.pid']);

/** Copied again while statements go on until so little is left, or so often. */
const LITTLE_BYTES = 8 << 20;
const MOST_ROUNDS = 8;

/** Throws FILE_NOT_WRITTEN when the disk is too full. */
export async function copyCluster(database: Database, request: CopyRequest): Promise<CopiedCluster> {
  const { fileChanges } = database;
  if (!fileChanges) throw new Error('the files of this database are not watched');
  const folders = { from: request.cluster, to: request.copy };
  await refuseFullDisk(database.db, path.dirname(request.cluster));
  fileChanges.start();
  try {
    await copyFolder(folders, '', isCopiedAhead);
    await catchUp(database, fileChanges, folders, request.signal);
    return await database.db.connection().execute(async (connection) => {
      await sql`checkpoint`.execute(connection);
      await updateCopy(folders, fileChanges.take(), isCopiedAhead);
      const wal = await readWalPositions(connection);
      await copyWal(folders, wal);
      return { described: await describe(connection, request), walPosition: wal.position };
    });
  } finally {
    fileChanges.stop();
  }
}

function isCopiedAhead(relative: string): boolean {
  return !LEFT_OUT.has(relative) && !WAL_SEGMENT.test(relative);
}

/** Each round takes less long than the one before, so less is changed during it. */
async function catchUp(
  database: Database,
  fileChanges: FileChanges,
  folders: Folders,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    signal?.throwIfAborted();
    // What is in memory alone is written now, so that the last checkpoint has little to do.
    await database.runAlone('checkpoint');
    const changed = fileChanges.take();
    await updateCopy(folders, changed, isCopiedAhead);
    if (bytesOf(changed) < LITTLE_BYTES) return;
  }
}

type WalPositions = { first: string; last: string; position: string };

async function readWalPositions(db: Db): Promise<WalPositions> {
  const { rows } = await sql<WalPositions>`
    select redo_wal_file as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last,
      pg_current_wal_insert_lsn()::text as position
    from pg_control_checkpoint()`.execute(db);
  const positions = rows[0];
  if (!positions) throw new Error('Postgres does not tell where its log stands');
  return positions;
}

async function copyWal(folders: Folders, { first, last }: WalPositions): Promise<void> {
  for (const name of await readdir(path.join(folders.from, WAL_FOLDER))) {
    const relative = `${WAL_FOLDER}/${name}`;
    if (WAL_SEGMENT.test(relative) && name >= first && name <= last) await copyWhole(folders, relative);
  }
}

async function describe(
  db: Db,
  { reason, program, createdAt }: CopyRequest,
): Promise<Omit<Manifest, 'tables'>> {
  const { rows } = await sql<{ postgres: string; databaseBytes: number; newestImportAt: string | null }>`
    select split_part(version(), ' ', 2) as postgres, pg_database_size(current_database()) as database_bytes,
      (select max(imported_at) from import_batch where undone_at is null) as newest_import_at`.execute(db);
  const facts = rows[0];
  if (!facts) throw new Error('describing the database returned no row');
  const stores = await db.selectFrom('store').select(['code', 'name']).orderBy('code').execute();
  const schema = (await appliedMigration(db)) ?? 'none';
  return { reason, program, createdAt, schema, ...facts, stores };
}

async function refuseFullDisk(db: Db, folder: string): Promise<void> {
  const { rows } = await sql<{ bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  const bytesNeeded = rows[0]?.bytes ?? 0;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > bytesNeeded * 1.5) return;
  throw new AppError('FILE_NOT_WRITTEN', tooFull.message(folder), {
    details: { folder, bytesNeeded, bytesFree: bavail * bsize },
    nextStep: tooFull.nextStep,
  });
}
