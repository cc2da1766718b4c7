/** Entry of a worker thread: works one plan out. The pool calls the export by its name. */
import { AppError } from '@shared/contract/errors';
import { loadHighs } from './load-highs';
import { DEFAULT_SOLVE_OPTIONS } from './optimise';
import { planOrder } from './plan-order';
import type { PlanProgressMessage, PlanTask, PlanTaskResult } from './solve-in-worker';

export async function planInWorker({ inputs, progress }: PlanTask): Promise<PlanTaskResult> {
  const startedAt = performance.now();
  const solver = await loadHighs();
  try {
    const draft = planOrder(inputs, solver, DEFAULT_SOLVE_OPTIONS, (share, message) => {
      const report: PlanProgressMessage = { progress: share, message };
      progress.postMessage(report);
    });
    return { draft, milliseconds: Math.round(performance.now() - startedAt) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, details, nextStep } = error;
    return { failure: { code, message, details, nextStep } };
  } finally {
    progress.close();
  }
}
