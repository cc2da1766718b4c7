/** Normalises a table's rows and stages them in chunks, counting every row and keeping every problem. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowCounts } from './load/finish-load';
import type { Stage, StagedRow } from './load/stage';
import { AsOfEvidence } from './normalise/as-of';
import type { TypingContext } from './normalise/column-typing';
import { type CheckedTotals, FileTotals } from './normalise/file-totals';
import { createRowFilter, isBlankRow } from './normalise/ignored-rows';
import { normaliseRow } from './normalise/normalise-row';
import { RowReader } from './normalise/row-reader';
import { afterHeader, type OpenTable } from './open-table';
import type { Problem } from './types';

const STAGE_ROWS = 4_000;

export type StagedFile = {
  readonly counts: RowCounts;
  readonly problems: readonly Problem[];
  /** Why rows were ignored, with how many and the first line. */
  readonly ignored: ReadonlyMap<string, { count: number; firstLine: number }>;
  readonly evidence: AsOfEvidence;
  readonly totals: CheckedTotals;
};

export async function stageFile(
  open: OpenTable,
  stage: Stage,
  context: TypingContext,
  signal: AbortSignal,
  onRows: (rowsRead: number) => void,
): Promise<StagedFile> {
  const reader = new RowReader(open.typing.columns, context);
  const filter = createRowFilter(open.table.header, open.typing.columns);
  const evidence = new AsOfEvidence(context.today);
  const counts: RowCounts = { read: 0, accepted: 0, repaired: 0, rejected: 0, unchanged: 0, ignored: 0 };
  const totals = new FileTotals(open.typing.columns);
  const problems: Problem[] = [];
  const ignored = new Map<string, { count: number; firstLine: number }>();
  let waiting: StagedRow[] = [];
  for await (const chunk of open.raw.rows()) {
    signal.throwIfAborted();
    for (const row of afterHeader(chunk, open.table.headerLine)) {
      if (isBlankRow(row)) continue;
      counts.read += 1;
      const outcome = normaliseRow(open.table.kind, row, reader, filter, open.hints);
      totals.add(row, outcome);
      if (outcome.type === 'ignored') {
        counts.ignored += 1;
        const known = ignored.get(outcome.reason);
        if (known) known.count += 1;
        else ignored.set(outcome.reason, { count: 1, firstLine: outcome.line });
        continue;
      }
      problems.push(...outcome.problems);
      if (outcome.type === 'rejected') {
        counts.rejected += 1;
        continue;
      }
      const isRepaired = outcome.problems.some(({ severity }) => severity === 'repaired');
      counts[isRepaired ? 'repaired' : 'accepted'] += 1;
      evidence.add(outcome.row);
      waiting.push({ line: outcome.line, row: outcome.row, raw: outcome.raw, isRepaired });
    }
    if (waiting.length >= STAGE_ROWS) {
      await stage.add(waiting);
      waiting = [];
    }
    onRows(counts.read);
    await nextTurn();
  }
  await stage.add(waiting);
  onRows(counts.read);
  return { counts, problems, ignored, evidence, totals: totals.result() };
}
