import { z } from 'zod';
import { procedure } from './base';
import { instantSchema } from './primitives';

/** How long something took, over all times since the engine started; milliseconds. */
export const durationsSchema = z.object({
  name: z.string(),
  count: z.int(),
  failures: z.int(),
  meanMs: z.number(),
  slowestMs: z.number(),
});
export type Durations = z.infer<typeof durationsSchema>;

export const diagnosticsSnapshotSchema = z.object({
  engine: z.object({
    processId: z.int(),
    upSeconds: z.number(),
    cpuSeconds: z.number(),
    memoryBytes: z.int(),
    node: z.string(),
  }),
  database: z.object({
    bytes: z.int(),
    diskFreeBytes: z.int(),
    /** The largest, with their indexes; rows as Postgres estimates them. */
    tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int() })),
  }),
  /** Statements whose slowest run took longest; the text has placeholders and no values. */
  statements: z.array(durationsSchema),
  calls: z.array(durationsSchema),
});
export type DiagnosticsSnapshot = z.infer<typeof diagnosticsSnapshotSchema>;

export const logLevelSchema = z.enum(['debug', 'info', 'warn', 'error']);

export const logEntrySchema = z.object({
  at: instantSchema,
  level: logLevelSchema,
  message: z.string(),
  /** What else the line holds, as JSON text. */
  details: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const telemetrySettingsSchema = z.object({
  /** Written as OTLP/JSON lines beside the log. */
  isFileWanted: z.boolean(),
  /** OTLP over HTTP; null: nothing leaves this computer. */
  collectorUrl: z.url({ protocol: /^https?$/ }).nullable(),
});
export type TelemetrySettings = z.infer<typeof telemetrySettingsSchema>;

export const diagnostics = {
  getSnapshot: procedure.input(z.object({})).output(diagnosticsSnapshotSchema),
  /** Newest first; `text` anywhere in a line, whatever its case; this level and worse. */
  searchLog: procedure
    .input(
      z.object({
        text: z.string().max(200).default(''),
        level: logLevelSchema.default('info'),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ entries: z.array(logEntrySchema), isMore: z.boolean() })),
  /** What a report about a fault would say; nothing is written or sent. */
  buildReport: procedure.input(z.object({})).output(z.object({ text: z.string() })),
  /** Writes the text that the user has read. */
  saveReport: procedure
    .input(z.object({ path: z.string().min(1), text: z.string().max(2_000_000) }))
    .output(z.object({ bytes: z.int() })),
  getTelemetry: procedure.input(z.object({})).output(telemetrySettingsSchema),
  setTelemetry: procedure.input(telemetrySettingsSchema).output(telemetrySettingsSchema),
};
