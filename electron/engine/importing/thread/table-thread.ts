/**
 * The thread on which large files are opened and read, so that the engine goes on answering, and reads one part of a
 * file while it writes another. Aborting stops the thread at once, in the middle of a library's parsing if need be.
 */
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import { Piscina } from 'piscina';
import type { EncodedChunk, EncodedTable } from '../encode-table';
import { FileRefused, TableRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { LoadPlan } from '../load/load-plan';
import { PlanOutdated } from '../load/plan-outdated';
import type { TypingContext } from '../normalise/column-typing';
import type { OpenOptions } from '../open-table';
import {
  buffersOf,
  type EncodeMessage,
  type EncodeResult,
  type EncodeTask,
  type OpenedTable,
  type OpenResult,
  type OpenTask,
  type TaskFailure,
} from './table-task';

export class TableThread {
  private readonly pool: Piscina;

  /** `workerDirectory` holds the bundled import-worker.js. */
  constructor(
    workerDirectory: string,
    private readonly signal: AbortSignal,
  ) {
    this.pool = new Piscina({
      filename: path.join(workerDirectory, 'import-worker.js'),
      name: 'readInWorker',
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
  }

  /** Throws FileRefused, as reading the file here would. */
  async open(facts: FileFacts, options: OpenOptions): Promise<OpenedTable> {
    const task: OpenTask = { task: 'open', facts, options };
    const result: OpenResult = await this.run(this.pool.run(task, { signal: this.signal }));
    if ('failure' in result) throw errorOf(result.failure);
    return result.opened;
  }

  /** The rows of a table that was opened here. Throws FileRefused and PlanOutdated. */
  async *encode(
    file: string,
    context: TypingContext,
    plan: LoadPlan,
  ): AsyncGenerator<EncodedChunk, EncodedTable> {
    const { port1, port2 } = new MessageChannel();
    const inbox = new Inbox();
    port1.on('message', (message: EncodeMessage) => inbox.put(message));
    const task: EncodeTask = { task: 'encode', path: file, context, plan, port: port2 };
    const running: Promise<EncodeResult> = this.pool.run(task, {
      transferList: [port2],
      signal: this.signal,
    });
    running.then(
      ({ failure }) => failure && inbox.fail(errorOf(failure)),
      (error: unknown) => inbox.fail(error),
    );
    try {
      for (;;) {
        const message = await this.run(inbox.take());
        if ('encoded' in message) return message.encoded;
        yield message.chunk;
        if (message.chunk.rows > 0) {
          const buffers = buffersOf(message.chunk);
          port1.postMessage(buffers, buffers);
        }
      }
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /** An abort is told by its own reason. */
  private async run<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      this.signal.throwIfAborted();
      throw error;
    }
  }
}

/** Messages in their order, for one reader. */
class Inbox {
  private readonly messages: EncodeMessage[] = [];
  private failure: { error: unknown } | null = null;
  private wake: () => void = () => undefined;

  put(message: EncodeMessage): void {
    this.messages.push(message);
    this.wake();
  }

  fail(error: unknown): void {
    this.failure = { error };
    this.wake();
  }

  async take(): Promise<EncodeMessage> {
    for (;;) {
      const message = this.messages.shift();
      if (message) return message;
      if (this.failure) throw this.failure.error;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

function errorOf(failure: TaskFailure): Error {
  if (failure.type === 'outdated') return new PlanOutdated(failure.message);
  if (failure.type === 'app') {
    const { details, nextStep } = failure;
    return new AppError(failure.code, failure.message, {
      details,
      ...(nextStep === null ? {} : { nextStep }),
    });
  }
  const { code, message, nextStep, table } = failure;
  return table === null
    ? new FileRefused(code, message, nextStep)
    : new TableRefused(code, message, nextStep ?? '', table);
}
