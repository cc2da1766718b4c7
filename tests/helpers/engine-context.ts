/** What the engine's services get, on a real database of its own. */
import type { Database } from '@engine/database/database';
import type { EngineContext } from '@engine/engine-context';
import { EventHub } from '@engine/jobs/event-hub';
import { JobRunner } from '@engine/jobs/job-runner';
import { createLogger } from '@engine/telemetry/logger';
import { FolderWatch } from '@engine/watching/folder-watch';

type Folders = { dataDirectory: string; workerDirectory: string };

const EIGHT_IN_THE_MORNING = () => new Date('2026-07-01T08:00:00.000Z');

/** Silent, and always at eight in the morning of 1 July 2026 unless the test has a clock of its own. */
export function engineContext(
  database: Database,
  { dataDirectory, workerDirectory }: Folders,
  now: () => Date = EIGHT_IN_THE_MORNING,
): EngineContext {
  const events = new EventHub();
  const logger = createLogger('test', 'silent', { write: () => undefined });
  const { db } = database;
  const jobs = new JobRunner(db, events, logger, now);
  const watch = new FolderWatch();
  return { database, db, jobs, events, logger, watch, now, dataDirectory, workerDirectory, version: '0' };
}
