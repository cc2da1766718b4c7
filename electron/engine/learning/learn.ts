/** The learning job: outcomes and the weights in use go to the worker, its finding is recorded and acted on. */

import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db } from '../database/database';
import type { JobHandle } from '../jobs/job-runner';
import { readActiveWeights } from './read-weights';
import type { LearningRunner } from './run-learning';
import type { LearningTarget, Outcome, WeightModel } from './types';
import { recordRun } from './weights-store';

const texts = engineTexts.planning.learning;

export type LearningRequest = {
  storeId: number;
  asOf: CalendarDay;
  target: LearningTarget;
  model: WeightModel | 'auto';
  outcomes: Outcome[];
};

export type LearningOutcome = { learningRunId: string; activated: boolean; note: string };

/** Any fixed number will do: the same outcomes must lead to the same weights. */
const SEED = 1974;

export async function learn(
  db: Db,
  request: LearningRequest,
  handle: JobHandle,
  run: LearningRunner,
): Promise<LearningOutcome> {
  const { storeId, asOf, target, model, outcomes } = request;
  const active = await readActiveWeights(db, storeId);
  handle.report(null, texts.working(outcomes.length));
  const task = { outcomes, asOf, target, active: active.weights, model, seed: SEED };
  const result = await run(task, handle.signal);
  handle.signal.throwIfAborted();
  const learningRunId = await recordRun(db, { storeId, asOf, target, testedAgainst: active, result });
  return { learningRunId: String(learningRunId), activated: result.activate, note: result.note };
}
