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
  content: backupContentSchema,
});

export type BackupContent = z.infer<typeof backupContentSchema>;
export type BackupFile = z.infer<typeof backupFileSchema>;

const target = z.object({ path: z.string().min(1), passphrase: z.string().optional() });

export const backups = {
  /** A job; its result is `{ backup: BackupFile }`. */
  start: procedure.input(target).output(jobStartedSchema),
  /** What is in a backup file; BAD_INPUT for a wrong passphrase, FILE_REFUSED for a damaged file. */
  preview: procedure.input(target).output(backupFileSchema),
  /** The automatic backups, newest first. */
  list: procedure.input(z.object({})).output(z.array(backupFileSchema)),
};
