/**
 * Opens a data directory as `openDatabase` does, with what backups add: one is made before the schema changes, and
 * a database that does not open is explained, with the newest good backup. The broken one is left as it is.
 */

import { rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { CLUSTER_FOLDER, type OpenDatabase, type OpenOptions, openDatabase } from '../database/open-database';
import type { Logger } from '../telemetry/logger';
import {
  automaticBackupName,
  automaticFolders,
  prepareAutomaticFolder,
  readNames,
  removeOldBackups,
} from './automatic-backups';
import { readBackupPreferences } from './backup-preferences';
import { createBackup, WORK_FOLDER_PREFIX } from './create-backup';
import { findGoodBackup } from './find-good-backup';

const texts = engineTexts.keeping.opening;

export type OpenWithBackups = OpenOptions & {
  workerDirectory: string;
  version: string;
  now: () => Date;
  logger: Logger;
};

/** Throws DATA_DIR_LOCKED, or DATABASE_FAILED with what can be done. */
export async function openWithBackups(options: OpenWithBackups): Promise<OpenDatabase> {
  const { dataDirectory, workerDirectory, version, now, logger } = options;
  try {
    const opened = await openDatabase({
      ...options,
      beforeMigration: async (database) => {
        const { folder } = prepareAutomaticFolder(dataDirectory);
        const file = path.join(folder, automaticBackupName('migration', now()));
        const { bytes } = await createBackup(
          { database, dataDirectory, workerDirectory, version, now },
          { file, reason: 'migration', recipient: readBackupPreferences(dataDirectory).recipient },
        );
        logger.info({ bytes }, 'backed up before a migration');
        removeOldBackups(dataDirectory);
      },
    });
    removeUnfinishedWork(dataDirectory);
    return opened;
  } catch (error) {
    if (error instanceof AppError) throw error;
    logger.error({ error }, 'the database did not open');
    throw await explainFailedOpen(error, dataDirectory);
  }
}

const FOLDER_REASONS: Record<string, string> = {
  EACCES: texts.folder.reasons.noRight,
  EPERM: texts.folder.reasons.noRight,
  EROFS: texts.folder.reasons.readOnly,
  ENOSPC: texts.folder.reasons.full,
  EDQUOT: texts.folder.reasons.full,
  ENOTDIR: texts.folder.reasons.isFile,
};

/** What failed, in words, and the newest good backup to go back to. */
export async function explainFailedOpen(error: unknown, dataDirectory: string): Promise<AppError> {
  const folderReason = FOLDER_REASONS[String((error as NodeJS.ErrnoException).code)];
  if (folderReason) {
    return new AppError('DATABASE_FAILED', texts.folder.message(dataDirectory, folderReason), {
      details: { dataDirectory },
      nextStep: texts.folder.nextStep,
    });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const backup = await findGoodBackup(dataDirectory);
  const nextStep = backup
    ? texts.restore(backup.createdAt, restoreCommand(backup))
    : texts.noBackup(texts.either(automaticFolders(dataDirectory)));
  return new AppError('DATABASE_FAILED', texts.failed(dataDirectory, reason), {
    details: { dataDirectory, reason, backup: backup?.file ?? null },
    nextStep,
  });
}

function restoreCommand({ file, isEncrypted }: { file: string; isEncrypted: boolean }): string {
  return ['doso', 'restore', `"${file}"`, ...(isEncrypted ? ['--passphrase-file', 'FILE'] : [])].join(' ');
}

/** In a folder of choice there may be others' unfinished files too. */
const UNFINISHED_BACKUP = /^doso-.*\.dosobackup\.\d+\.part$/;

/** What a killed engine left of a backup or of a restore; the lock is held, so nobody else is at it. */
function removeUnfinishedWork(dataDirectory: string): void {
  const isUnfinished = (name: string) =>
    name.startsWith(WORK_FOLDER_PREFIX) ||
    (name.startsWith(`${CLUSTER_FOLDER}.`) && name.endsWith('.unpacking'));
  for (const name of readNames(dataDirectory))
    if (isUnfinished(name)) rmSync(path.join(dataDirectory, name), { recursive: true, force: true });
  for (const folder of automaticFolders(dataDirectory))
    for (const name of readNames(folder))
      if (UNFINISHED_BACKUP.test(name)) rmSync(path.join(folder, name), { force: true });
}
