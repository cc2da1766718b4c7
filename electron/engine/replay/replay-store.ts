/** The replay job: reads the store's history, lives it through on worker threads, keeps what came of it. */

import { availableParallelism } from 'node:os';
import { POLICY_NAMES } from '@shared/domain/ordering-policy';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import type { MarketReader } from '../planning/plan-inputs';
import { derivedSeed } from '../sample/random-source';
import type { ResolvedScope } from '../stores/resolve-scope';
import { comparePolicies, learningNote } from './compare-policies';
import { readHistory } from './read-history';
import { type ReplicateRunner, runReplicates } from './run-replicates';
import { saveReplay } from './saved-replays';
import { dayOf } from './simulate';
import { worldFromHistory } from './world-from-history';

const texts = engineTexts.planning.replays;

const MOST_THREADS = 2;

type ReplayRequest = {
  scope: ResolvedScope;
  options: { months: number; replays: number; seed: number };
  readMarket: MarketReader;
  /** Worker threads unless given. */
  run?: ReplicateRunner;
};

/** Throws NO_DATA where the history is too short; nothing is kept when cancelled. */
export async function replayStore(
  context: Pick<EngineContext, 'db' | 'events' | 'now' | 'workerDirectory'>,
  { scope, options, readMarket, run = runReplicates }: ReplayRequest,
  handle: JobHandle,
): Promise<{ replayId: string }> {
  handle.report(0, texts.reading);
  const history = await readHistory(context.db, scope, readMarket);
  const { months, replays, seed } = options;
  const { world, notes } = worldFromHistory(history, months);
  const tasks = Array.from({ length: replays }, (_, index) => ({
    history,
    months,
    seed: derivedSeed(seed, index),
  }));
  handle.report(0, texts.living(replays));
  const replicates = await run(tasks, {
    workerDirectory: context.workerDirectory,
    threads: Math.min(MOST_THREADS, availableParallelism()),
    signal: handle.signal,
    onProgress: (done) => handle.report(done / replays, texts.done(done, replays)),
  });
  handle.signal.throwIfAborted();
  const learned = learningNote(replicates);
  const id = await saveReplay(context.db, {
    storeId: scope.store.id,
    asOf: scope.asOf,
    createdAt: context.now().toISOString(),
    outcome: {
      from: dayOf(world, world.openingDay),
      to: scope.asOf,
      months,
      cycles: Math.round(world.days / world.settings.reviewPeriodDays),
      replays,
      seed,
      builds: world.builds.length,
      policies: comparePolicies(replicates, POLICY_NAMES),
      notes: [...notes, ...(learned === null ? [] : [learned])],
    },
  });
  context.events.dataChanged('replay');
  return { replayId: String(id) };
}
