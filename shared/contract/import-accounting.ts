/** How an import accounts for its file: what became of each row, money against the file's own totals, what was dropped. */
import { z } from 'zod';
import { daySchema, pageSchema } from './primitives';

export const rowCountsSchema = z.object({
  read: z.int(),
  accepted: z.int(),
  repaired: z.int(),
  rejected: z.int(),
  unchanged: z.int(),
  ignored: z.int(),
});

/** One money column, summed. */
export const columnTotalSchema = z.object({
  column: z.string(),
  target: z.string(),
  /** Over all records of the file, rejected and repeated ones too: the file's own total has them. */
  totalCents: z.int(),
  /** The part of it in rows that were rejected. */
  rejectedCents: z.int(),
  /** What the file's totals row says; null when it has none, or says nothing in this column. */
  statedCents: z.int().nullable(),
  /** null when the file states no total. */
  isAgreed: z.boolean().nullable(),
});

export const reconciliationSchema = z.object({
  /** Rows that are no records, by why they were left out. */
  ignored: z.array(z.object({ reason: z.string(), rows: z.int(), firstLine: z.int() })),
  /** Line of the file's grand total; null when it has none. */
  totalsLine: z.int().nullable(),
  totals: z.array(columnTotalSchema),
  /** How many records the file itself says that it lists ("394 ITEMS LISTED"), and whether that is what was read. */
  statedRows: z.int().nullable(),
  areRowsAgreed: z.boolean().nullable(),
  /** Columns that the date of figures is read from, the first that is filled counts; empty when the kind has no such date. */
  dateColumns: z.array(z.string()),
  /** Date columns in which day and month could not be told apart: month/day/year was taken. */
  ambiguousDateColumns: z.array(z.string()),
  /** Columns of which nothing is stored: personal ones, and those that no field of this kind is read from. */
  droppedColumns: z.array(z.object({ column: z.string(), reason: z.enum(['personal', 'not used']) })),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;
export type ColumnTotal = z.infer<typeof columnTotalSchema>;

export const batchChangeSchema = z.enum(['added', 'changed', 'gone']);
export type BatchChange = z.infer<typeof batchChangeSchema>;

/** One record that differs between a batch and the one before it. */
export const comparedRowSchema = z.object({
  change: batchChangeSchema,
  storeCode: z.string(),
  /** What names the record: stock number and VIN, deal number, order number, or the keys of the other kinds. */
  key: z.string(),
  /** The vehicle or subject in words: "2024 Honda Accord EX". */
  subject: z.string(),
  /** Fields that a changed record differs in; null is "not stated". Money in cents, days YYYY-MM-DD. */
  fields: z.array(
    z.object({
      field: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      isMoney: z.boolean(),
    }),
  ),
});
export type ComparedRow = z.infer<typeof comparedRowSchema>;

const comparedBatchSchema = z.object({ id: z.string(), file: z.string(), asOf: daySchema });

export const batchComparisonSchema = z.object({
  batch: comparedBatchSchema,
  /** The batch of the same kind and store before it; null for the first, which only adds. */
  previous: comparedBatchSchema.nullable(),
  counts: z.object({ added: z.int(), changed: z.int(), gone: z.int(), same: z.int() }),
  /** For deals: only those sold between these days, which both files cover, can be gone. */
  comparedFrom: daySchema.nullable(),
  comparedTo: daySchema.nullable(),
  /** Records of the page's filter. */
  total: z.int(),
  rows: z.array(comparedRowSchema),
});
export type BatchComparison = z.infer<typeof batchComparisonSchema>;

export const compareInputSchema = pageSchema.extend({
  /** The newest batch when left out. */
  batchId: z.string().optional(),
  change: batchChangeSchema.optional(),
});

/** Records that an undo leaves as they are, for a later import of another kind changed them since. */
export const keptRowsSchema = z.object({
  batchId: z.string(),
  file: z.string(),
  kind: z.string(),
  rows: z.int(),
});
export const undoOutcomeSchema = z.object({
  /** What is undone, newest first: the one batch, or all back to it. */
  batches: z.array(z.object({ id: z.string(), file: z.string(), kind: z.string() })),
  removed: z.int(),
  restored: z.int(),
  kept: z.array(keptRowsSchema),
});
export type UndoOutcome = z.infer<typeof undoOutcomeSchema>;
