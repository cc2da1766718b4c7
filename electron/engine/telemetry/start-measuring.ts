/** OpenTelemetry's providers and instruments, for as long as a store wants measurements. */
import type { Tracer } from '@opentelemetry/api';
import { Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { TelemetrySettings } from '@shared/contract/diagnostics';
import type { Job } from '@shared/contract/jobs';
import { collectorSink, fileSink, metricExporter, type Sink, spanExporter } from './otlp-exporters';

export type TelemetryOptions = {
  version: string;
  /** Adds a line to the file of traces or of metrics. */
  writeLine: (signal: 'traces' | 'metrics', line: string) => void;
  /** Read when metrics are collected. */
  databaseBytes: () => Promise<number>;
  metricsEveryMs?: number;
};

export type Measuring = {
  tracer: Tracer;
  countCall: (name: string, milliseconds: number, isFailed: boolean) => void;
  countStatement: (milliseconds: number) => void;
  countJob: (job: Job) => void;
  stop: () => Promise<void>;
};

const METRICS_EVERY_MS = 60_000;

export function startMeasuring(options: TelemetryOptions, settings: TelemetrySettings): Measuring {
  const resource = new Resource({ 'service.name': 'doso-engine', 'service.version': options.version });
  const sinks = (signal: 'traces' | 'metrics'): Sink[] => [
    ...(settings.isFileWanted ? [fileSink((line) => options.writeLine(signal, line))] : []),
    ...(settings.collectorUrl === null ? [] : [collectorSink(settings.collectorUrl, signal)]),
  ];
  const tracing = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(spanExporter(sinks('traces')))],
  });
  const metering = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: metricExporter(sinks('metrics')),
        exportIntervalMillis: options.metricsEveryMs ?? METRICS_EVERY_MS,
        exportTimeoutMillis: Math.min(30_000, options.metricsEveryMs ?? METRICS_EVERY_MS),
      }),
    ],
  });
  return {
    tracer: tracing.getTracer('doso'),
    ...instruments(metering, options),
    stop: async () => {
      await Promise.allSettled([tracing.forceFlush(), metering.forceFlush()]);
      await Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
    },
  };
}

function instruments(metering: MeterProvider, { databaseBytes }: TelemetryOptions) {
  const meter = metering.getMeter('doso');
  const calls = meter.createHistogram('doso.call.duration', { unit: 'ms' });
  const statements = meter.createHistogram('db.client.operation.duration', { unit: 'ms' });
  const jobs = meter.createCounter('doso.jobs', { unit: '{job}' });
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage().rss));
  meter
    .createObservableGauge('doso.database.size', { unit: 'By' })
    .addCallback(async (result) => result.observe(await databaseBytes()));
  return {
    countCall: (name: string, milliseconds: number, isFailed: boolean) =>
      calls.record(milliseconds, { 'rpc.method': name, 'doso.failed': isFailed }),
    countStatement: (milliseconds: number) => statements.record(milliseconds),
    countJob: ({ kind, state }: Job) => jobs.add(1, { 'doso.job.kind': kind, 'doso.job.state': state }),
  };
}
