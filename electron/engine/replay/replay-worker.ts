/** Entry of a worker thread: lives one replay through. The pool calls the export by its name. */
import { POLICY_NAMES } from '@shared/domain/ordering-policy';
import { loadHighs } from '../planning/load-highs';
import type { Replicate } from './compare-policies';
import { drawChance } from './draw-chance';
import { liveReplicate } from './live-replicate';
import type { ReplayTask } from './run-replicates';
import { worldFromHistory } from './world-from-history';

export async function replayInWorker({ history, months, seed }: ReplayTask): Promise<Replicate> {
  const parts = { solver: await loadHighs() };
  const historic = worldFromHistory(history, months);
  return liveReplicate(historic.world, drawChance(historic, seed), POLICY_NAMES, parts);
}
