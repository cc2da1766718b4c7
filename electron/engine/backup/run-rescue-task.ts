/** What can be done for a store while no engine runs, also where its database does not open. */

import type { BackupFile } from '@shared/contract/backups';
import { engineTexts } from '@shared/texts/engine-texts';
import { openDatabase } from '../database/open-database';
import type { Logger } from '../telemetry/logger';
import type { RescueResults, RescueTask } from '../transport/rescue-messages';
import { createBackup } from './create-backup';
import { describeBackup, toBackupFile } from './describe-backup';
import { listBackupFiles } from './list-backup-files';
import { explainFailedOpen } from './open-with-backups';
import { restoreBackup } from './restore-backup';
import { verifyDataDirectory } from './verify-data-directory';

const texts = engineTexts.keeping.dataFolder;

export type RescueContext = {
  dataDirectory: string;
  templateFile: string;
  workerDirectory: string;
  version: string;
  logger: Logger;
  now: () => Date;
};

type FileRequest = { file: string; passphrase?: string };

const PROGRAM = texts.theWindow;

export async function runRescueTask(
  task: RescueTask,
  context: RescueContext,
): Promise<RescueResults[RescueTask['type']]> {
  if (task.type === 'list') return listBackupFiles(context.dataDirectory);
  if (task.type === 'preview') return describeBackup(task.file, task.passphrase);
  if (task.type === 'backUp') return backUp(task, context);
  if (task.type === 'verify') return verifyDataDirectory({ ...context, program: PROGRAM });
  const { file, passphrase } = task;
  const backup = await describeBackup(file, passphrase);
  const { keptFolder } = await restoreBackup({
    ...withPassphrase({ file }, passphrase),
    dataDirectory: context.dataDirectory,
    program: PROGRAM,
    now: context.now,
  });
  return { backup, keptFolder };
}

/** For an engine that dies at its work though the database opens. */
async function backUp({ file, passphrase }: FileRequest, context: RescueContext): Promise<BackupFile> {
  const { dataDirectory, templateFile, workerDirectory, version, now } = context;
  const options = { dataDirectory, templateFile, program: PROGRAM, openedAt: now().toISOString() };
  const { database } = await openDatabase(options).catch(async (error: unknown) => {
    throw await explainFailedOpen(error, dataDirectory);
  });
  try {
    const request = withPassphrase({ file, reason: 'manual' as const }, passphrase);
    const made = await createBackup({ database, dataDirectory, workerDirectory, version, now }, request);
    return toBackupFile(made.file, made.bytes, made.isEncrypted, made.manifest);
  } finally {
    await database.close();
  }
}

function withPassphrase<T extends object>(request: T, passphrase: string | undefined) {
  return { ...request, ...(passphrase === undefined ? {} : { passphrase }) };
}
