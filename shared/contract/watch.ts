/** The watched folder: what the dealer management system saves there is imported by itself. Off by default. */
import { z } from 'zod';
import { procedure } from './base';
import { importPreviewSchema } from './imports';
import { instantSchema, jobStartedSchema, pageSchema } from './primitives';

export const watchSettingsSchema = z.object({
  isOn: z.boolean(),
  folder: z.string().min(1).max(4096).nullable(),
  /** The store of files that name none; null leaves it to the files. */
  storeCode: z.string().min(1).max(40).nullable(),
  /** What inventory files there list, where no profile knows it. */
  coverage: importPreviewSchema.shape.coverage.unwrap(),
});
export type WatchSettings = z.infer<typeof watchSettingsSchema>;

export const watchStateSchema = z.object({
  settings: watchSettingsSchema,
  condition: z.enum(['off', 'watching', 'unreachable']),
  /** What is wrong, while the folder cannot be reached. */
  message: z.string().nullable(),
  lastLookedAt: instantSchema.nullable(),
  /** Files that are there and not imported yet: still being written, or not readable just now. */
  waiting: z.array(z.object({ file: z.string(), bytes: z.int(), why: z.string() })),
});
export type WatchState = z.infer<typeof watchStateSchema>;

export const watchedFileSchema = z.object({
  id: z.string(),
  /** Path below the watched folder. */
  file: z.string(),
  bytes: z.int(),
  state: z.enum(['importing', 'imported', 'refused', 'failed', 'known', 'present']),
  /** What became of it, in words. */
  message: z.string(),
  nextStep: z.string().nullable(),
  batchIds: z.array(z.string()),
  seenAt: instantSchema,
});
export type WatchedFile = z.infer<typeof watchedFileSchema>;

export const watch = {
  get: procedure.output(watchStateSchema),
  /**
   * Throws NOT_FOUND when the folder cannot be read, BAD_INPUT when there is none or it is DOSO's own. Files that
   * are there already when watching begins are imported only when `isPresentWanted`.
   */
  update: procedure
    .input(watchSettingsSchema.partial().extend({ isPresentWanted: z.boolean().default(false) }))
    .output(watchStateSchema),
  /** Looks at once, and a moment later again, so that what is complete is imported; null when there is nothing. */
  lookNow: procedure.output(jobStartedSchema.nullable()),
  /** Newest first. */
  listFiles: procedure
    .input(pageSchema)
    .output(z.object({ total: z.int(), files: z.array(watchedFileSchema) })),
  /** The file is taken for new at the next look, whatever became of it. */
  retryFile: procedure.input(z.object({ fileId: z.string() })).output(watchStateSchema),
};
