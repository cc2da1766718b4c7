import { engineTexts } from '@shared/texts/engine-texts';
import { readMarketSummary } from '../market/read-market-summary';
import { replayStore } from '../replay/replay-store';
import { listReplays, readLatestReplay, readReplay, removeReplay } from '../replay/saved-replays';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const replay = {
  start: implementer.replay.start.handler(async ({ context, input }) => {
    const { months, replays, seed } = input;
    const scope = await resolveScope(context.db, input);
    const request = { scope, options: { months, replays, seed }, readMarket: readMarketSummary };
    const job = await context.jobs.start('replay', titles.replay(scope.store.name), (handle) =>
      replayStore(context, request, handle),
    );
    return { jobId: job.id };
  }),
  getLatest: implementer.replay.getLatest.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readLatestReplay(context.db, store.id, input.asOf);
  }),
  get: implementer.replay.get.handler(({ context, input }) => readReplay(context.db, input.replayId)),
  list: implementer.replay.list.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return listReplays(context.db, store.id);
  }),
  remove: implementer.replay.remove.handler(async ({ context, input }) => {
    const removed = await removeReplay(context.db, input.replayId);
    context.events.dataChanged('replay');
    return { removed };
  }),
};
