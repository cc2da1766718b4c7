import type { ListedBackup } from '@shared/contract/backups';
import { listAutomaticBackups } from './automatic-backups';
import { describeListed } from './describe-backup';

/** The automatic backups with what is in each, newest first. A file that is no whole backup is left out. */
export async function listBackupFiles(dataDirectory: string): Promise<ListedBackup[]> {
  const described = await Promise.allSettled(listAutomaticBackups(dataDirectory).map(describeListed));
  return described.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
