/** The engine in Electron's utilityProcess: started by main with one JSON argument, spoken to over ports. */

import path from 'node:path';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { engineTexts } from '@shared/texts/engine-texts';
import { startEngine } from './engine';
import { toErrorReply } from './jobs/error-reply';
import { openLogFile } from './telemetry/log-file';
import { createLogger } from './telemetry/logger';
import type { EngineArguments, FromEngine, ToEngine } from './transport/parent-messages';
import { createPortServer } from './transport/serve-port';

const texts = engineTexts.keeping.dataFolder;

/** The part of Electron's parent port that is used; the engine does not import electron, not even a type. */
type StartablePort = SupportedMessagePort & { start: () => void };
type ParentPort = {
  postMessage: (message: FromEngine) => void;
  once: (event: 'message', listener: (event: { data: ToEngine }) => void) => void;
  on: (event: 'message', listener: (event: { data: ToEngine; ports: StartablePort[] }) => void) => void;
};

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;

/** The reply is on its way by then. */
const REPLY_MS = 100;

async function begin(systemKey: string | null, workerDirectory: string): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? '{}') as EngineArguments;
  const logger = createLogger(
    'engine',
    'info',
    openLogFile(path.join(settings.dataDirectory, 'logs', 'engine.log')),
  );
  process.on('uncaughtException', (error) => {
    logger.fatal({ error }, 'uncaught exception');
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => logger.error({ error }, 'unhandled rejection'));
  const fail = (error: unknown) => {
    parent.postMessage({ type: 'failed', error: toErrorReply(error, logger) });
    setTimeout(() => process.exit(1), REPLY_MS);
  };
  try {
    const engine = await startEngine({
      ...settings,
      workerDirectory,
      program: texts.theWindow,
      systemKey: systemKey === null ? null : Buffer.from(systemKey, 'base64'),
      isLongRunning: true,
      onPanic: fail,
      logger,
    });
    const servePort = createPortServer(engine.context);
    parent.on('message', ({ data, ports }) => {
      if (data.type === 'shutdown') void engine.close().finally(() => process.exit(0));
      if (data.type === 'lock') engine.context.lock?.lock();
      for (const port of ports) {
        servePort(port);
        port.start();
      }
    });
    parent.postMessage({ type: 'ready' });
  } catch (error) {
    fail(error);
  }
}

/** `workerDirectory` is where the built files of the worker threads lie: beside the entry. */
export function runUnderMain(workerDirectory: string): void {
  parent.once(
    'message',
    ({ data }) => void begin(data.type === 'begin' ? data.systemKey : null, workerDirectory),
  );
}
