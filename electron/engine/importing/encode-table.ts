/**
 * Reads a table's rows, normalises them and encodes them for the database, counting every row and keeping every
 * problem. Touches no database, so that it can run on any thread.
 */
import { copyLine } from './load/copy-text';
import { type EncodedFile, type EncodedRows, RowEncoder } from './load/encode-rows';
import type { RowCounts } from './load/finish-load';
import { LineBuffer } from './load/line-buffer';
import type { LoadPlan } from './load/load-plan';
import { AsOfEvidence, type DaysOfRows } from './normalise/as-of';
import type { TypingContext } from './normalise/column-typing';
import { type CheckedTotals, FileTotals } from './normalise/file-totals';
import { createRowFilter, isBlankRow } from './normalise/ignored-rows';
import { normaliseRow } from './normalise/normalise-row';
import { RowReader } from './normalise/row-reader';
import type { OpenTable } from './open-table';
import type { Problem } from './types';

/** A chunk is written in one short transaction, of some 60 ms. */
const CHUNK_ROWS = 8_000;

/** What the rows are read and typed by. */
export type TypedTable = Pick<OpenTable, 'raw' | 'table' | 'typing' | 'hints'>;

export type EncodedChunk = EncodedRows & {
  readonly rowsRead: number;
  /** COPY lines of the problems of the chunk's rows: a file may have one on each row. */
  readonly problems: Uint8Array;
};

export type EncodedTable = EncodedFile & {
  readonly counts: RowCounts;
  /** Why rows were ignored, with how many and the first line. */
  readonly ignored: ReadonlyMap<string, { count: number; firstLine: number }>;
  /** What the rows say of the file's day. */
  readonly days: DaysOfRows;
  readonly totals: CheckedTotals;
};

export async function* encodeTable(
  open: TypedTable,
  context: TypingContext,
  plan: LoadPlan,
): AsyncGenerator<EncodedChunk, EncodedTable> {
  const { kind, header, headerLine } = open.table;
  const reader = new RowReader(open.typing.columns, context);
  const filter = createRowFilter(header, open.typing.columns);
  const encoder = new RowEncoder(kind, open.typing.columns, plan);
  const evidence = new AsOfEvidence(context.today);
  const counts: RowCounts = { read: 0, accepted: 0, repaired: 0, rejected: 0, unchanged: 0, ignored: 0 };
  const totals = new FileTotals(open.typing.columns);
  const problems = new LineBuffer();
  const ignored = new Map<string, { count: number; firstLine: number }>();
  for await (const chunk of open.raw.rows()) {
    for (const row of chunk) {
      if ((headerLine !== null && row.line <= headerLine) || isBlankRow(row)) continue;
      counts.read += 1;
      const outcome = normaliseRow(kind, row, reader, filter, open.hints);
      totals.add(row, outcome);
      if (outcome.type === 'ignored') {
        counts.ignored += 1;
        const known = ignored.get(outcome.reason);
        if (known) known.count += 1;
        else ignored.set(outcome.reason, { count: 1, firstLine: outcome.line });
        continue;
      }
      for (const problem of outcome.problems) problems.add(problemLine(problem));
      if (outcome.type === 'rejected') {
        counts.rejected += 1;
        continue;
      }
      const isRepaired = outcome.problems.some(({ severity }) => severity === 'repaired');
      counts[isRepaired ? 'repaired' : 'accepted'] += 1;
      evidence.add(outcome.row);
      encoder.add(outcome.row, outcome.line, row.cells, isRepaired);
    }
    if (Math.max(encoder.waiting, problems.count) >= CHUNK_ROWS)
      yield { ...takeLines(encoder, problems), rowsRead: counts.read };
    else yield { ...NOTHING, rowsRead: counts.read };
  }
  yield { ...takeLines(encoder, problems), rowsRead: counts.read };
  return { ...encoder.finish(), counts, ignored, days: evidence.result(), totals: totals.result() };
}

/** Whatever waits to be written counts, so that a reader who is ahead waits for the writer. */
function takeLines(encoder: RowEncoder, problems: LineBuffer): Omit<EncodedChunk, 'rowsRead'> {
  const rows = encoder.waiting + problems.count;
  return { ...encoder.take(), rows, problems: problems.take() };
}

const NO_BYTES = new Uint8Array(0);
/** Rows were read, none written: a sign of life. */
const NOTHING = { rows: 0, staged: NO_BYTES, sales: NO_BYTES, stays: NO_BYTES, problems: NO_BYTES };

/** In the order of PROBLEM_COLUMNS. */
export function problemLine({ line, column, code, value, message, severity }: Problem): string {
  return copyLine([line, column, code, value, message, severity]);
}
