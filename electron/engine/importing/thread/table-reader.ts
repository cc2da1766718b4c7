/** Opens files to import, small ones here and large ones on a thread; who loads them cannot tell. */
import { type EncodedChunk, type EncodedTable, encodeTable } from '../encode-table';
import type { FileFacts } from '../inspect-file';
import type { LoadPlan } from '../load/load-plan';
import type { TypingContext } from '../normalise/column-typing';
import { type OpenOptions, openTable, type RecognisedFile } from '../open-table';
import { TableThread } from './table-thread';

/** A thread takes a fifth of a second to start: less than this is read sooner without. */
const LEAST_BYTES = 512 * 1024;

export type ReadyTable = RecognisedFile & {
  /** May be called again, after an attempt that did not go through. */
  readonly encode: (context: TypingContext, plan: LoadPlan) => AsyncGenerator<EncodedChunk, EncodedTable>;
};

export class TableReader {
  private thread: TableThread | undefined;

  constructor(
    private readonly workerDirectory: string | undefined,
    private readonly signal: AbortSignal,
  ) {}

  /** Throws FileRefused. */
  async open(facts: FileFacts, options: OpenOptions): Promise<ReadyTable> {
    if (this.workerDirectory === undefined || facts.bytes < LEAST_BYTES) {
      const open = await openTable(facts, options);
      return { ...open, encode: (context, plan) => encodeTable(open, context, plan) };
    }
    this.thread ??= new TableThread(this.workerDirectory, this.signal);
    const { thread } = this;
    const opened = await thread.open(facts, options);
    return { ...opened, facts, encode: (context, plan) => thread.encode(facts.path, context, plan) };
  }

  async close(): Promise<void> {
    await this.thread?.close();
  }
}
