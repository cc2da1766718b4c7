/**
 * Where measurements go when a store opts in: a file of OTLP/JSON lines, which a collector's file receiver reads, or a
 * collector over HTTP. Both send the same documents.
 */
import { JsonMetricsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import {
  AggregationTemporality,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

/** Takes one OTLP/JSON document. */
export type Sink = (document: Uint8Array) => Promise<void>;
type Done = Parameters<SpanExporter['export']>[1];

/** The library's codes of an export. */
const SUCCESS = 0;
const FAILED = 1;

const SEND_MS = 10_000;

export function collectorSink(baseUrl: string, signal: 'traces' | 'metrics'): Sink {
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/${signal}`;
  return async (document) => {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(document).toString('utf8'),
      signal: AbortSignal.timeout(SEND_MS),
    });
    if (!reply.ok) throw new Error(`the collector answered ${reply.status}`);
  };
}

/** @param write adds a line to a file */
export function fileSink(write: (line: string) => void): Sink {
  return async (document) => write(`${Buffer.from(document).toString('utf8')}\n`);
}

export function spanExporter(sinks: readonly Sink[]): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done: Done) =>
      send(sinks, JsonTraceSerializer.serializeRequest(spans), done),
    shutdown: async () => undefined,
  };
}

export function metricExporter(sinks: readonly Sink[]): PushMetricExporter {
  return {
    export: (metrics: ResourceMetrics, done: Done) =>
      send(sinks, JsonMetricsSerializer.serializeRequest(metrics), done),
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
    forceFlush: async () => undefined,
    shutdown: async () => undefined,
  };
}

/** A sink that fails does not keep the others from getting theirs. */
function send(sinks: readonly Sink[], document: Uint8Array | undefined, done: Done): void {
  if (!document) {
    done({ code: SUCCESS });
    return;
  }
  void Promise.allSettled(sinks.map((sink) => sink(document))).then((results) => {
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) done({ code: FAILED, error: new Error(String(failed.reason)) });
    else done({ code: SUCCESS });
  });
}
