/** Lives replays through on worker threads, in the order of their seeds whatever ends first. */
import path from 'node:path';
import { Piscina } from 'piscina';
import type { Replicate } from './compare-policies';
import type { StoreHistory } from './store-history';

export type ReplayTask = { history: StoreHistory; months: number; seed: number };

export type ReplayRunOptions = {
  /** Folder with the bundled replay-worker.js. */
  workerDirectory: string;
  threads: number;
  /** Aborting stops the threads at once. */
  signal: AbortSignal;
  onProgress: (done: number) => void;
};

export type ReplicateRunner = (
  tasks: readonly ReplayTask[],
  options: ReplayRunOptions,
) => Promise<Replicate[]>;

export const runReplicates: ReplicateRunner = async (
  tasks,
  { workerDirectory, threads, signal, onProgress },
) => {
  signal.throwIfAborted();
  const pool = new Piscina({
    filename: path.join(workerDirectory, 'replay-worker.js'),
    name: 'replayInWorker',
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(threads, tasks.length)),
  });
  let ending: Promise<void> | null = null;
  const end = () => {
    ending ??= pool.destroy();
    return ending;
  };
  const stop = () => void end();
  signal.addEventListener('abort', stop, { once: true });
  let done = 0;
  try {
    return await Promise.all(
      tasks.map(async (task) => {
        const replicate: Replicate = await pool.run(task);
        done += 1;
        onProgress(done);
        return replicate;
      }),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await end();
  }
};
