/**
 * A consistent copy of a running cluster. Postgres writes only when a statement runs, and there is one connection:
 * while that is held, after a checkpoint, the files stand still. An import that is under way goes on afterwards.
 */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { sql } from 'kysely';
import type { Database, Db } from '../database/database';
import { appliedMigration } from '../database/migrator';
import type { BackupReason, Manifest } from './manifest';
import { digestTables } from './table-digests';

export type CopyRequest = {
  /** The running cluster's folder, and an absent one to copy to. */
  cluster: string;
  copy: string;
  reason: BackupReason;
  program: string;
  createdAt: string;
};

/** WAL before the last checkpoint and segments kept for reuse are not needed to open the copy. */
const WAL_FOLDER = 'pg_wal';
const WAL_SEGMENT = /^[0-9A-F]{24}$/;
const LEFT_OUT = new Set(['postmaster.pid']);

/** Returns the manifest of exactly what was copied. Throws FILE_NOT_WRITTEN when the disk is too full. */
export async function copyCluster(database: Database, request: CopyRequest): Promise<Manifest> {
  return database.db.connection().execute(async (connection) => {
    await sql`checkpoint`.execute(connection);
    const manifest = await describe(connection, request);
    await refuseFullDisk(path.dirname(request.cluster), manifest.databaseBytes);
    const { rows } = await sql<{ first: string; last: string }>`
      select redo_wal_file as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last
      from pg_control_checkpoint()`.execute(connection);
    const wal = rows[0] ?? { first: '', last: '~' };
    await copyFolder(request.cluster, request.copy, wal);
    return manifest;
  });
}

async function describe(db: Db, { reason, program, createdAt }: CopyRequest): Promise<Manifest> {
  const { rows } = await sql<{ postgres: string; databaseBytes: number; newestImportAt: string | null }>`
    select split_part(version(), ' ', 2) as postgres, pg_database_size(current_database()) as database_bytes,
      (select max(imported_at) from import_batch where undone_at is null) as newest_import_at`.execute(db);
  const facts = rows[0];
  if (!facts) throw new Error('describing the database returned no row');
  const stores = await db.selectFrom('store').select(['code', 'name']).orderBy('code').execute();
  const schema = (await appliedMigration(db)) ?? 'none';
  return { reason, program, createdAt, schema, ...facts, stores, tables: await digestTables(db) };
}

async function refuseFullDisk(folder: string, bytesNeeded: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > bytesNeeded * 1.5) return;
  throw new AppError('FILE_NOT_WRITTEN', `The disk that holds ${folder} is too full for a backup.`, {
    details: { folder, bytesNeeded, bytesFree: bavail * bsize },
    nextStep: 'Free some space and try again.',
  });
}

async function copyFolder(from: string, to: string, wal: { first: string; last: string }): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) await copyFolder(source, target, wal);
    else if (entry.isFile() && isNeeded(path.basename(from), entry.name, wal))
      // A file system that can shares the blocks, and then a copy costs next to nothing.
      await copyFile(source, target, constants.COPYFILE_FICLONE);
  }
}

function isNeeded(folder: string, name: string, wal: { first: string; last: string }): boolean {
  if (LEFT_OUT.has(name)) return false;
  if (folder !== WAL_FOLDER || !WAL_SEGMENT.test(name)) return true;
  return name >= wal.first && name <= wal.last;
}
