/** What a backup says about itself: enough to know what is in it, and to prove that a copy of it is whole. */
import { z } from 'zod';

export const backupReasons = ['manual', 'daily', 'migration'] as const;
export type BackupReason = (typeof backupReasons)[number];

export const manifestSchema = z.object({
  reason: z.enum(backupReasons),
  createdAt: z.string(),
  program: z.string(),
  /** Name of the newest applied migration. */
  schema: z.string(),
  postgres: z.string(),
  databaseBytes: z.number(),
  stores: z.array(z.object({ code: z.string(), name: z.string() })),
  newestImportAt: z.string().nullable(),
  /** Base64 of the key of sealed values; only in an encrypted backup, so that another computer can read them. */
  dataKey: z.string().optional(),
  /** Every table with its rows and a checksum over their content, whatever their order. */
  tables: z.array(z.object({ name: z.string(), rows: z.number(), checksum: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableDigest = Manifest['tables'][number];
