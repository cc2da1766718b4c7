/**
 * Lays the workbook out on a thread of its own: a large stock list takes seconds, in which the engine goes on
 * answering. Aborting stops the thread at once.
 */
import path from 'node:path';
import { Piscina } from 'piscina';
import type { WorkbookInput } from './workbook/workbook-input';

export type WorkbookLayout = (input: WorkbookInput, signal: AbortSignal) => Promise<Uint8Array>;

/** `workerDirectory` holds the bundled report-worker.js. */
export function layOutInWorker(workerDirectory: string): WorkbookLayout {
  return async (input, signal) => {
    signal.throwIfAborted();
    const pool = new Piscina({
      filename: path.join(workerDirectory, 'report-worker.js'),
      name: 'layOutWorkbook',
      minThreads: 1,
      maxThreads: 1,
    });
    try {
      return await pool.run(input, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      await pool.destroy();
    }
  };
}
