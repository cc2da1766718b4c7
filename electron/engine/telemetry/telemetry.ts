/**
 * Metrics and traces in OpenTelemetry's form. Off until a store opts in: then nothing is measured beyond the tables of
 * the diagnostics page, and nothing leaves the computer. Names, durations and counts are told, values of the store never.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import type { TelemetrySettings } from '@shared/contract/diagnostics';
import type { Job } from '@shared/contract/jobs';
import { DurationTable } from './duration-table';
import type { Measuring, TelemetryOptions } from './start-measuring';

export class Telemetry {
  /** Kept whether or not anything is exported. */
  readonly calls = new DurationTable(200);
  private running: Measuring | null = null;
  /** The span that a statement belongs to. */
  private readonly current = new AsyncLocalStorage<Context>();

  constructor(private readonly options: TelemetryOptions) {}

  /** Takes effect at once; what was measured under the old settings is sent first. */
  async apply(settings: TelemetrySettings): Promise<void> {
    const before = this.running;
    this.running = null;
    await before?.stop().catch(() => undefined);
    if (!settings.isFileWanted && settings.collectorUrl === null) return;
    // Most stores never opt in, so the libraries are not loaded at a start.
    const { startMeasuring } = await import('./start-measuring');
    this.running = startMeasuring(this.options, settings);
  }

  /** Measures one call of a procedure, and what it asks of the database. */
  async call<T>(name: string, work: () => Promise<T>): Promise<T> {
    const span = this.running?.tracer.startSpan(name, {}, ROOT_CONTEXT);
    const context = span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
    const startedAt = performance.now();
    let isFailed = true;
    try {
      const result = await this.current.run(context, work);
      isFailed = false;
      return result;
    } finally {
      const milliseconds = performance.now() - startedAt;
      this.calls.note(name, milliseconds, isFailed);
      this.running?.countCall(name, milliseconds, isFailed);
      if (isFailed) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    }
  }

  /** A statement that has just ended. `text` has placeholders and no values. */
  noteStatement(text: string, milliseconds: number): void {
    if (!this.running) return;
    this.running.countStatement(milliseconds);
    const endedAt = Date.now();
    this.running.tracer
      .startSpan(
        'statement',
        {
          startTime: endedAt - milliseconds,
          attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
        },
        this.current.getStore() ?? ROOT_CONTEXT,
      )
      .end(endedAt);
  }

  noteJob(job: Job): void {
    if (!this.running || job.endedAt === null) return;
    this.running.countJob(job);
    const span = this.running.tracer.startSpan(
      `job ${job.kind}`,
      { startTime: new Date(job.startedAt), attributes: { 'doso.job.state': job.state } },
      ROOT_CONTEXT,
    );
    if (job.state === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(new Date(job.endedAt));
  }

  async close(): Promise<void> {
    await this.apply({ isFileWanted: false, collectorUrl: null });
  }
}
