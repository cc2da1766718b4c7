import { z } from 'zod';
import { procedure } from './base';
import {
  batchComparisonSchema,
  compareInputSchema,
  reconciliationSchema,
  rowCountsSchema,
  undoOutcomeSchema,
} from './import-accounting';
import { daySchema, instantSchema, jobStartedSchema, pageSchema } from './primitives';

export const importKindSchema = z.enum(['inventory', 'sales', 'orders', 'allocation', 'market', 'feedback']);
export type ImportKind = z.infer<typeof importKindSchema>;

/** What was said about one file of several. */
const fileAnswersSchema = z.object({
  kind: importKindSchema.optional(),
  coverage: z.enum(['full', 'partial']).optional(),
  map: z.record(z.string(), z.string()).optional(),
  /** Of an archive, one file may be left out. */
  isLeftOut: z.boolean().optional(),
});
export type FileAnswers = z.infer<typeof fileAnswersSchema>;

/** The target of a column that is not to be used. */
export const NOT_USED = 'ignore';

export const importOptionsSchema = z.object({
  kind: importKindSchema.or(z.literal('auto')).default('auto'),
  storeCode: z.string().min(1).max(40).optional(),
  asOf: daySchema.optional(),
  /** Whether an inventory file lists the whole stock; unknown is treated as partial, with a warning. */
  coverage: z.enum(['full', 'partial', 'unknown']).default('unknown'),
  profile: z.string().optional(),
  /** Source header to target field (or `ignore`), overriding what was recognised. */
  map: z.record(z.string(), z.string()).default({}),
  /** Answers for single files, by the key of their preview; they win over what is said for all. */
  files: z.record(z.string(), fileAnswersSchema).optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const importProblemSchema = z.object({
  /** 1-based line of the file (row number in a workbook); null when the problem is the file's. */
  line: z.int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
  message: z.string(),
  severity: z.enum(['rejected', 'repaired', 'warning']),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const columnMappingSchema = z.object({
  source: z.string(),
  /** Target field, or null when the column is not used. */
  target: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  isPersonal: z.boolean(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const importBatchSchema = z.object({
  id: z.string(),
  file: z.string(),
  fileHash: z.string(),
  kind: importKindSchema,
  profile: z.string().nullable(),
  format: z.string(),
  storeCodes: z.array(z.string()),
  asOf: daySchema,
  /** Where the as-of came from: option, preamble, file name, ages, modified time. */
  asOfSource: z.string(),
  coverage: z.enum(['full', 'partial']),
  /** read = accepted + repaired + rejected + unchanged + ignored, always. */
  rows: rowCountsSchema,
  changes: z.object({ added: z.int(), changed: z.int(), closed: z.int(), reversed: z.int() }),
  columns: z.array(columnMappingSchema),
  /** Personal columns that were dropped at import. */
  droppedColumns: z.array(z.string()),
  remarks: z.array(z.string()),
  /** null for imports made before it was kept. */
  reconciliation: reconciliationSchema.nullable(),
  /** The first problems; `imports.listProblems` pages through all. */
  problems: z.array(importProblemSchema),
  problemCount: z.int(),
  importedAt: instantSchema,
  isUndone: z.boolean(),
  canUndo: z.boolean(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;

/** Answers about files with one header, used again for the next file that has it. */
export const importProfileSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: importKindSchema,
  /** Source header to target field, as said by hand. */
  map: z.record(z.string(), z.string()),
  coverage: z.enum(['full', 'partial', 'unknown']),
  /** Imports that were read with it. */
  usedBy: z.int(),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

/** What a file looks like before anything is stored. */
export const importPreviewSchema = z.object({
  /** Names the file among all that are previewed, also when several came out of one archive. */
  key: z.string(),
  file: z.string(),
  path: z.string(),
  bytes: z.int(),
  format: z.string().nullable(),
  kind: importKindSchema.nullable(),
  profile: z.string().nullable(),
  asOf: daySchema.nullable(),
  asOfSource: z.string().nullable(),
  /** Whether an inventory file lists the whole stock, as far as it was said; null for other kinds. */
  coverage: z.enum(['full', 'partial', 'unknown']).nullable(),
  rowsSampled: z.int(),
  columns: z.array(columnMappingSchema),
  sample: z.array(z.record(z.string(), z.string().nullable())),
  problems: z.array(importProblemSchema),
  remarks: z.array(z.string()),
  /** Set when the file cannot be imported: what is wrong and what to do. */
  refusal: z.object({ code: z.string(), message: z.string(), nextStep: z.string().nullable() }).nullable(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What one import run reports: the batches that were stored and the files that were refused. */
export const importReportSchema = z.object({
  batches: z.array(importBatchSchema),
  refused: z.array(
    z.object({ file: z.string(), code: z.string(), message: z.string(), nextStep: z.string().nullable() }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;

const undoInputSchema = z.object({ batchId: z.string(), isBackTo: z.boolean().default(false) });

export const imports = {
  /** Folders as the files in them, newest last; what is no export by its name is left out. */
  findFiles: procedure
    .input(z.object({ paths: z.array(z.string()).min(1).max(1000) }))
    .output(z.object({ files: z.array(z.string()), leftOut: z.int() })),
  preview: procedure
    .input(z.object({ paths: z.array(z.string()).min(1).max(100), options: importOptionsSchema }))
    .output(z.array(importPreviewSchema)),
  /** The job's result is `{ report: ImportReport }`. */
  start: procedure
    .input(z.object({ paths: z.array(z.string()).min(1).max(100), options: importOptionsSchema }))
    .output(jobStartedSchema),
  listBatches: procedure
    .input(pageSchema)
    .output(z.object({ total: z.int(), batches: z.array(importBatchSchema) })),
  listProblems: procedure
    .input(pageSchema.extend({ batchId: z.string() }))
    .output(z.object({ total: z.int(), problems: z.array(importProblemSchema) })),
  /** A batch beside the one of its kind and store before it. */
  compareBatch: procedure.input(compareInputSchema).output(batchComparisonSchema),
  /** Undoes the newest batch of its store and kind; `isBackTo` any, with every import of its stores since. */
  undo: procedure.input(undoInputSchema).output(importBatchSchema.extend({ undo: undoOutcomeSchema })),
  /** What an undo would do, without doing it. */
  describeUndo: procedure.input(undoInputSchema).output(undoOutcomeSchema),
  /** Writes the rejected rows, without personal columns, beside a column that says why. */
  saveRejects: procedure
    .input(z.object({ batchId: z.string(), path: z.string() }))
    .output(z.object({ path: z.string(), rows: z.int() })),
  listProfiles: procedure.output(z.object({ profiles: z.array(importProfileSchema) })),
  /** Throws CONFLICT when another profile has the name. */
  renameProfile: procedure
    .input(z.object({ profileId: z.string(), name: z.string().trim().min(1).max(60) }))
    .output(z.object({ profiles: z.array(importProfileSchema) })),
  /** Files with the profile's header are asked about again. */
  forgetProfile: procedure
    .input(z.object({ profileId: z.string() }))
    .output(z.object({ profiles: z.array(importProfileSchema) })),
  /** The text of DOSO's own template for a kind: a CSV header and one example row. */
  getTemplate: procedure.input(z.object({ kind: importKindSchema })).output(
    z.object({
      fileName: z.string(),
      text: z.string(),
      columns: z.array(z.object({ name: z.string(), meaning: z.string(), isRequired: z.boolean() })),
    }),
  ),
};
