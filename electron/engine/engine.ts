/** The engine's composition root: opens the database and wires what procedures need. Only wiring stands here. */
import { scheduleDailyBackup } from './backup/daily-backup';
import { openWithBackups } from './backup/open-with-backups';
import { type DiskLimits, DiskSpace } from './database/disk-space';
import { warnOfLowDisk } from './database/warn-of-low-disk';
import type { EngineContext } from './engine-context';
import { scheduleKeepUp } from './figures/keep-up';
import { EventHub } from './jobs/event-hub';
import { JobRunner } from './jobs/job-runner';
import { watchSchedules } from './reporting/schedules/watch-schedules';
import { AppLock } from './security/app-lock';
import { sealPlainValues } from './security/seal-plain-values';
import type { Logger } from './telemetry/logger';
import { openTelemetry } from './telemetry/open-telemetry';
import { readDatabaseBytes } from './telemetry/read-snapshot';
import type { Telemetry } from './telemetry/telemetry';
import { FolderWatch } from './watching/folder-watch';
import { tellByClock } from './workspace/tell-by-clock';
import { tellOfJob } from './workspace/tell-news';

export type EngineOptions = {
  dataDirectory: string;
  templateFile?: string;
  workerDirectory: string;
  program: string;
  version: string;
  logger: Logger;
  now?: () => Date;
  /**
   * For an engine that runs for hours: it backs up daily, looks into the watched folder, writes scheduled reports
   * and tells of what a new day brings; a command ends before.
   */
  isLongRunning?: boolean;
  /** Called when the database stops for good. */
  onPanic?: (error: Error) => void;
  diskLimits?: DiskLimits;
  /** The key of sealed values, where the operating system keeps it. */
  systemKey?: Buffer | null;
};

export type Engine = { context: EngineContext; close: () => Promise<void> };

/** Throws AppError DATA_DIR_LOCKED when another engine has the data directory, DATABASE_FAILED when it does not open. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { logger, now = () => new Date() } = options;
  const systemKey = options.systemKey ?? null;
  let telemetry: Telemetry | undefined;
  const { database } = await openWithBackups({
    dataDirectory: options.dataDirectory,
    ...(options.templateFile ? { templateFile: options.templateFile } : {}),
    workerDirectory: options.workerDirectory,
    program: options.program,
    openedAt: now().toISOString(),
    version: options.version,
    now,
    logger,
    systemKey,
    onStatement: (text, milliseconds) => telemetry?.noteStatement(text, milliseconds),
    ...(options.onPanic ? { onPanic: options.onPanic } : {}),
  });
  const disk = new DiskSpace(options.dataDirectory, options.diskLimits);
  const events = new EventHub();
  const lock = new AppLock(options.dataDirectory, database.secrets, systemKey);
  events.isMuted = lock.isLocked;
  lock.onChange((isLocked) => {
    events.isMuted = isLocked;
    events.publish({ type: 'lock', isLocked });
  });
  const jobs = new JobRunner(database.db, events, logger, now, disk);
  await jobs.closeAbandoned();
  telemetry = await openTelemetry(options.dataDirectory, {
    version: options.version,
    databaseBytes: () => readDatabaseBytes(database),
  });
  jobs.onEnd((job) => {
    telemetry?.noteJob(job);
    // Not its title, which names a file of the store.
    logger.info({ job: job.kind, state: job.state, error: job.error?.code }, 'a job ended');
  });
  await sealPlainValues(database);
  const context: EngineContext = {
    database,
    db: database.db,
    jobs,
    events,
    logger,
    watch: new FolderWatch(),
    now,
    dataDirectory: options.dataDirectory,
    lock,
    telemetry,
    workerDirectory: options.workerDirectory,
    version: options.version,
  };
  context.watch.attach(context);
  logger.info({ version: options.version, program: options.program }, 'the engine is open');
  let telling = Promise.resolve();
  jobs.onEnd((job) => {
    telling = telling
      .then(() => tellOfJob(context, job))
      .catch((error) => logger.warn({ error }, 'news was not told'));
  });
  if (options.isLongRunning) context.watch.start();
  const stopBackups = options.isLongRunning ? scheduleDailyBackup(context) : () => undefined;
  const stopSchedules = options.isLongRunning ? watchSchedules(context) : () => undefined;
  const endTelling = options.isLongRunning ? tellByClock(context) : async () => undefined;
  const endKeepUp = options.isLongRunning ? scheduleKeepUp(context) : async () => undefined;
  const stopWarning = warnOfLowDisk(disk, events, logger);
  return {
    context,
    close: async () => {
      stopBackups();
      stopSchedules();
      stopWarning();
      context.watch.stop();
      lock.close();
      await jobs.stop();
      await telling;
      await endTelling();
      await endKeepUp();
      await telemetry?.close();
      await database.close();
    },
  };
}
