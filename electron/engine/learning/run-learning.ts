import path from 'node:path';
import { Piscina } from 'piscina';
import type { LearningResult, LearningTask } from './types';

/** Where a learning task is worked out; rejects when the signal aborts. */
export type LearningRunner = (task: LearningTask, signal: AbortSignal) => Promise<LearningResult>;

/**
 * Runs each task on a worker thread of its own, which ends with it: learning is rare, and the worker's libraries
 * take 90 MB. `workerDirectory` holds the bundled learning-worker.js.
 */
export function learnInWorker(workerDirectory: string): LearningRunner {
  return async (task, signal) => {
    const pool = new Piscina({
      filename: path.join(workerDirectory, 'learning-worker.js'),
      minThreads: 0,
      maxThreads: 1,
    });
    try {
      return await pool.run(task, { name: 'learnFromOutcomes', signal });
    } finally {
      await pool.destroy();
    }
  };
}
