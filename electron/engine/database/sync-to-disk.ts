/** Makes files and directory entries durable: what is synced here is there after a power cut. */
import { closeSync, fsync, fsyncSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { host } from './host-system';

const SYNCS_AT_A_TIME = 16;

/** Makes a directory's entries durable. */
export function syncDirectory(directory: string): void {
  if (!host.canSyncDirectories) return;
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

/**
 * Every file and directory below, and the entries of `directory`; not the entry that names it. Syncs are asked for
 * several at a time, which a disk answers many times faster than one by one.
 */
export async function syncTree(directory: string): Promise<void> {
  const names = listTree(directory);
  const syncNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) await syncOne(name);
  };
  await Promise.all(Array.from({ length: SYNCS_AT_A_TIME }, syncNext));
}

type Named = { file: string; isDirectory: boolean };

function listTree(directory: string): Named[] {
  const below = readdirSync(directory, { withFileTypes: true }).flatMap((entry): Named[] => {
    const file = path.join(directory, entry.name);
    return entry.isDirectory() ? listTree(file) : entry.isFile() ? [{ file, isDirectory: false }] : [];
  });
  return [...below, { file: directory, isDirectory: true }];
}

async function syncOne({ file, isDirectory }: Named): Promise<void> {
  if (isDirectory && !host.canSyncDirectories) return;
  const descriptor = openSync(file, isDirectory ? 'r' : host.syncFlags);
  try {
    await new Promise<void>((resolve, reject) => {
      fsync(descriptor, (error) => (error ? reject(error) : resolve()));
    });
  } finally {
    closeSync(descriptor);
  }
}
