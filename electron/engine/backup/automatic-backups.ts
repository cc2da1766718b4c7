/**
 * Backups that nobody has to remember: before the schema changes, and one for each day of use, in `backups/` of
 * the data directory. The newest of each reason are kept.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BackupReason } from './manifest';

export type AutomaticReason = Exclude<BackupReason, 'manual'>;

const KEPT: Record<AutomaticReason, number> = { daily: 7, migration: 3 };
const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^doso-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(daily|migration)\.dosobackup$/;

type Named = { name: string; at: number; reason: AutomaticReason };

export function automaticFolder(dataDirectory: string): string {
  return path.join(dataDirectory, 'backups');
}

/** The name tells reason and instant, so that a list needs no file to be opened. */
export function automaticBackupName(reason: AutomaticReason, at: Date): string {
  return `doso-${at.toISOString().slice(0, 19).replace(/:/g, '-')}Z-${reason}.dosobackup`;
}

/** Files of automatic backups, newest first; an empty list where there is no folder. */
export function listAutomaticBackups(dataDirectory: string): string[] {
  const folder = automaticFolder(dataDirectory);
  return newestFirst(readNames(folder)).map(({ name }) => path.join(folder, name));
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

export function prepareAutomaticFolder(dataDirectory: string): string {
  const folder = automaticFolder(dataDirectory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function removeOldBackups(dataDirectory: string): void {
  const folder = automaticFolder(dataDirectory);
  for (const name of namesToRemove(readNames(folder))) rmSync(path.join(folder, name), { force: true });
}

export function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
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
