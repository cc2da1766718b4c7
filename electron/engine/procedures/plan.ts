import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import { readMarketSummary } from '../market/read-market-summary';
import { analysePlan } from '../planning/analyse-plan';
import { constraintTemplate } from '../planning/constraint-template';
import { decideLines, undecideLines } from '../planning/decide';
import { mapOf } from '../planning/kept-question';
import { listEvidence } from '../planning/list-evidence';
import { listKeptAgedUnits, listKeptGaps } from '../planning/list-kept';
import { listOrdering } from '../planning/list-ordering';
import { makePlan } from '../planning/make-plan';
import { requirePlanData } from '../planning/plan-inputs';
import { readKeptQuestion } from '../planning/read-kept-question';
import { readLatestPlan, readPlan } from '../planning/read-plan';
import { saveOrderSheet } from '../planning/save-order-sheet';
import { signOffPlan } from '../planning/sign-off';
import { readStoredConstraints, saveStoredConstraints } from '../planning/store-constraints';
import { estimateLimits, tryLimits } from '../planning/try-limits';
import { findStore, resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

const titles = engineTexts.keeping.jobs.titles;

/** What a user wrote may name a customer: it is stored sealed, and opened as it is read. */
function sealed({ database }: EngineContext, text: string | undefined): string | undefined {
  return text === undefined ? undefined : database.secrets.seal(text);
}

function withSealedReasons<Line extends { reason?: string | undefined }>(
  context: EngineContext,
  input: { planId: string; lines: readonly Line[] },
) {
  const lines = input.lines.map((line) => ({ ...line, reason: sealed(context, line.reason) }));
  return { ...input, lines };
}

export const plan = {
  start: implementer.plan.start.handler(async ({ context, input }) => {
    const { budgetCents, places, constraints, moved } = input;
    const scope = await resolveScope(context.db, input);
    await requirePlanData(context.db, scope);
    const options = { budgetCents, places, constraints, moved };
    const request = { scope, options, readMarket: readMarketSummary };
    const job = await context.jobs.start('plan', titles.plan(scope.store.name), async (handle) => {
      const { planId, inputs } = await makePlan(context, request, handle);
      const analysis = await context.jobs.start('plan_analysis', titles.planAnalysis, (beside) =>
        analysePlan(context, { planId, inputs }, beside),
      );
      return { planId, analysisJobId: analysis.id };
    });
    return { jobId: job.id };
  }),
  getLatest: implementer.plan.getLatest.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readLatestPlan(context.db, store.id, input.asOf);
  }),
  get: implementer.plan.get.handler(({ context, input }) => readPlan(context.db, input.planId)),
  decide: implementer.plan.decide.handler(async ({ context, input }) => {
    const decided = await decideLines(context.db, withSealedReasons(context, input), context.now());
    context.events.dataChanged('plan');
    return decided;
  }),
  undecide: implementer.plan.undecide.handler(async ({ context, input }) => {
    const undecided = await undecideLines(context.db, input, context.now());
    context.events.dataChanged('plan');
    return undecided;
  }),
  listGaps: implementer.plan.listGaps.handler(async ({ context, input: { filter, level, ...input } }) =>
    listKeptGaps(context.database, await resolveScope(context.db, input), { level, filter }),
  ),
  listAgedUnits: implementer.plan.listAgedUnits.handler(async ({ context, input: { filter, ...input } }) =>
    listKeptAgedUnits(context.database, await resolveScope(context.db, input), filter),
  ),
  listEvidence: implementer.plan.listEvidence.handler(({ context, input }) =>
    listEvidence(context.db, input),
  ),
  getMap: implementer.plan.getMap.handler(async ({ context, input }) => {
    const { question } = await readKeptQuestion(context.db, input.planId);
    return { points: mapOf(question) };
  }),
  saveOrderSheet: implementer.plan.saveOrderSheet.handler(async ({ context, input }) => {
    const saved = await saveOrderSheet(context.db, input);
    context.events.dataChanged('reports');
    return saved;
  }),
  signOff: implementer.plan.signOff.handler(async ({ context, input }) => {
    const signed = await signOffPlan(
      context.db,
      { ...input, note: sealed(context, input.note) },
      context.now(),
    );
    context.events.dataChanged('plan');
    return signed;
  }),
  listOrdering: implementer.plan.listOrdering.handler(async ({ context, input }) =>
    listOrdering(context.db, await resolveScope(context.db, input)),
  ),
  listConstraints: implementer.plan.listConstraints.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    return readStoredConstraints(context.db, store.id);
  }),
  saveConstraints: implementer.plan.saveConstraints.handler(async ({ context, input }) => {
    const store = await findStore(context.db, input.storeCode);
    const saved = await saveStoredConstraints(context.db, store.id, input.constraints);
    context.events.dataChanged('plan');
    return saved;
  }),
  getConstraintTemplate: implementer.plan.getConstraintTemplate.handler(() => constraintTemplate()),
  estimate: implementer.plan.estimate.handler(({ context, input }) => estimateLimits(context, input)),
  tryLimits: implementer.plan.tryLimits.handler(({ context, input, signal }) =>
    tryLimits(context, input, signal ?? new AbortController().signal),
  ),
  analyse: implementer.plan.analyse.handler(async ({ context, input }) => {
    const job = await context.jobs.start('plan_analysis', titles.planAnalysis, (handle) =>
      analysePlan(context, { planId: input.planId, inputs: null }, handle),
    );
    return { jobId: job.id };
  }),
};
