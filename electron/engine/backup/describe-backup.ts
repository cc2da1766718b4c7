import { stat } from 'node:fs/promises';
import type { BackupFile, ListedBackup } from '@shared/contract/backups';
import type { AutomaticBackup } from './automatic-backups';
import { openBackup } from './backup-file';
import { skimFrames } from './backup-frames';
import type { Manifest } from './manifest';

export function toBackupFile(
  file: string,
  bytes: number,
  isEncrypted: boolean,
  { schema, tables, postgres: _, dataKey, ...rest }: Manifest,
): BackupFile {
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  return {
    file,
    bytes,
    isEncrypted,
    hasKey: dataKey !== undefined,
    content: { ...rest, schemaVersion: schema, rows },
  };
}

/** Reads header and manifest only. Throws FILE_REFUSED or BAD_INPUT. */
export async function describeBackup(file: string, passphrase?: string): Promise<BackupFile> {
  const { manifest, key } = await openBackup(file, passphrase);
  return toBackupFile(file, (await stat(file)).size, key !== null, manifest);
}

/** What can be told of an automatic backup without a passphrase. Throws FILE_REFUSED. */
export async function describeListed({ file, reason, createdAt }: AutomaticBackup): Promise<ListedBackup> {
  const { isEncrypted } = await skimFrames(file);
  const bytes = (await stat(file)).size;
  if (isEncrypted) return { file, bytes, isEncrypted, reason, createdAt, content: null };
  const { content } = await describeBackup(file);
  return { file, bytes, isEncrypted, reason, createdAt, content };
}
