import { stat } from 'node:fs/promises';
import type { BackupFile } from '@shared/contract/backups';
import { openBackup } from './backup-file';
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
  const { manifest, isEncrypted } = await openBackup(file, passphrase);
  return toBackupFile(file, (await stat(file)).size, isEncrypted, manifest);
}
