/** Worker threads for one run of forecasts, which end with it. */
import path from 'node:path';
import { Piscina } from 'piscina';

export type ForecastPoolOptions = {
  /** Folder with the bundled forecast-worker.js. */
  workerDirectory: string;
  threads: number;
  /** Aborting stops the threads at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

export async function withForecastPool<T>(
  { workerDirectory, threads, signal }: ForecastPoolOptions,
  use: (pool: Piscina) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const pool = new Piscina({
    filename: path.join(workerDirectory, 'forecast-worker.js'),
    minThreads: 1,
    maxThreads: Math.max(1, threads),
  });
  // Destroyed once: a second call would end before the first and let the pool start threads anew.
  let ending: Promise<void> | null = null;
  const end = () => {
    ending ??= pool.destroy();
    return ending;
  };
  // One listener on the signal: the pool's own would be one for each batch.
  const stop = () => void end();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await use(pool);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await end();
  }
}
