/** Entry of the thread that writes and proves backups. */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import type { BackupAnswer, BackupProgress } from './write-on-thread';
import { type WriteTask, writeProvedBackup } from './write-proved-backup';

export async function writeInWorker({
  progress: port,
  ...task
}: WriteTask & { progress: MessagePort }): Promise<BackupAnswer> {
  try {
    return await writeProvedBackup(task, (progress, message) => {
      const said: BackupProgress = { progress, message };
      port.postMessage(said);
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, details, nextStep } = error;
    return { failure: { code, message, details, nextStep } };
  } finally {
    port.close();
  }
}
