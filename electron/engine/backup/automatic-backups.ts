/**
 * Backups that nobody has to remember: before the schema changes, and one for each day of use. They go to the folder
 * of choice, and to `backups/` of the data directory where there is none or it cannot be reached. The newest of each
 * reason are kept in each folder.
 */
import { accessSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readBackupPreferences } from './backup-preferences';
import type { BackupReason } from './manifest';

export type AutomaticReason = Exclude<BackupReason, 'manual'>;

const KEPT: Record<AutomaticReason, number> = { daily: 7, migration: 3 };
const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^doso-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(daily|migration)\.dosobackup$/;

/** Of a folder that is not there, or on a disk that is gone. */
const UNREACHABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EIO', 'ENXIO']);

export type AutomaticBackup = { file: string; reason: AutomaticReason; createdAt: string };

type Named = { name: string; at: number; reason: AutomaticReason };

/** Where they go without a folder of choice. */
export function ownFolder(dataDirectory: string): string {
  return path.join(dataDirectory, 'backups');
}

/** Every folder that may hold some: the chosen one first. */
export function automaticFolders(dataDirectory: string): string[] {
  const { folder } = readBackupPreferences(dataDirectory);
  return folder === null ? [ownFolder(dataDirectory)] : [folder, ownFolder(dataDirectory)];
}

/** The name tells reason and instant, so that a list needs no file to be opened. */
export function automaticBackupName(reason: AutomaticReason, at: Date): string {
  return `doso-${at.toISOString().slice(0, 19).replace(/:/g, '-')}Z-${reason}.dosobackup`;
}

/** Newest first; an empty list where there is no folder. */
export function listAutomaticBackups(dataDirectory: string): AutomaticBackup[] {
  return automaticFolders(dataDirectory)
    .flatMap((folder) => newestFirst(readNames(folder)).map((named) => ({ ...named, folder })))
    .sort((one, other) => other.at - one.at)
    .map(({ folder, name, reason, at }) => ({
      file: path.join(folder, name),
      reason,
      createdAt: new Date(at).toISOString(),
    }));
}

/** Names in every folder, for the question whether one is due. */
export function automaticNames(dataDirectory: string): string[] {
  return automaticFolders(dataDirectory).flatMap(readNames);
}

/**
 * Whether no daily backup is younger than a day. One from more than a day ahead does not count: the clock was wrong
 * then or is now, and either way the store has no backup of today.
 */
export function isDailyBackupDue(names: readonly string[], now: Date): boolean {
  return !newestFirst(names).some(
    ({ reason, at }) => reason === 'daily' && Math.abs(now.getTime() - at) < DAY_MS,
  );
}

/** Names beyond the newest that are kept of their reason; names of other form are nobody's to remove. */
export function namesToRemove(names: readonly string[]): string[] {
  const kept: Record<AutomaticReason, number> = { daily: 0, migration: 0 };
  return newestFirst(names)
    .filter(({ reason }) => {
      kept[reason] += 1;
      return kept[reason] > KEPT[reason];
    })
    .map(({ name }) => name);
}

/**
 * The folder for the next one. A chosen folder that is not there (an unplugged disk) or cannot be written to is
 * passed over, since a backup in the second-best place is better than none; `isChosen` tells.
 */
export function prepareAutomaticFolder(dataDirectory: string): { folder: string; isChosen: boolean } {
  const [preferred = ''] = automaticFolders(dataDirectory);
  const own = ownFolder(dataDirectory);
  if (preferred !== own && isWritable(preferred)) return { folder: preferred, isChosen: true };
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return { folder: own, isChosen: preferred === own };
}

export function removeOldBackups(dataDirectory: string): void {
  for (const folder of automaticFolders(dataDirectory))
    for (const name of namesToRemove(readNames(folder))) rmSync(path.join(folder, name), { force: true });
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (UNREACHABLE.has(String((error as NodeJS.ErrnoException).code))) return [];
    throw error;
  }
}

function newestFirst(names: readonly string[]): Named[] {
  return names
    .flatMap((name): Named[] => {
      const [, day, hour, minute, second, reason] = NAME.exec(name) ?? [];
      if (!reason) return [];
      const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
      return [{ name, at, reason: reason as AutomaticReason }];
    })
    .sort((one, other) => other.at - one.at);
}
