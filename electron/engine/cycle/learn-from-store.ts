/** Learning as one step: outcomes matched, read and learned from. The body of the learning job, and of a cycle's last step. */

import type { EngineContext } from '../engine-context';
import { matchOutcomes } from '../feedback/match-outcomes';
import { readRecordedOutcomes } from '../feedback/recorded-outcomes';
import type { JobHandle } from '../jobs/job-runner';
import { type LearningOutcome, learn } from '../learning/learn';
import { learnInWorker } from '../learning/run-learning';
import type { LearningTarget, WeightModel } from '../learning/types';
import { type ResolvedScope, resolveScope } from '../stores/resolve-scope';

export type LearningChoice = { target: LearningTarget; model: WeightModel | 'auto' };

export async function learnFromStore(
  context: EngineContext,
  { store, asOf, settings }: ResolvedScope,
  { target, model }: LearningChoice,
  handle: JobHandle,
): Promise<LearningOutcome> {
  const { db } = context;
  // Outcomes are facts: they are matched up to the newest data, and read as of the day that was asked for.
  const newest = await resolveScope(db, { storeCode: store.code });
  await matchOutcomes(db, { storeId: store.id, asOf: newest.asOf, settings }, handle.signal);
  const outcomes = await readRecordedOutcomes(db, { storeId: store.id, asOf });
  const request = { storeId: store.id, asOf, target, model, outcomes };
  const result = await learn(db, request, handle, learnInWorker(context.workerDirectory));
  context.events.dataChanged('learning');
  return result;
}
