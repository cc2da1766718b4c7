/** Writes a table's encoded rows, chunk by chunk, to where the final transaction takes them from. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EncodedChunk, EncodedTable } from './encode-table';
import type { IncomingTables } from './load/incoming-tables';
import type { Stage } from './load/stage';

export type StageTargets = {
  readonly stage: Stage;
  /** Null where new deals are staged like all others. */
  readonly incoming: IncomingTables | null;
};

/** Other callers have their turn between two chunks. */
export async function stageFile(
  chunks: AsyncGenerator<EncodedChunk, EncodedTable>,
  { stage, incoming }: StageTargets,
  signal: AbortSignal,
  onRows: (rowsRead: number) => void,
): Promise<EncodedTable> {
  try {
    for (;;) {
      const next = await chunks.next();
      signal.throwIfAborted();
      if (next.done) return next.value;
      const { staged, problems, rowsRead } = next.value;
      await stage.add(staged);
      await stage.addProblems(problems);
      await incoming?.add(next.value);
      onRows(rowsRead);
      await nextTurn();
    }
  } finally {
    await chunks.return?.(undefined as never);
  }
}
