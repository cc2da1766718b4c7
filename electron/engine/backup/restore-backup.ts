/**
 * Puts a backup in the place of the database. It is unpacked and proved beside the old one first; then the old
 * folder gets another name and stays. No engine may run on the data directory meanwhile: restoring holds its lock.
 */

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { acquireDataDirectoryLock } from '../database/data-directory-lock';
import { renameOver } from '../database/host-system';
import { latestMigration } from '../database/migrator';
import { CLUSTER_FOLDER, putRestoredInPlace, RESTORED_SUFFIX } from '../database/open-database';
import { syncDirectory, syncTree } from '../database/sync-to-disk';
import { addRestoredKey } from '../transport/data-key-file';
import { openBackup } from './backup-file';
import type { Manifest } from './manifest';
import { proveCluster, unpackBackup } from './unpack-backup';

const newerVersion = engineTexts.keeping.backups.newerVersion;

export type RestoreRequest = {
  file: string;
  dataDirectory: string;
  passphrase?: string;
  /** Shown to an engine that finds the directory taken. */
  program: string;
  now: () => Date;
};

export type Restored = { manifest: Manifest; keptFolder: string | null };

/** Throws DATA_DIR_LOCKED, FILE_REFUSED, BAD_INPUT or DATABASE_FAILED; the database is as it was then. */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { manifest, key } = await openBackup(request.file, request.passphrase);
  refuseNewerSchema(manifest);
  mkdirSync(request.dataDirectory, { recursive: true });
  const since = request.now().toISOString();
  const lock = await acquireDataDirectoryLock(request.dataDirectory, {
    pid: process.pid,
    program: request.program,
    since,
  });
  try {
    const cluster = path.join(request.dataDirectory, CLUSTER_FOLDER);
    await prepareRestored(request.file, key, `${cluster}${RESTORED_SUFFIX}`);
    keepKey(request.dataDirectory, manifest);
    return { manifest, keptFolder: putRestoredInPlace(cluster, since) };
  } finally {
    await lock.release();
  }
}

/** A folder of the final name is whole, proved and on disk. */
async function prepareRestored(file: string, key: Buffer | null, restored: string): Promise<void> {
  const unpacking = `${restored}.unpacking`;
  if (existsSync(restored)) rmSync(restored, { recursive: true });
  try {
    const manifest = await unpackBackup(file, unpacking, key ?? undefined);
    await proveCluster(unpacking, manifest);
    await syncTree(unpacking);
    renameOver(unpacking, restored);
    syncDirectory(path.dirname(restored));
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
}

/** A backup of another computer was sealed with that one's key; it goes beside this one's. */
function keepKey(dataDirectory: string, { dataKey }: Manifest): void {
  if (dataKey !== undefined) addRestoredKey(dataDirectory, Buffer.from(dataKey, 'base64'));
}

function refuseNewerSchema({ schema, program }: Manifest): void {
  if (schema <= latestMigration) return;
  throw new AppError('FILE_REFUSED', newerVersion.message(program), {
    details: { schema, newestKnown: latestMigration },
    nextStep: newerVersion.nextStep,
  });
}
