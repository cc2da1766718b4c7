import { readMarketSummary } from '../market/read-market-summary';
import { decideLines, undecideLines } from '../planning/decide';
import { listGaps } from '../planning/list-gaps';
import { makePlan } from '../planning/make-plan';
import { requirePlanData } from '../planning/plan-inputs';
import { readLatestPlan, readPlan } from '../planning/read-plan';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const plan = {
  start: implementer.plan.start.handler(async ({ context, input }) => {
    const { budgetCents, places, constraints } = input;
    const scope = await resolveScope(context.db, input);
    await requirePlanData(context.db, scope);
    const request = { scope, options: { budgetCents, places, constraints }, readMarket: readMarketSummary };
    const job = await context.jobs.start('plan', `Plan the order of ${scope.store.name}`, (handle) =>
      makePlan(context, request, handle),
    );
    return { jobId: job.id };
  }),
  getLatest: implementer.plan.getLatest.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readLatestPlan(context.db, store.id, input.asOf);
  }),
  get: implementer.plan.get.handler(({ context, input }) => readPlan(context.db, input.planId)),
  decide: implementer.plan.decide.handler(async ({ context, input }) => {
    const decided = await decideLines(context.db, input, context.now());
    context.events.dataChanged('plan');
    return decided;
  }),
  undecide: implementer.plan.undecide.handler(async ({ context, input }) => {
    const undecided = await undecideLines(context.db, input, context.now());
    context.events.dataChanged('plan');
    return undecided;
  }),
  listGaps: implementer.plan.listGaps.handler(async ({ context, input }) =>
    listGaps(context.db, await resolveScope(context.db, input), input.level),
  ),
};
