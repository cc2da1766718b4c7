/** A plan under moved limits: relaxed on this thread, which takes milliseconds, or exactly on one of its own. */
import type { MovedLimit, WhatIf } from '@shared/contract/plan-limits';
import type { EngineContext } from '../engine-context';
import { loadHighs } from './load-highs';
import { readKeptQuestion } from './read-kept-question';
import { solveWhatIfInWorker } from './solve-in-worker';
import { estimateOrder } from './what-if';

type Moved = { planId: string; limits: readonly MovedLimit[] };
type Context = Pick<EngineContext, 'db' | 'workerDirectory'>;

/** Throws NOT_FOUND, NO_DATA for a plan that kept no question, BAD_INPUT for a limit it has not. */
export async function estimateLimits({ db }: Context, { planId, limits: moved }: Moved): Promise<WhatIf> {
  const startedAt = performance.now();
  const { question, limits } = await readKeptQuestion(db, planId);
  const answer = estimateOrder({ question, limits, moved }, await loadHighs());
  return { ...answer, milliseconds: Math.round(performance.now() - startedAt) };
}

/** Throws as above, and the signal's reason when the caller gave up. */
export async function tryLimits(
  { db, workerDirectory }: Context,
  { planId, limits: moved }: Moved,
  signal: AbortSignal,
): Promise<WhatIf> {
  const startedAt = performance.now();
  const { question, limits } = await readKeptQuestion(db, planId);
  const handle = { signal, report: () => {} };
  const answer = await solveWhatIfInWorker(workerDirectory, { question, limits, moved }, handle);
  return { ...answer, milliseconds: Math.round(performance.now() - startedAt) };
}
