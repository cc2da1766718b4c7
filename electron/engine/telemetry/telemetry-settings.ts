/** What a store opted into, in a file beside the database: a restore must not switch sending on or off. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TelemetrySettings, telemetrySettingsSchema } from '@shared/contract/diagnostics';
import { replaceFile } from '../database/replace-file';

const OFF: TelemetrySettings = { isFileWanted: false, collectorUrl: null };

/** What cannot be read counts as off. */
export function readTelemetrySettings(dataDirectory: string): TelemetrySettings {
  try {
    return telemetrySettingsSchema.parse(JSON.parse(readFileSync(fileOf(dataDirectory), 'utf8')));
  } catch {
    return OFF;
  }
}

export function writeTelemetrySettings(dataDirectory: string, settings: TelemetrySettings): void {
  replaceFile(fileOf(dataDirectory), JSON.stringify(settings));
}

function fileOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'telemetry.json');
}
