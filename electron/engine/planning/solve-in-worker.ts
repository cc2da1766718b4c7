/**
 * Works a plan out on a thread of its own, so that the engine goes on answering. Aborting stops the thread at
 * once, in the middle of a solve if need be.
 */
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@shared/contract/errors';
import { Piscina } from 'piscina';
import type { PlanDraft } from './plan-draft';
import type { PlanInputs } from './types';

export type PlanTask = { inputs: PlanInputs; progress: MessagePort };

/** An expected failure crosses the thread's border as data, for there errors lose their class. */
export type PlanTaskResult =
  | { draft: PlanDraft; milliseconds: number }
  | { failure: { code: ErrorCode; message: string; details: ErrorDetails; nextStep: string | null } };

export type PlanProgressMessage = { progress: number; message: string };

type SolvedPlan = { draft: PlanDraft; milliseconds: number };

export type PlanSolver = (
  inputs: PlanInputs,
  handle: { signal: AbortSignal; report: (progress: number, message: string) => void },
) => Promise<SolvedPlan>;

/** A solver on a thread; `workerDirectory` holds the bundled plan-worker.js. */
export function workerSolver(workerDirectory: string): PlanSolver {
  return async (inputs, { signal, report }) => {
    signal.throwIfAborted();
    const pool = new Piscina({
      filename: path.join(workerDirectory, 'plan-worker.js'),
      name: 'planInWorker',
      minThreads: 1,
      maxThreads: 1,
    });
    const { port1, port2 } = new MessageChannel();
    port1.on('message', ({ progress, message }: PlanProgressMessage) => report(progress, message));
    try {
      const task: PlanTask = { inputs, progress: port2 };
      const result: PlanTaskResult = await pool.run(task, { transferList: [port2], signal });
      if ('failure' in result) throw toAppError(result.failure);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      port1.close();
      await pool.destroy();
    }
  };
}

function toAppError({
  code,
  message,
  details,
  nextStep,
}: Extract<PlanTaskResult, { failure: unknown }>['failure']): AppError {
  return new AppError(code, message, { details, ...(nextStep === null ? {} : { nextStep }) });
}
