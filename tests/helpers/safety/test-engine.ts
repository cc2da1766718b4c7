/** An engine in the test's own process, on a data directory of the test's choice. */
import path from 'node:path';
import { type Engine, startEngine } from '@engine/engine';
import { router } from '@engine/procedures/router';
import { createLogger } from '@engine/telemetry/logger';
import { createRouterClient } from '@orpc/server';

export const silentLogger = createLogger('test', 'silent', { write: () => undefined });

export const TEMPLATE_FILE = path.resolve('out/database-template.tar.gz');

export function startTestEngine(dataDirectory: string, now = () => new Date()): Promise<Engine> {
  return startEngine({
    dataDirectory,
    templateFile: TEMPLATE_FILE,
    workerDirectory: path.resolve('out/main'),
    program: 'a test',
    version: '0',
    logger: silentLogger,
    now,
  });
}

export function clientOf({ context }: Engine) {
  return createRouterClient(router, { context });
}

/** Imports files, and throws when that failed. */
export async function importInto(engine: Engine, paths: string[], storeCode: string): Promise<void> {
  const { jobId } = await clientOf(engine).imports.start({ paths, options: { storeCode, coverage: 'full' } });
  const job = await engine.context.jobs.wait(jobId);
  if (job.state !== 'done') throw new Error(job.message);
}
