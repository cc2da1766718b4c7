/** Makes a backup and proves it: the written file is unpacked, opened and held against the database's checksums. */
import { randomUUID } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AppError } from '@shared/contract/errors';
import { pack } from 'tar-fs';
import type { Database } from '../database/database';
import { renameOver } from '../database/host-system';
import { CLUSTER_FOLDER } from '../database/open-database';
import { syncDirectory } from '../database/sync-to-disk';
import { type Protection, writeBackup } from './backup-file';
import type { Recipient } from './backup-recipient';
import { copyCluster } from './copy-cluster';
import type { BackupReason, Manifest } from './manifest';
import { proveBackup } from './unpack-backup';

/** Folders of unfinished work in a data directory start with this; a start removes them. */
export const WORK_FOLDER_PREFIX = 'backup-work-';

export type BackupSource = { database: Database; dataDirectory: string; version: string; now: () => Date };

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
 * The file is there whole or not at all. Other work waits only while the cluster's files are copied.
 * Throws FILE_NOT_WRITTEN, and DATABASE_FAILED when the copy does not prove good.
 */
export async function createBackup(source: BackupSource, request: BackupRequest): Promise<MadeBackup> {
  const work = path.join(source.dataDirectory, `${WORK_FOLDER_PREFIX}${randomUUID().slice(0, 8)}`);
  const file = path.resolve(request.file);
  const partial = `${file}.${process.pid}.part`;
  const report = request.onProgress ?? (() => undefined);
  const protection = request.passphrase ?? request.recipient ?? undefined;
  try {
    report(0, 'Copying the database');
    const copy = path.join(work, 'copy');
    const described = await copyCluster(source.database, {
      cluster: path.join(source.dataDirectory, CLUSTER_FOLDER),
      copy,
      reason: request.reason,
      program: `DOSO ${source.version}`,
      createdAt: source.now().toISOString(),
    });
    request.signal?.throwIfAborted();
    report(0.3, 'Writing the backup');
    const dataKey = protection === undefined ? null : source.database.secrets.exportKey();
    const manifest = dataKey === null ? described : { ...described, dataKey };
    const key = await writeFile(partial, manifest, copy, { protection, signal: request.signal });
    await rm(copy, { recursive: true, force: true });
    report(0.7, 'Opening the backup to check it');
    await proveBackup(partial, path.join(work, 'proof'), key ?? undefined);
    request.signal?.throwIfAborted();
    renameOver(partial, file);
    syncDirectory(path.dirname(file));
    const { size } = await stat(file);
    return { file, bytes: size, isEncrypted: key !== null, manifest };
  } finally {
    await rm(partial, { force: true });
    await rm(work, { recursive: true, force: true });
  }
}

async function writeFile(
  target: string,
  manifest: Manifest,
  copy: string,
  { protection, signal }: { protection: Protection | undefined; signal: AbortSignal | undefined },
): Promise<Buffer | null> {
  const tar = pack(copy);
  const zip = createGzip({ level: 3 });
  tar.on('error', (error: Error) => zip.destroy(error));
  const data = Readable.from(tar.pipe(zip), signal ? { signal } : {});
  const file = await open(target, 'w', 0o600).catch((error: unknown) => {
    throw notWritten(error, target);
  });
  try {
    return await writeBackup(file, manifest, data, protection);
  } catch (error) {
    throw notWritten(error, target);
  } finally {
    await file.close();
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'its folder may not be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

function notWritten(error: unknown, target: string): unknown {
  const reason = REASONS[String((error as NodeJS.ErrnoException).code)];
  if (!reason) return error;
  const name = path.basename(target).replace(/\.\d+\.part$/, '');
  return new AppError('FILE_NOT_WRITTEN', `The backup ${name} could not be written: ${reason}.`, {
    details: { folder: path.dirname(target) },
    nextStep: 'Choose another folder, or make room, and try again.',
  });
}
