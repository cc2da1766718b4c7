/** Entry of a worker thread: plans, prices limits, tries limits out. The pool calls the exports by their names. */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '@shared/contract/errors';
import type { WhatIf } from '@shared/contract/plan-limits';
import type { Highs } from 'highs';
import { analyseOrder, type OrderAnalysis } from './analyse-order';
import { loadHighs } from './load-highs';
import { DEFAULT_SOLVE_OPTIONS } from './optimise';
import { planOrder } from './plan-order';
import type {
  AnalysisTask,
  PlanProgressMessage,
  SolvedPlan,
  WithProgress,
  WorkerResult,
} from './solve-in-worker';
import type { PlanInputs } from './types';
import { solveWhatIf, type WhatIfQuestion } from './what-if';

type Tell = (progress: number, message: string) => void;

export function planInWorker({
  inputs,
  progress,
}: WithProgress<{ inputs: PlanInputs }>): Promise<WorkerResult<SolvedPlan>> {
  const startedAt = performance.now();
  return answer(progress, (solver, tell) => {
    const draft = planOrder(inputs, solver, DEFAULT_SOLVE_OPTIONS, tell);
    return { draft, milliseconds: Math.round(performance.now() - startedAt) };
  });
}

export function analyseInWorker({
  question,
  limits,
  inputs,
  progress,
}: WithProgress<AnalysisTask>): Promise<WorkerResult<OrderAnalysis>> {
  return answer(progress, (solver, tell) => analyseOrder(question, limits, inputs, solver, tell));
}

export function solveWhatIfInWorker({
  progress,
  ...question
}: WithProgress<WhatIfQuestion>): Promise<WorkerResult<Omit<WhatIf, 'milliseconds'>>> {
  return answer(progress, (solver) => solveWhatIf(question, solver));
}

async function answer<Result>(
  progress: MessagePort,
  work: (solver: Highs, tell: Tell) => Result,
): Promise<WorkerResult<Result>> {
  try {
    return work(await loadHighs(), (share, message) => {
      const report: PlanProgressMessage = { progress: share, message };
      progress.postMessage(report);
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, details, nextStep } = error;
    return { failure: { code, message, details, nextStep } };
  } finally {
    progress.close();
  }
}
