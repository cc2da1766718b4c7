import path from 'node:path';
import type { DestinationStream } from 'pino';
import { openLogFile } from './log-file';
import type { TelemetryOptions } from './start-measuring';
import { Telemetry } from './telemetry';
import { readTelemetrySettings } from './telemetry-settings';

/** Telemetry of a data directory, as the store set it. Its files are made when the first line is written. */
export async function openTelemetry(
  dataDirectory: string,
  options: Omit<TelemetryOptions, 'writeLine'>,
): Promise<Telemetry> {
  const files = new Map<string, DestinationStream>();
  const telemetry = new Telemetry({
    ...options,
    writeLine: (signal, line) => {
      const file = files.get(signal) ?? openLogFile(path.join(dataDirectory, 'logs', `${signal}.jsonl`));
      files.set(signal, file);
      file.write(line);
    },
  });
  await telemetry.apply(readTelemetrySettings(dataDirectory));
  return telemetry;
}
