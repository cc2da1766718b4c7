/**
 * How a store wants its automatic backups. Kept in a file beside the database and not in it: they are needed where
 * the database does not open, and restoring an old backup must not bring old preferences back.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../database/replace-file';
import { recipientSchema } from './backup-recipient';

const preferencesSchema = z.object({
  /** Null: `backups/` of the data directory. */
  folder: z.string().min(1).nullable().default(null),
  /** Whom automatic backups are encrypted for; null: they are not. */
  recipient: recipientSchema.nullable().default(null),
});

export type BackupPreferences = z.infer<typeof preferencesSchema>;

/** What cannot be read counts as never set: a backup in the usual folder is better than none. */
export function readBackupPreferences(dataDirectory: string): BackupPreferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(fileOf(dataDirectory), 'utf8')));
  } catch {
    return preferencesSchema.parse({});
  }
}

export function writeBackupPreferences(dataDirectory: string, preferences: BackupPreferences): void {
  replaceFile(fileOf(dataDirectory), JSON.stringify(preferences));
}

function fileOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'backup-preferences.json');
}
