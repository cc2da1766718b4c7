import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import { readBackupState, setBackupFolder, setBackupPassphrase } from '../backup/backup-state';
import { createBackup } from '../backup/create-backup';
import { describeBackup, toBackupFile } from '../backup/describe-backup';
import { listBackupFiles } from '../backup/list-backup-files';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const backups = {
  start: implementer.backups.start.handler(async ({ context, input }) => {
    const file = path.resolve(input.path);
    const { passphrase } = input;
    const job = await context.jobs.start(
      'backup',
      titles.backup(path.basename(file)),
      async ({ signal, report }) => {
        const made = await createBackup(context, {
          file,
          reason: 'manual',
          signal,
          onProgress: report,
          ...(passphrase === undefined ? {} : { passphrase }),
        });
        return { backup: toBackupFile(made.file, made.bytes, made.isEncrypted, made.manifest) };
      },
    );
    return { jobId: job.id };
  }),
  preview: implementer.backups.preview.handler(({ input }) => describeBackup(input.path, input.passphrase)),
  list: implementer.backups.list.handler(({ context }) => listBackupFiles(context.dataDirectory)),
  getState: implementer.backups.getState.handler(({ context }) => readBackupState(context)),
  setPreferences: implementer.backups.setPreferences.handler(({ context, input }) => {
    setBackupFolder(context.dataDirectory, input.folder);
    return readBackupState(context);
  }),
  setPassphrase: implementer.backups.setPassphrase.handler(async ({ context, input }) => {
    await setBackupPassphrase(context.dataDirectory, input.passphrase);
    return readBackupState(context);
  }),
};
