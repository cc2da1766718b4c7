/** The newest automatic backup that can be read to its end: what a store goes back to when its database is broken. */

import { listAutomaticBackups } from './automatic-backups';
import { openBackup } from './backup-file';
import type { Manifest } from './manifest';

export type GoodBackup = { file: string; manifest: Manifest };

/** Null when there is none. A damaged or encrypted file is passed over. */
export async function findGoodBackup(dataDirectory: string): Promise<GoodBackup | null> {
  for (const file of listAutomaticBackups(dataDirectory)) {
    try {
      const { manifest, data } = await openBackup(file);
      for await (const _ of data());
      return { file, manifest };
    } catch {
      // The next older one may be whole.
    }
  }
  return null;
}
