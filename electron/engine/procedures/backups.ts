import path from 'node:path';
import { listAutomaticBackups } from '../backup/automatic-backups';
import { createBackup } from '../backup/create-backup';
import { describeBackup, toBackupFile } from '../backup/describe-backup';
import { implementer } from './implementer';

export const backups = {
  start: implementer.backups.start.handler(async ({ context, input }) => {
    const file = path.resolve(input.path);
    const { passphrase } = input;
    const job = await context.jobs.start(
      'backup',
      `Back up to ${path.basename(file)}`,
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
  list: implementer.backups.list.handler(async ({ context }) => {
    const described = await Promise.allSettled(
      listAutomaticBackups(context.dataDirectory).map((file) => describeBackup(file)),
    );
    return described.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }),
};
