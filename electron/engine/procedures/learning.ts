import { matchOutcomes } from '../feedback/match-outcomes';
import { readRecordedOutcomes } from '../feedback/recorded-outcomes';
import { summarizeFeedback } from '../feedback/summarize-feedback';
import { learn } from '../learning/learn';
import { listWeights } from '../learning/read-weights';
import { learnInWorker } from '../learning/run-learning';
import { activateWeights, listLearningRuns } from '../learning/weights-store';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const learning = {
  start: implementer.learning.start.handler(async ({ context, input }) => {
    const { db } = context;
    const { store, asOf, settings } = await resolveScope(db, input);
    const job = await context.jobs.start('learning', 'Learn from outcomes', async (handle) => {
      const today = await resolveScope(db, { storeCode: store.code });
      await matchOutcomes(db, { storeId: store.id, asOf: today.asOf, settings }, handle.signal);
      const outcomes = await readRecordedOutcomes(db, { storeId: store.id, asOf });
      const request = { storeId: store.id, asOf, target: input.target, outcomes };
      const result = await learn(db, request, handle, learnInWorker(context.workerDirectory));
      context.events.dataChanged('learning');
      return result;
    });
    return { jobId: job.id };
  }),
  listWeights: implementer.learning.listWeights.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return listWeights(context.db, store.id);
  }),
  listRuns: implementer.learning.listRuns.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return listLearningRuns(context.db, store.id);
  }),
  activateWeights: implementer.learning.activateWeights.handler(async ({ context, input }) => {
    const weights = await activateWeights(context.db, input.weightSetId);
    context.events.dataChanged('learning');
    return weights;
  }),
  summarizeFeedback: implementer.learning.summarizeFeedback.handler(async ({ context, input }) => {
    const { store, asOf } = await resolveScope(context.db, input);
    return summarizeFeedback(context.db, { storeId: store.id, asOf });
  }),
};
