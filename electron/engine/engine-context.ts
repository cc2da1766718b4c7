/** What every procedure and service of the engine gets: nothing here is global. */
import type { Database, Db } from './database/database';
import type { EventHub } from './jobs/event-hub';
import type { JobRunner } from './jobs/job-runner';
import type { AppLock } from './security/app-lock';
import type { Logger } from './telemetry/logger';
import type { Telemetry } from './telemetry/telemetry';
import type { FolderWatch } from './watching/folder-watch';

export type EngineContext = {
  database: Database;
  db: Db;
  jobs: JobRunner;
  events: EventHub;
  logger: Logger;
  watch: FolderWatch;
  /** The wall clock; figures use the store's data date instead. */
  now: () => Date;
  dataDirectory: string;
  /** Both are absent where nobody sits in front: benchmarks and some tests. */
  lock?: AppLock;
  telemetry?: Telemetry;
  /** Folder of the bundled worker entries (forecast-worker.js, plan-worker.js, ...). */
  workerDirectory: string;
  version: string;
};
