/**
 * Entry of a worker thread: opens a file's table, and reads, normalises and encodes its rows while the engine writes
 * those that came before. The pool calls the exports by their names.
 */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import { encodeTable } from '../encode-table';
import { FileRefused, TableRefused } from '../file-refused';
import { PlanOutdated } from '../load/plan-outdated';
import { type OpenTable, openTable } from '../open-table';
import {
  buffersOf,
  type EncodeMessage,
  type EncodeResult,
  type EncodeTask,
  type OpenResult,
  type OpenTask,
  type TableTask,
  type TaskFailure,
} from './table-task';

/** Chunks that may wait for the engine: more would only take memory. */
const MOST_WAITING = 3;

/** Tables by path, from when they are opened until their rows are read. */
const opened = new Map<string, OpenTable>();

export async function readInWorker(task: TableTask): Promise<OpenResult | EncodeResult> {
  return task.task === 'open' ? open(task) : encode(task);
}

async function open({ facts, options }: OpenTask): Promise<OpenResult> {
  try {
    // A Buffer arrives as the bytes it holds.
    const head = Buffer.from(facts.head);
    const tail = Buffer.from(facts.tail);
    const table = await openTable({ ...facts, head, tail }, options);
    opened.set(facts.path, table);
    const { raw: _raw, facts: _facts, ...rest } = table;
    return { opened: rest };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

async function encode({ path, context, plan, port }: EncodeTask): Promise<EncodeResult> {
  try {
    const table = opened.get(path);
    if (!table) throw new Error(`${path} was not opened on this thread`);
    const chunks = encodeTable(table, context, plan);
    const credit = new Credit(port);
    for (;;) {
      const next = await chunks.next();
      if (next.done) {
        post(port, { encoded: next.value });
        return { failure: null };
      }
      if (next.value.rows > 0) await credit.take();
      post(port, { chunk: next.value }, buffersOf(next.value));
    }
  } catch (error) {
    return { failure: failureOf(error) };
  } finally {
    port.unref();
  }
}

function post(port: MessagePort, message: EncodeMessage, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

/** The engine sends the buffers of a chunk back when it has written it. */
class Credit {
  private waiting = 0;
  private wake: () => void = () => undefined;

  constructor(port: MessagePort) {
    port.on('message', () => {
      this.waiting -= 1;
      this.wake();
    });
  }

  async take(): Promise<void> {
    while (this.waiting >= MOST_WAITING) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.waiting += 1;
  }
}

/** Throws what was not expected. */
function failureOf(error: unknown): TaskFailure {
  if (error instanceof PlanOutdated) return { type: 'outdated', message: error.message };
  if (error instanceof AppError) {
    const { code, message, details, nextStep } = error;
    return { type: 'app', code, message, details, nextStep };
  }
  if (!(error instanceof FileRefused)) throw error;
  const { code, message, nextStep } = error;
  return {
    type: 'refused',
    code,
    message,
    nextStep,
    table: error instanceof TableRefused ? error.table : null,
  };
}
