/**
 * Opens a data directory as `openDatabase` does, with what backups add: one is made before the schema changes, and
 * a database that does not open is explained, with the newest good backup. The broken one is left as it is.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
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
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it is on a disk that cannot be written to',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  ENOTDIR: 'part of its path is a file',
};

/** What failed, in words, and the newest good backup to go back to. */
export async function explainFailedOpen(error: unknown, dataDirectory: string): Promise<AppError> {
  const folderReason = FOLDER_REASONS[String((error as NodeJS.ErrnoException).code)];
  if (folderReason) {
    return new AppError(
      'DATABASE_FAILED',
      `The data folder ${dataDirectory} cannot be used: ${folderReason}.`,
      {
        details: { dataDirectory },
        nextStep: 'Choose another folder, or put this right, and start again.',
      },
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  const backup = await findGoodBackup(dataDirectory);
  const nextStep = backup
    ? `Restore the newest good backup, made ${backup.createdAt}: doso restore "${backup.file}"${backup.isEncrypted ? ' --passphrase-file FILE' : ''}. The broken database is kept beside it.`
    : `There is no good backup in ${automaticFolders(dataDirectory).join(' or ')}. Keep the folder as it is, and restore a backup from elsewhere if there is one.`;
  return new AppError('DATABASE_FAILED', `The database in ${dataDirectory} does not open: ${reason}`, {
    details: { dataDirectory, reason, backup: backup?.file ?? null },
    nextStep,
  });
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
