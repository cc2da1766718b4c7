import { engineTexts } from '@shared/texts/engine-texts';
import { listOutcomes, rateOutcome } from '../feedback/list-outcomes';
import { matchOutcomes } from '../feedback/match-outcomes';
import { readDataDate, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const texts = engineTexts.keeping.jobs;

export const feedback = {
  list: implementer.feedback.list.handler(async ({ context, input }) => {
    const { store, asOf, filter = {} } = await resolveScope(context.db, input);
    return { asOf, ...(await listOutcomes(context.db, { storeId: store.id, asOf, filter }, input)) };
  }),
  rate: implementer.feedback.rate.handler(async ({ context, input }) => {
    const today = async (storeId: number) => (await readDataDate(context.db, storeId)) ?? '9999-12-31';
    const words = input.note?.trim();
    // What a user wrote may name a customer.
    const note = words ? context.database.secrets.seal(words) : null;
    const outcome = await rateOutcome(context.db, { ...input, note }, today);
    context.events.dataChanged('learning');
    return outcome;
  }),
  match: implementer.feedback.match.handler(async ({ context, input }) => {
    const { store, settings } = await resolveScope(context.db, input);
    const job = await context.jobs.start('learning', texts.titles.matchOutcomes, async (handle) => {
      handle.report(null, texts.matchingOutcomes);
      // Outcomes are facts: they are matched up to the newest data, whatever day is looked at.
      const { asOf } = await resolveScope(context.db, { storeCode: store.code });
      const counts = await matchOutcomes(context.db, { storeId: store.id, asOf, settings }, handle.signal);
      context.events.dataChanged('learning');
      return counts;
    });
    return { jobId: job.id };
  }),
};
