import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@shared/contract/errors';
import { Piscina } from 'piscina';
import type { WriteTask, WrittenBackup } from './write-proved-backup';

export type BackupProgress = { progress: number; message: string };

/** An expected failure crosses the thread's border as data, for there errors lose their class. */
export type BackupAnswer =
  | WrittenBackup
  | { failure: { code: ErrorCode; message: string; details: ErrorDetails; nextStep: string | null } };

/** `workerDirectory` holds the bundled backup-worker.js. */
export type BackupThread = {
  workerDirectory: string;
  signal: AbortSignal | undefined;
  report: (progress: number, message: string) => void;
};

/**
 * Runs `writeProvedBackup` on a thread of its own, which ends with it: a second Postgres takes 100 MB, and on the engine's
 * thread every screen would wait for as long as a sum over all rows takes. Aborting ends the thread at once.
 */
export async function writeOnThread(
  task: WriteTask,
  { workerDirectory, signal, report }: BackupThread,
): Promise<WrittenBackup> {
  signal?.throwIfAborted();
  const filename = path.join(workerDirectory, 'backup-worker.js');
  const pool = new Piscina({ filename, name: 'writeInWorker', minThreads: 1, maxThreads: 1 });
  const { port1, port2 } = new MessageChannel();
  port1.on('message', ({ progress, message }: BackupProgress) => report(progress, message));
  try {
    const answer: BackupAnswer = await pool.run(
      { ...task, progress: port2 },
      { transferList: [port2], ...(signal ? { signal } : {}) },
    );
    if (!('failure' in answer)) return answer;
    const { code, message, details, nextStep } = answer.failure;
    throw new AppError(code, message, { details, ...(nextStep === null ? {} : { nextStep }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    port1.close();
    await pool.destroy();
  }
}
