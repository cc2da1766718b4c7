/** The job beside a plan: prices its limits and moves its demand, on a thread of its own, and keeps what it found. */
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import { readKeptQuestion } from './read-kept-question';
import { type PlanAnalyser, workerAnalyser } from './solve-in-worker';
import type { PlanInputs } from './types';

const failures = engineTexts.planning.planFailures;

type AnalysisRequest = {
  planId: string;
  /** What the plan was made from; without it the demand is not moved. */
  inputs: PlanInputs | null;
  /** A worker thread unless given. */
  analyse?: PlanAnalyser;
};

/** Throws NOT_FOUND, and NO_DATA for a plan that kept no question. */
export async function analysePlan(
  context: Pick<EngineContext, 'db' | 'events' | 'now' | 'workerDirectory'>,
  { planId, inputs, analyse = workerAnalyser(context.workerDirectory) }: AnalysisRequest,
  handle: JobHandle,
): Promise<{ planId: string }> {
  const { question, limits } = await readKeptQuestion(context.db, planId);
  const analysis = await analyse({ question, limits, inputs }, handle);
  handle.signal.throwIfAborted();
  const { numUpdatedRows } = await context.db
    .updateTable('planRun')
    .set({ analysis: JSON.stringify(analysis), analysedAt: context.now().toISOString() })
    .where('id', '=', Number(planId))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', failures.noPlan(planId));
  context.events.dataChanged('plan');
  return { planId };
}
