import type { BackupFile } from '@shared/contract/backups';
import { listAutomaticBackups } from './automatic-backups';
import { describeBackup } from './describe-backup';

/** The automatic backups with what is in each, newest first. A file that cannot be read is left out. */
export async function listBackupFiles(dataDirectory: string): Promise<BackupFile[]> {
  const described = await Promise.allSettled(
    listAutomaticBackups(dataDirectory).map((file) => describeBackup(file)),
  );
  return described.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
