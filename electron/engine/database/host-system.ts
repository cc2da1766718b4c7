/**
 * Everything in which Windows differs from the other systems where files are kept safe, in one place. Each difference
 * is a value or a pure function of the platform, so that the Windows branch is tested on every system.
 * Long paths need nothing: Node makes `\\?\` of an absolute path itself, and what is passed to it here is absolute.
 */
import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';

export type HostSystem = {
  /** Windows cannot sync a directory; NTFS journals its entries. */
  canSyncDirectories: boolean;
  /** Windows syncs a file only when it is open to write. */
  syncFlags: 'r' | 'r+';
  /** The lock of a data directory: a socket in it, or a named pipe, which lies outside of it. */
  lock: 'socket' | 'pipe';
  /** Codes of a rename that another program's open handle prevents for a moment: a scanner, an indexer, a viewer. */
  passingRenameErrors: ReadonlySet<string>;
};

const POSIX: HostSystem = {
  canSyncDirectories: true,
  syncFlags: 'r',
  lock: 'socket',
  passingRenameErrors: new Set(),
};

const WINDOWS: HostSystem = {
  canSyncDirectories: false,
  syncFlags: 'r+',
  lock: 'pipe',
  passingRenameErrors: new Set(['EPERM', 'EACCES', 'EBUSY']),
};

export function hostSystem(platform: NodeJS.Platform): HostSystem {
  return platform === 'win32' ? WINDOWS : POSIX;
}

export const host = hostSystem(process.platform);

/** The lock's pipe. Windows takes `C:\Data` and `c:\data` for one folder, so the name does too. */
export function lockPipe(realDirectory: string): string {
  const name = createHash('sha256').update(realDirectory.toLowerCase()).digest('hex').slice(0, 32);
  return `\\\\.\\pipe\\doso-${name}`;
}

/** 1.3 s in all: scanners let go sooner; a program that holds the file longer is a failure to tell. */
const RENAME_WAITS_MS = [10, 40, 100, 250, 900];

type RenameParts = {
  host: HostSystem;
  rename: (from: string, to: string) => void;
  wait: (milliseconds: number) => void;
};

/** Renames over a file or folder that may be there, and waits for whoever has it open where the system needs that. */
export function renameOver(from: string, to: string, parts: Partial<RenameParts> = {}): void {
  const { host: system, rename, wait } = { host, rename: renameSync, wait: waitSync, ...parts };
  for (const milliseconds of [...RENAME_WAITS_MS, null]) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const isPassing = system.passingRenameErrors.has(String((error as NodeJS.ErrnoException).code));
      if (!isPassing || milliseconds === null) throw error;
      wait(milliseconds);
    }
  }
}

function waitSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
