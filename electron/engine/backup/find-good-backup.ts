/** The newest automatic backup that can be read to its end: what a store goes back to when its database is broken. */

import { type AutomaticBackup, listAutomaticBackups } from './automatic-backups';
import { openBackup } from './backup-file';
import { skimFrames } from './backup-frames';

export type GoodBackup = AutomaticBackup & { isEncrypted: boolean };

/** Null when there is none. A damaged file is passed over; of an encrypted one only its length can be checked here. */
export async function findGoodBackup(dataDirectory: string): Promise<GoodBackup | null> {
  for (const backup of listAutomaticBackups(dataDirectory)) {
    try {
      const { isEncrypted } = await skimFrames(backup.file);
      if (!isEncrypted) await readThrough(backup.file);
      return { ...backup, isEncrypted };
    } catch {
      // The next older one may be whole.
    }
  }
  return null;
}

async function readThrough(file: string): Promise<void> {
  const { data } = await openBackup(file);
  for await (const _ of data());
}
