/** How automatic backups are kept, for the screen where that is chosen. */

import { statSync } from 'node:fs';
import path from 'node:path';
import type { BackupState } from '@shared/contract/backups';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { automaticNames, isDailyBackupDue, isWritable, ownFolder } from './automatic-backups';
import { readBackupPreferences, writeBackupPreferences } from './backup-preferences';
import { makeRecipient } from './backup-recipient';

const noSuchFolder = engineTexts.keeping.backups.noSuchFolder;

export function readBackupState({
  dataDirectory,
  now,
}: {
  dataDirectory: string;
  now: () => Date;
}): BackupState {
  const { folder: chosen, recipient } = readBackupPreferences(dataDirectory);
  const folder = chosen ?? ownFolder(dataDirectory);
  return {
    preferences: { folder: chosen },
    folder,
    isEncrypted: recipient !== null,
    isChosenFolderUsable: chosen === null || isWritable(folder),
    isDailyDue: isDailyBackupDue(automaticNames(dataDirectory), now()),
  };
}

/** Throws BAD_INPUT for a folder that no backup could be written to now, and for the database's own. */
export function setBackupFolder(dataDirectory: string, folder: string | null): void {
  if (folder !== null) refuseUnusable(folder, dataDirectory);
  writeBackupPreferences(dataDirectory, { ...readBackupPreferences(dataDirectory), folder });
}

/** Earlier backups keep the passphrase they were made with. Throws BAD_INPUT for a short one. */
export async function setBackupPassphrase(dataDirectory: string, passphrase: string | null): Promise<void> {
  const recipient = passphrase === null ? null : await makeRecipient(passphrase);
  writeBackupPreferences(dataDirectory, { ...readBackupPreferences(dataDirectory), recipient });
}

function refuseUnusable(folder: string, dataDirectory: string): void {
  const isInCluster = !path.relative(path.join(dataDirectory, 'postgres'), folder).startsWith('..');
  const isFolder = path.isAbsolute(folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder && isWritable(folder) && !isInCluster) return;
  throw new AppError('BAD_INPUT', noSuchFolder.message(folder), {
    details: { folder },
    nextStep: noSuchFolder.nextStep,
  });
}
