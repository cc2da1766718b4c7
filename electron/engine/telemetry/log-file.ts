/** A file that lines are added to, and that becomes `FILE.1`, `FILE.2` and so on when it has grown. */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { DestinationStream } from 'pino';

const MAX_BYTES = 5_000_000;
/** With the one that is written: 25 MB at most. */
const FILES_KEPT = 5;

/** Each line is handed to the system at once, so what is said before a crash is there. */
export function openLogFile(file: string, maxBytes = MAX_BYTES): DestinationStream {
  mkdirSync(path.dirname(file), { recursive: true });
  let descriptor = openSync(file, 'a', 0o600);
  let size = fstatSync(descriptor).size;
  return {
    write: (line) => {
      if (size > maxBytes) {
        closeSync(descriptor);
        rotate(file);
        descriptor = openSync(file, 'a', 0o600);
        size = 0;
      }
      size += writeSync(descriptor, line);
    },
  };
}

/** The files of a log, newest first; not all need be there. */
export function logFiles(file: string): string[] {
  return [file, ...Array.from({ length: FILES_KEPT - 1 }, (_, index) => `${file}.${index + 1}`)];
}

function rotate(file: string): void {
  const files = logFiles(file);
  const oldest = files.pop();
  if (oldest) rmSync(oldest, { force: true });
  for (const older of files.reverse()) {
    const number = Number(/\.(\d+)$/.exec(older.slice(file.length))?.[1] ?? 0);
    try {
      renameSync(older, `${file}.${number + 1}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
