import { z } from 'zod';
import { procedure } from './base';
import { instantSchema, jobStartedSchema } from './primitives';

/** What a backup holds, told without restoring it. */
export const backupContentSchema = z.object({
  reason: z.enum(['manual', 'daily', 'migration']),
  createdAt: instantSchema,
  /** The program that made it, with its version. */
  program: z.string(),
  schemaVersion: z.string(),
  databaseBytes: z.int(),
  stores: z.array(z.object({ code: z.string(), name: z.string() })),
  newestImportAt: instantSchema.nullable(),
  rows: z.record(z.string(), z.int()),
});

export const backupFileSchema = z.object({
  file: z.string(),
  bytes: z.int(),
  isEncrypted: z.boolean(),
  /** Whether another computer can read the ZIP codes and notes in it. */
  hasKey: z.boolean(),
  content: backupContentSchema,
});

/** An automatic backup in the list; what is in an encrypted one is told once its passphrase is given. */
export const listedBackupSchema = backupFileSchema.omit({ hasKey: true, content: true }).extend({
  reason: backupContentSchema.shape.reason,
  createdAt: instantSchema,
  content: backupContentSchema.nullable(),
});
export type ListedBackup = z.infer<typeof listedBackupSchema>;

export type BackupContent = z.infer<typeof backupContentSchema>;
export type BackupFile = z.infer<typeof backupFileSchema>;

export const checkSchema = z.object({
  name: z.string(),
  /** How many things were looked at: tables, indexes, keys, imports, lines of the schema. */
  looked: z.int(),
  /** In words; empty when the check passed. */
  problems: z.array(z.string()),
});

/** What looking for damage found. */
export const verificationSchema = z.object({
  dataDirectory: z.string(),
  isGood: z.boolean(),
  checks: z.array(checkSchema),
});
export type Verification = z.infer<typeof verificationSchema>;

export const backupPreferencesSchema = z.object({
  /** Null: the folder `backups` of the data directory. */
  folder: z.string().min(1).nullable(),
});

/** How automatic backups are kept, and whether the folder of choice can be used now. */
export const backupStateSchema = z.object({
  preferences: backupPreferencesSchema,
  folder: z.string(),
  /** Whether automatic backups need a passphrase to be opened. */
  isEncrypted: z.boolean(),
  isChosenFolderUsable: z.boolean(),
  isDailyDue: z.boolean(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

const target = z.object({ path: z.string().min(1), passphrase: z.string().optional() });

export const backups = {
  /** A job; its result is `{ backup: BackupFile }`. */
  start: procedure.input(target).output(jobStartedSchema),
  /** What is in a backup file; BAD_INPUT for a wrong passphrase, FILE_REFUSED for a damaged file. */
  preview: procedure.input(target).output(backupFileSchema),
  /** The automatic backups, newest first. */
  list: procedure.input(z.object({})).output(z.array(listedBackupSchema)),
  getState: procedure.input(z.object({})).output(backupStateSchema),
  /** BAD_INPUT for a folder that is not there or cannot be written to. */
  setPreferences: procedure.input(backupPreferencesSchema).output(backupStateSchema),
  /** Automatic backups from now on need it; null: they are not encrypted. BAD_INPUT for a short one. */
  setPassphrase: procedure
    .input(z.object({ passphrase: z.string().max(1000).nullable() }))
    .output(backupStateSchema),
};
