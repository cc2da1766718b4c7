/** Entry of the short-lived process that lists, previews, restores, copies or verifies while no engine runs. */
import path from 'node:path';
import { runRescueTask } from './backup/run-rescue-task';
import { toErrorReply } from './jobs/error-reply';
import { openLogFile } from './telemetry/log-file';
import { createLogger } from './telemetry/logger';
import type { EngineArguments } from './transport/parent-messages';
import type { RescueReply, RescueTask } from './transport/rescue-messages';

/** The part of Electron's parent port that is used; the engine does not import electron, not even a type. */
type ParentPort = {
  postMessage: (message: RescueReply) => void;
  once: (event: 'message', listener: (event: { data: RescueTask }) => void) => void;
};

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;
/** The reply is on its way by then; without it main hears only that the process is gone. */
const REPLY_MS = 200;

parent.once('message', ({ data }) => void answer(data));

async function answer(task: RescueTask): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? '{}') as EngineArguments;
  const logFile = path.join(settings.dataDirectory, 'logs', 'engine.log');
  const logger = createLogger('rescue', 'info', openLogFile(logFile));
  try {
    const value = await runRescueTask(task, {
      ...settings,
      workerDirectory: __dirname,
      logger,
      now: () => new Date(),
    });
    logger.info({ task: task.type }, 'done');
    parent.postMessage({ ok: true, value });
  } catch (error) {
    parent.postMessage({ ok: false, error: toErrorReply(error, logger) });
  }
  setTimeout(() => process.exit(0), REPLY_MS);
}
