import { z } from 'zod';
import { procedure } from './base';
import { errorCodes } from './errors';
import { instantSchema } from './primitives';

export const jobKindSchema = z.enum([
  'import',
  'forecast',
  'plan',
  'plan_analysis',
  'learning',
  'replay',
  'report',
  'cycle',
  'sample',
  'backup',
]);
export const jobStateSchema = z.enum(['running', 'done', 'failed', 'cancelled']);

export const jobSchema = z.object({
  id: z.string(),
  kind: jobKindSchema,
  title: z.string(),
  state: jobStateSchema,
  /** 0..1, or null while the amount of work is not known. */
  progress: z.number().min(0).max(1).nullable(),
  /** What is being done now, in words: "Reading sales.txt, 3,200 rows". */
  message: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** Area-specific outcome, e.g. the ids of import batches or of a plan. */
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z
    .object({ code: z.enum(errorCodes), message: z.string(), nextStep: z.string().nullable() })
    .nullable(),
});

export type Job = z.infer<typeof jobSchema>;
export type JobKind = z.infer<typeof jobKindSchema>;

export const jobs = {
  list: procedure.input(z.object({ limit: z.int().min(1).max(200).default(30) })).output(z.array(jobSchema)),
  get: procedure.input(z.object({ jobId: z.string() })).output(jobSchema),
  cancel: procedure.input(z.object({ jobId: z.string() })).output(jobSchema),
};
