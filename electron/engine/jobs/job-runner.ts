/**
 * Long work as jobs: started with an id, seen through events, cancelled at any moment. Jobs that change the
 * store's data run one after another, in the order they were started; reports, backups, replays and
 * what is worked out about a plan run beside them.
 */

import { randomUUID } from 'node:crypto';
import { AppError } from '@shared/contract/errors';
import type { Job, JobKind } from '@shared/contract/jobs';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db } from '../database/database';
import type { DiskSpace } from '../database/disk-space';
import type { Logger } from '../telemetry/logger';
import { toErrorReply } from './error-reply';
import type { EventHub } from './event-hub';

const texts = engineTexts.keeping.jobs;

export type JobHandle = {
  signal: AbortSignal;
  /** `progress` is 0..1, or null while unknown. Called freely: windows hear of it ten times a second at most. */
  report: (progress: number | null, message: string) => void;
};

export type JobWork = (handle: JobHandle) => Promise<Record<string, unknown>>;

export type JobOptions = {
  /** Exports whose rows will be stored: the job is refused when the disk has no room for them. */
  storesRowsOf?: readonly string[];
};

type RunningJob = { job: Job; controller: AbortController; done: Promise<Job>; lastEventAt: number };

const EVENT_INTERVAL_MS = 100;
const UNQUEUED: ReadonlySet<JobKind> = new Set(['report', 'backup', 'replay', 'plan_analysis']);

export class JobRunner {
  private readonly running = new Map<string, RunningJob>();
  private readonly listeners: ((job: Job) => void)[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly events: EventHub,
    private readonly logger: Logger,
    private readonly now: () => Date,
    private readonly disk: DiskSpace | null = null,
  ) {}

  /** Jobs that the last engine left running are over: it is gone. */
  async closeAbandoned(): Promise<void> {
    const error = { code: 'ENGINE_RESTARTED', ...texts.abandoned };
    await this.db
      .updateTable('job')
      .set({ state: 'failed', error: JSON.stringify(error), endedAt: this.now().toISOString() })
      .where('state', '=', 'running')
      .execute();
  }

  async start(kind: JobKind, title: string, work: JobWork, options: JobOptions = {}): Promise<Job> {
    const job: Job = {
      id: randomUUID(),
      kind,
      title,
      state: 'running',
      progress: null,
      message: texts.waiting,
      startedAt: this.now().toISOString(),
      endedAt: null,
      result: null,
      error: null,
    };
    await this.db
      .insertInto('job')
      .values({
        id: job.id,
        kind,
        title,
        state: 'running',
        message: job.message,
        result: null,
        error: null,
        startedAt: job.startedAt,
        endedAt: null,
      })
      .execute();
    const controller = new AbortController();
    const run = () => this.run(job, controller, work, options);
    const done = UNQUEUED.has(kind) ? run() : this.queue.then(run);
    this.queue = UNQUEUED.has(kind) ? this.queue : done;
    this.running.set(job.id, { job, controller, done, lastEventAt: 0 });
    this.publish(job);
    return { ...job };
  }

  /** Calls `listener` for each job that ends, however it ends. */
  onEnd(listener: (job: Job) => void): void {
    this.listeners.push(listener);
  }

  /** Resolves when the job has ended, however it ended. */
  async wait(jobId: string): Promise<Job> {
    const entry = this.running.get(jobId);
    return entry ? entry.done : this.get(jobId);
  }

  async cancel(jobId: string): Promise<Job> {
    const entry = this.running.get(jobId);
    if (!entry) return this.get(jobId);
    entry.controller.abort(new AppError('CANCELLED', texts.cancelled(entry.job.title)));
    return { ...entry.job, message: texts.cancelling };
  }

  async get(jobId: string): Promise<Job> {
    const entry = this.running.get(jobId);
    if (entry) return { ...entry.job };
    const row = await this.db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND', texts.unknown(jobId));
    return fromRow(row);
  }

  async list(limit: number): Promise<Job[]> {
    const rows = await this.db
      .selectFrom('job')
      .selectAll()
      .orderBy('startedAt', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...(this.running.get(row.id)?.job ?? fromRow(row)) }));
  }

  /** Cancels what runs and waits for it to end; used before the database closes. */
  async stop(): Promise<void> {
    const entries = [...this.running.values()];
    for (const entry of entries) entry.controller.abort(new AppError('CANCELLED', texts.closing));
    await Promise.allSettled(entries.map((entry) => entry.done));
  }

  private async run(
    job: Job,
    controller: AbortController,
    work: JobWork,
    { storesRowsOf = [] }: JobOptions,
  ): Promise<Job> {
    let stopWatching: (() => void) | undefined;
    try {
      controller.signal.throwIfAborted();
      // It has its turn, though it may be a while until it reports.
      job.message = texts.starting;
      this.publish(job);
      if (this.disk && !UNQUEUED.has(job.kind)) {
        await this.disk.assertRoomFor(storesRowsOf);
        stopWatching = this.disk.watch(controller);
      }
      job.result = await work({
        signal: controller.signal,
        report: (progress, message) => this.progress(job, progress, message),
      });
      job.state = 'done';
      job.progress = 1;
      job.message = texts.done;
    } catch (error) {
      const reply = toErrorReply(controller.signal.aborted ? controller.signal.reason : error, this.logger);
      job.state = reply.code === 'CANCELLED' ? 'cancelled' : 'failed';
      job.message = reply.message;
      job.error = { code: reply.code, message: reply.message, nextStep: reply.nextStep };
    }
    stopWatching?.();
    job.endedAt = this.now().toISOString();
    await this.save(job);
    this.running.delete(job.id);
    this.publish(job);
    for (const listener of this.listeners) listener(job);
    return { ...job };
  }

  private progress(job: Job, progress: number | null, message: string): void {
    job.progress = progress === null ? null : Math.min(1, Math.max(0, progress));
    job.message = message;
    const entry = this.running.get(job.id);
    const now = this.now().getTime();
    // A clock that goes back must not silence a job until it has caught up.
    if (!entry || Math.abs(now - entry.lastEventAt) < EVENT_INTERVAL_MS) return;
    entry.lastEventAt = now;
    this.publish(job);
  }

  private publish(job: Job): void {
    this.events.publish({ type: 'job', job: { ...job } });
  }

  private async save(job: Job): Promise<void> {
    await this.db
      .updateTable('job')
      .set({
        state: job.state,
        message: job.message,
        result: job.result && JSON.stringify(job.result),
        error: job.error && JSON.stringify(job.error),
        endedAt: job.endedAt,
      })
      .where('id', '=', job.id)
      .execute();
  }
}

type JobRow = {
  id: string;
  kind: string;
  title: string;
  state: Job['state'];
  message: string;
  result: unknown;
  error: unknown;
  startedAt: string;
  endedAt: string | null;
};

function fromRow(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    title: row.title,
    state: row.state,
    progress: row.state === 'done' ? 1 : null,
    message: row.message,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    result: row.result as Job['result'],
    error: row.error as Job['error'],
  };
}
