/** Unpacks a backup into a cluster and proves that it opens with the content that the manifest states. */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { extract } from 'tar-fs';
import { Database } from '../database/database';
import { appliedMigration } from '../database/migrator';
import { startPostgres } from '../database/open-database';
import { openBackup } from './backup-file';
import type { Unlock } from './backup-frames';
import type { Manifest } from './manifest';
import { compareDigests, digestTables } from './table-digests';

const texts = engineTexts.keeping;

/** Throws FILE_REFUSED for a damaged file, BAD_INPUT for a wrong passphrase. */
export async function unpackBackup(file: string, cluster: string, unlock?: Unlock): Promise<Manifest> {
  const { manifest, data } = await openBackup(file, unlock);
  // Only files and folders: a cluster has nothing else, and a link could lead out of the folder.
  const unpacked = extract(cluster, {
    ignore: (_, header) => header?.type !== 'file' && header?.type !== 'directory',
  });
  await pipeline(Readable.from(data()), createGunzip(), unpacked);
  return manifest;
}

/** Opens an unpacked cluster, compares every table, and closes it cleanly. Throws DATABASE_FAILED. */
export async function proveCluster(cluster: string, manifest: Manifest): Promise<void> {
  const { client } = await startPostgres(cluster);
  const database = new Database(client);
  try {
    const schema = (await appliedMigration(database.db)) ?? 'none';
    const differences = compareDigests(manifest.tables, await digestTables(database.db));
    if (schema !== manifest.schema) differences.push(texts.checks.otherSchema(schema, manifest.schema));
    if (differences.length > 0) {
      throw new AppError('DATABASE_FAILED', texts.backups.copyDiffers(differences[0] ?? ''), {
        details: { differences },
        nextStep: texts.backups.verifyAndRepeat,
      });
    }
  } finally {
    await database.close();
  }
}

/** Unpacks to `folder`, proves, and removes it again. */
export async function proveBackup(file: string, folder: string, unlock?: Unlock): Promise<Manifest> {
  const cluster = path.join(folder, 'postgres');
  try {
    const manifest = await unpackBackup(file, cluster, unlock);
    await proveCluster(cluster, manifest);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
