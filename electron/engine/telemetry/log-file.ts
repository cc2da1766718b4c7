import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import pino, { type DestinationStream } from 'pino';

const MAX_BYTES = 5_000_000;

/** Opens a log file for appending; at the start one that has grown past 5 MB becomes `FILE.1`. */
export function openLogFile(file: string): DestinationStream {
  mkdirSync(path.dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_BYTES) renameSync(file, `${file}.1`);
  return pino.destination({ dest: file, sync: true, append: true });
}
