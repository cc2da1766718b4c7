import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { renameOver } from './host-system';
import { syncDirectory } from './sync-to-disk';

/** Puts `text` into a file that only the user may read: the old content or the new one is there, never half of it. */
export function replaceFile(file: string, text: string): void {
  const partial = `${file}.${process.pid}.part`;
  try {
    const descriptor = openSync(partial, 'w', 0o600);
    try {
      writeSync(descriptor, Buffer.from(text));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameOver(partial, file);
    syncDirectory(path.dirname(file));
  } finally {
    rmSync(partial, { force: true });
  }
}
