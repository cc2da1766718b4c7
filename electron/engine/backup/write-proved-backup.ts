/** From a copy of the cluster to a backup file that was opened and holds what the copy holds. */

import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { engineTexts } from '@shared/texts/engine-texts';
import { pack } from 'tar-fs';
import { type Protection, writeBackup } from './backup-file';
import { notWritten } from './backup-not-written';
import { digestCopy } from './digest-copy';
import type { Manifest } from './manifest';
import { proveBackup } from './unpack-backup';

const steps = engineTexts.keeping.backups.steps;

export type WriteTask = {
  /** The copied cluster, which is removed once the file is written; where its log must get to. */
  copy: string;
  walPosition: string;
  described: Omit<Manifest, 'tables'>;
  file: string;
  /** An absent folder to unpack to. */
  proof: string;
  protection: Protection | null;
  /** Base64, of sealed values. */
  dataKey: string | null;
};

export type WrittenBackup = { manifest: Manifest; isEncrypted: boolean };

/** Throws FILE_NOT_WRITTEN, and DATABASE_FAILED when the file does not prove good. */
export async function writeProvedBackup(
  { copy, walPosition, described, file, proof, protection, dataKey }: WriteTask,
  report: (progress: number, message: string) => void,
): Promise<WrittenBackup> {
  report(0.2, steps.counting);
  const tables = await digestCopy(copy, walPosition);
  report(0.4, steps.writing);
  const manifest = { ...described, tables, ...(dataKey === null ? {} : { dataKey }) };
  const key = await writeFile(file, manifest, copy, protection);
  await rm(copy, { recursive: true, force: true });
  report(0.7, steps.checking);
  await proveBackup(file, proof, key ?? undefined);
  return { manifest, isEncrypted: key !== null };
}

async function writeFile(
  target: string,
  manifest: Manifest,
  copy: string,
  protection: Protection | null,
): Promise<Buffer | null> {
  const tar = pack(copy);
  const zip = createGzip({ level: 3 });
  tar.on('error', (error: Error) => zip.destroy(error));
  const file = await open(target, 'w', 0o600).catch((error: unknown) => {
    throw notWritten(error, target);
  });
  try {
    return await writeBackup(file, manifest, Readable.from(tar.pipe(zip)), protection ?? undefined);
  } catch (error) {
    throw notWritten(error, target);
  } finally {
    await file.close();
  }
}
