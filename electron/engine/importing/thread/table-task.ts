/** What passes between the engine and the thread that reads a file. */

import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode, ErrorDetails } from '@shared/contract/errors';
import type { EncodedChunk, EncodedTable } from '../encode-table';
import type { RefusedTable } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { LoadPlan } from '../load/load-plan';
import type { TypingContext } from '../normalise/column-typing';
import type { OpenOptions, RecognisedFile } from '../open-table';

export type OpenTask = { readonly task: 'open'; readonly facts: FileFacts; readonly options: OpenOptions };

export type EncodeTask = {
  readonly task: 'encode';
  /** Of a file that the same thread opened. */
  readonly path: string;
  readonly context: TypingContext;
  readonly plan: LoadPlan;
  readonly port: MessagePort;
};

export type TableTask = OpenTask | EncodeTask;

/** An open table without its rows: those stay on the thread. */
export type OpenedTable = Omit<RecognisedFile, 'facts'>;

/** Expected failures cross the border as data, for there errors lose their class. */
export type TaskFailure =
  | {
      readonly type: 'refused';
      readonly code: string;
      readonly message: string;
      readonly nextStep: string | null;
      readonly table: RefusedTable | null;
    }
  | { readonly type: 'outdated'; readonly message: string }
  | {
      readonly type: 'app';
      readonly code: ErrorCode;
      readonly message: string;
      readonly details: ErrorDetails;
      readonly nextStep: string | null;
    };

export type OpenResult = { readonly opened: OpenedTable } | { readonly failure: TaskFailure };
export type EncodeResult = { readonly failure: TaskFailure | null };

/** From the thread: chunks in their order, then what the rows said together. */
export type EncodeMessage = { readonly chunk: EncodedChunk } | { readonly encoded: EncodedTable };

/** They change hands with the chunk, and come back when it is written: the engine's own garbage is seldom collected. */
export function buffersOf({ staged, sales, stays, problems }: EncodedChunk): ArrayBuffer[] {
  return [staged, sales, stays, problems].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength > 0 ? [buffer] : [],
  );
}
