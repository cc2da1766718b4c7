/**
 * Works plans, prices and trials out on a thread of their own, so that the engine goes on answering. Aborting stops the thread at
 * once, in the middle of a solve if need be.
 */
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '@shared/contract/errors';
import type { WhatIf } from '@shared/contract/plan-limits';
import { Piscina } from 'piscina';
import type { OrderAnalysis } from './analyse-order';
import type { KeptQuestion } from './kept-question';
import type { PlanDraft } from './plan-draft';
import type { PlanInputs, PlanLimit } from './types';
import type { WhatIfQuestion } from './what-if';

/** What a task brings along to tell of its progress. */
export type WithProgress<Task> = Task & { progress: MessagePort };

type Failure = {
  failure: { code: ErrorCode; message: string; details: ErrorDetails; nextStep: string | null };
};
/** An expected failure crosses the thread's border as data, for there errors lose their class. */
export type WorkerResult<Result> = Result | Failure;

export type PlanProgressMessage = { progress: number; message: string };

export type SolvedPlan = { draft: PlanDraft; milliseconds: number };

type WorkHandle = { signal: AbortSignal; report: (progress: number, message: string) => void };

export type PlanSolver = (inputs: PlanInputs, handle: WorkHandle) => Promise<SolvedPlan>;

export type AnalysisTask = {
  question: KeptQuestion;
  limits: readonly PlanLimit[];
  inputs: PlanInputs | null;
};
export type PlanAnalyser = (task: AnalysisTask, handle: WorkHandle) => Promise<OrderAnalysis>;

/** A solver on a thread; `workerDirectory` holds the bundled plan-worker.js. */
export function workerSolver(workerDirectory: string): PlanSolver {
  return (inputs, handle) => inWorker<SolvedPlan>(workerDirectory, 'planInWorker', { inputs }, handle);
}

export function workerAnalyser(workerDirectory: string): PlanAnalyser {
  return (task, handle) => inWorker<OrderAnalysis>(workerDirectory, 'analyseInWorker', task, handle);
}

/** The exact answer to moved limits. */
export function solveWhatIfInWorker(
  workerDirectory: string,
  question: WhatIfQuestion,
  handle: WorkHandle,
): Promise<Omit<WhatIf, 'milliseconds'>> {
  return inWorker(workerDirectory, 'solveWhatIfInWorker', question, handle);
}

async function inWorker<Result extends object>(
  workerDirectory: string,
  name: string,
  task: object,
  { signal, report }: WorkHandle,
): Promise<Result> {
  signal.throwIfAborted();
  const pool = new Piscina({
    filename: path.join(workerDirectory, 'plan-worker.js'),
    name,
    minThreads: 1,
    maxThreads: 1,
  });
  const { port1, port2 } = new MessageChannel();
  port1.on('message', ({ progress, message }: PlanProgressMessage) => report(progress, message));
  try {
    const result: WorkerResult<Result> = await pool.run(
      { ...task, progress: port2 },
      { transferList: [port2], signal },
    );
    if ('failure' in result) throw toAppError(result.failure);
    return result;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    port1.close();
    await pool.destroy();
  }
}

function toAppError({ code, message, details, nextStep }: Failure['failure']): AppError {
  return new AppError(code, message, { details, ...(nextStep === null ? {} : { nextStep }) });
}
