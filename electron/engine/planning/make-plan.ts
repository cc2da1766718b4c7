/** The planning job: reads the store's figures, works the plan out beside the engine, keeps it. */

import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import type { ResolvedScope } from '../stores/resolve-scope';
import { type MarketReader, readPlanInputs } from './plan-inputs';
import { savePlan } from './save-plan';
import { type PlanSolver, workerSolver } from './solve-in-worker';
import type { PlanInputs } from './types';

type PlanRequest = {
  scope: ResolvedScope;
  options: PlanInputs['options'];
  readMarket: MarketReader;
  /** A worker thread unless given. */
  solve?: PlanSolver;
};

/** The new plan's id and what it was made from, for the job that prices its limits. */
export type MadePlan = { planId: string; inputs: PlanInputs };

/**
 * Makes a plan and keeps it. Throws NO_DATA without a forecast for the day, INFEASIBLE when limits
 * conflict, and the signal's reason when cancelled; nothing is kept then.
 */
export async function makePlan(
  context: Pick<EngineContext, 'db' | 'events' | 'now' | 'workerDirectory'>,
  { scope, options, readMarket, solve = workerSolver(context.workerDirectory) }: PlanRequest,
  handle: JobHandle,
): Promise<MadePlan> {
  handle.report(0, engineTexts.planning.notes.progress.reading);
  const sources = await readPlanInputs(context.db, scope, options, readMarket);
  handle.signal.throwIfAborted();
  const { draft, milliseconds } = await solve(sources.inputs, handle);
  handle.signal.throwIfAborted();
  const id = await savePlan(context.db, {
    storeId: scope.store.id,
    asOf: scope.asOf,
    forecastRunId: sources.forecastRunId,
    weightSetId: sources.weightSetId,
    options,
    draft,
    milliseconds,
    createdAt: context.now().toISOString(),
  });
  context.events.dataChanged('plan');
  return { planId: String(id), inputs: sources.inputs };
}
