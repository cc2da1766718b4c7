/**
 * Makes a backup and proves it: the cluster is copied here, and a thread writes the file, unpacks it, opens it and holds it
 * against what was copied.
 */

import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Database } from '../database/database';
import { renameOver } from '../database/host-system';
import { CLUSTER_FOLDER } from '../database/open-database';
import { syncDirectory } from '../database/sync-to-disk';
import { notWritten } from './backup-not-written';
import type { Recipient } from './backup-recipient';
import { copyCluster } from './copy-cluster';
import type { BackupReason, Manifest } from './manifest';
import { writeOnThread } from './write-on-thread';

const texts = engineTexts.keeping.backups;

/** Folders of unfinished work in a data directory start with this; a start removes them. */
export const WORK_FOLDER_PREFIX = 'backup-work-';

export type BackupSource = {
  database: Database;
  dataDirectory: string;
  workerDirectory: string;
  version: string;
  now: () => Date;
};

export type BackupRequest = {
  file: string;
  reason: BackupReason;
  passphrase?: string;
  /** Of automatic backups, which nobody is asked a passphrase for. */
  recipient?: Recipient | null;
  signal?: AbortSignal;
  onProgress?: (progress: number, message: string) => void;
};

export type MadeBackup = { file: string; bytes: number; isEncrypted: boolean; manifest: Manifest };

/**
 * The file is there whole or not at all. Other work waits only while the last changes are copied.
 * Throws FILE_NOT_WRITTEN, and DATABASE_FAILED when the copy does not prove good.
 */
export async function createBackup(source: BackupSource, request: BackupRequest): Promise<MadeBackup> {
  const work = path.join(source.dataDirectory, `${WORK_FOLDER_PREFIX}${randomUUID().slice(0, 8)}`);
  const file = path.resolve(request.file);
  const partial = `${file}.${process.pid}.part`;
  const report = request.onProgress ?? (() => undefined);
  const protection = protect(source.database, request);
  try {
    report(0, texts.steps.copying);
    const copy = path.join(work, 'copy');
    const { described, walPosition } = await copyCluster(source.database, {
      cluster: path.join(source.dataDirectory, CLUSTER_FOLDER),
      copy,
      reason: request.reason,
      program: `DOSO ${source.version}`,
      createdAt: source.now().toISOString(),
      signal: request.signal,
    }).catch((error: unknown) => {
      throw notWritten(error, file);
    });
    const { manifest, isEncrypted } = await writeOnThread(
      { copy, walPosition, described, file: partial, proof: path.join(work, 'proof'), ...protection },
      { workerDirectory: source.workerDirectory, signal: request.signal, report },
    );
    request.signal?.throwIfAborted();
    renameOver(partial, file);
    syncDirectory(path.dirname(file));
    const { size } = await stat(file);
    return { file, bytes: size, isEncrypted, manifest };
  } finally {
    await rm(partial, { force: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** The key of sealed values goes along where nobody reads it without the passphrase. */
function protect({ secrets }: Database, { passphrase, recipient }: BackupRequest) {
  const protection = passphrase ?? recipient ?? null;
  return { protection, dataKey: protection === null ? null : secrets.exportKey() };
}
