import { engineTexts } from '@shared/texts/engine-texts';
import { learnFromStore } from '../cycle/learn-from-store';
import { summarizeFeedback } from '../feedback/summarize-feedback';
import { readExploration } from '../learning/read-exploration';
import { listWeights } from '../learning/read-weights';
import { activateWeights, listLearningRuns } from '../learning/weights-store';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

export const learning = {
  start: implementer.learning.start.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    const job = await context.jobs.start('learning', titles.learn, (handle) =>
      learnFromStore(context, scope, { target: input.target, model: input.model }, handle),
    );
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
  getExploration: implementer.learning.getExploration.handler(async ({ context, input }) =>
    readExploration(context.db, await resolveScope(context.db, input)),
  ),
  summarizeFeedback: implementer.learning.summarizeFeedback.handler(async ({ context, input }) => {
    const { store, asOf, filter = {} } = await resolveScope(context.db, input);
    return summarizeFeedback(context.db, { storeId: store.id, asOf, filter });
  }),
};
