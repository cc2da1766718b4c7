/** How automatic backups are kept, for the screen where that is chosen. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { BackupState } from '@shared/contract/backups';
import { AppError } from '@shared/contract/errors';
import { automaticNames, isDailyBackupDue, isWritable, ownFolder } from './automatic-backups';
import { type BackupPreferences, readBackupPreferences, writeBackupPreferences } from './backup-preferences';

export function readBackupState({
  dataDirectory,
  now,
}: {
  dataDirectory: string;
  now: () => Date;
}): BackupState {
  const preferences = readBackupPreferences(dataDirectory);
  const folder = preferences.folder ?? ownFolder(dataDirectory);
  return {
    preferences,
    folder,
    isChosenFolderUsable: preferences.folder === null || isWritable(folder),
    isDailyDue: isDailyBackupDue(automaticNames(dataDirectory), now()),
  };
}

/** Throws BAD_INPUT for a folder that no backup could be written to now, and for the database's own. */
export function setBackupPreferences(dataDirectory: string, preferences: BackupPreferences): void {
  const { folder } = preferences;
  if (folder !== null) refuseUnusable(folder, dataDirectory);
  writeBackupPreferences(dataDirectory, preferences);
}

function refuseUnusable(folder: string, dataDirectory: string): void {
  const isInCluster = !path.relative(path.join(dataDirectory, 'postgres'), folder).startsWith('..');
  const isFolder = path.isAbsolute(folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder && isWritable(folder) && !isInCluster) return;
  throw new AppError('BAD_INPUT', `Backups cannot be written to ${folder}.`, {
    details: { folder },
    nextStep: 'Choose a folder that is there and that you may write to, best on another disk.',
  });
}
