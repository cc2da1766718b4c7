/** Backs up once a day of use, as a job beside other work, some time after the start so as not to slow it. */

import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import {
  automaticBackupName,
  automaticNames,
  isDailyBackupDue,
  prepareAutomaticFolder,
  removeOldBackups,
} from './automatic-backups';
import { readBackupPreferences } from './backup-preferences';
import { createBackup } from './create-backup';

const texts = engineTexts.keeping.backups;

const AFTER_START_MS = 2 * 60 * 1000;
const LOOK_AGAIN_MS = 60 * 60 * 1000;

/** Returns how to stop looking. A window that stays open for days gets its backups too. */
export function scheduleDailyBackup(context: EngineContext): () => void {
  const look = () =>
    backUpIfDue(context).catch((error: unknown) => context.logger.error({ error }, 'no daily backup'));
  const first = setTimeout(look, AFTER_START_MS);
  const again = setInterval(look, LOOK_AGAIN_MS);
  first.unref();
  again.unref();
  return () => {
    clearTimeout(first);
    clearInterval(again);
  };
}

/** Starts a job and waits for it when a backup is due and there is something to keep; says whether it did. */
export async function backUpIfDue(context: EngineContext): Promise<boolean> {
  const { dataDirectory, now, jobs, db } = context;
  if (!isDailyBackupDue(automaticNames(dataDirectory), now())) return false;
  const something = await db.selectFrom('store').select('id').limit(1).executeTakeFirst();
  if (!something) return false;
  const job = await jobs.start('backup', texts.daily, async ({ signal, report }) => {
    const { folder, isChosen } = prepareAutomaticFolder(dataDirectory);
    if (!isChosen) context.logger.warn('the chosen backup folder cannot be reached: using the own one');
    const file = path.join(folder, automaticBackupName('daily', now()));
    const { recipient } = readBackupPreferences(dataDirectory);
    const request = { file, reason: 'daily', recipient, signal, onProgress: report } as const;
    const { bytes } = await createBackup(context, request);
    removeOldBackups(dataDirectory);
    return { file, bytes, isInChosenFolder: isChosen };
  });
  await jobs.wait(job.id);
  return true;
}
