/** A new folder for a test that starts many databases: in memory where there is enough, for no disk is judged there. */
import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const BYTES_NEEDED = 1e9;

export function makeQuickFolder(prefix: string): string {
  return mkdtempSync(path.join(hasMemory() ? MEMORY : tmpdir(), prefix));
}

function hasMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > BYTES_NEEDED;
  } catch {
    // Other systems have none.
    return false;
  }
}
