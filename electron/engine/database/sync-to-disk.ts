/** Makes files and directory entries durable: what is synced here is there after a power cut. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Windows cannot sync a directory (NTFS journals its entries), and syncs a file only when it is open to write. */
const isWindows = process.platform === 'win32';

/** Makes a directory's entries durable. */
export function syncDirectory(directory: string): void {
  if (isWindows) return;
  let descriptor: number;
  try {
    descriptor = openSync(path.resolve(directory), 'r');
  } catch (error) {
    // A directory that is gone has no entries to keep.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, isWindows ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Every file and directory below, each directory after what it names; not the entry of `directory` itself. */
export function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) syncTree(file);
    else if (entry.isFile()) syncFile(file);
  }
  syncDirectory(directory);
}
