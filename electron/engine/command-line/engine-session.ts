/** Opens the engine for one command and closes it whatever happens. */

import { homedir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { AppError } from '@shared/contract/errors';
import type { Job } from '@shared/contract/jobs';
import { engineTexts } from '@shared/texts/engine-texts';
import pino from 'pino';
import { type Engine, type EngineOptions, startEngine } from '../engine';
import type { EngineContext } from '../engine-context';
import { router } from '../procedures/router';
import { createLogger } from '../telemetry/logger';
import { readPassphrase } from './passphrase-file';

const words = engineTexts.commandLine.session;

export type GlobalOptions = {
  dataDir?: string;
  json?: boolean;
  asOf?: string;
  store?: string;
  wait?: string;
  unlockFile?: string;
};

export type EngineClient = ReturnType<typeof createClient>;
export type EngineSession = { client: EngineClient; context: EngineContext };

export async function withEngine<T>(
  options: GlobalOptions,
  action: (session: EngineSession) => Promise<T>,
): Promise<T> {
  const engine = await startWhenFree(options.wait, {
    dataDirectory: dataDirectoryOf(options),
    templateFile: path.join(__dirname, '../database-template.tar.gz'),
    workerDirectory: __dirname,
    program: words.program(process.argv[2] ?? ''),
    version: __APP_VERSION__,
    logger: createLogger('doso', process.env.DOSO_LOG ?? 'warn', pino.destination({ dest: 2, sync: true })),
  });
  const stop = () => void engine.close().finally(() => process.exit(1));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const { passphrase } = readPassphrase(options.unlockFile);
    if (passphrase !== undefined) await engine.context.lock?.unlock(passphrase);
    return await action({ client: createClient(engine.context), context: engine.context });
  } finally {
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
    await engine.close();
  }
}

/** The data folder that a command is about. */
export function dataDirectoryOf(options: GlobalOptions): string {
  return path.resolve(options.dataDir ?? process.env.DOSO_DATA_DIR ?? defaultDataDirectory());
}

/** Tries again while another engine has the folder, for as many seconds as the caller will wait. */
async function startWhenFree(wait: string | undefined, engineOptions: EngineOptions): Promise<Engine> {
  const seconds = Number(wait ?? 0);
  if (!Number.isFinite(seconds) || seconds < 0) {
    throw new AppError('BAD_INPUT', words.badWait(wait ?? ''));
  }
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    try {
      return await startEngine(engineOptions);
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'DATA_DIR_LOCKED';
      if (!isTaken || performance.now() >= deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** Waits for a job and shows its progress on stderr. Throws what made it fail. */
export async function finishJob(context: EngineContext, jobId: string): Promise<NonNullable<Job['result']>> {
  const timer = setInterval(() => void context.jobs.get(jobId).then(showProgress), 500);
  const job = await context.jobs.wait(jobId).finally(() => clearInterval(timer));
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (job.error) {
    throw new AppError(
      job.error.code,
      job.error.message,
      job.error.nextStep ? { nextStep: job.error.nextStep } : {},
    );
  }
  return job.result ?? {};
}

/** The scope that every command passes on, without absent parts. */
export function scopeOf(options: GlobalOptions): { storeCode?: string; asOf?: string } {
  return {
    ...(options.store ? { storeCode: options.store } : {}),
    ...(options.asOf ? { asOf: options.asOf } : {}),
  };
}

function createClient(context: EngineContext) {
  return createRouterClient(router, { context });
}

function showProgress(job: Job): void {
  if (!process.stderr.isTTY) return;
  const line =
    job.progress === null
      ? words.progress(job.title, job.message)
      : words.progressOf(job.title, String(Math.round(job.progress * 100)), job.message);
  process.stderr.write(`\r\u001b[K${line}`);
}

/** The folder that the installed app uses. */
function defaultDataDirectory(): string {
  const home = homedir();
  if (process.platform === 'win32')
    return path.join(process.env.APPDATA ?? path.join(home, 'AppData/Roaming'), 'DOSO/data');
  if (process.platform === 'darwin') return path.join(home, 'Library/Application Support/DOSO/data');
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'DOSO/data');
}
