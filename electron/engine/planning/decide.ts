/**
 * What the dealer did with a plan's lines. Decisions are added, never changed: the newest that was not withdrawn
 * counts, and the history shows what was thought before. A plan's advice itself is never altered.
 */
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db } from '../database/database';
import { readPlan } from './read-plan';
import { requireOpen } from './sign-off';

const failures = engineTexts.planning.planFailures;

type LineDecision = {
  lineId: string;
  decision: 'accepted' | 'changed' | 'declined';
  quantity?: number | undefined;
  reason?: string | undefined;
};

/**
 * Records decisions on lines of one plan, all or none. Throws NOT_FOUND for an unknown plan or line, CONFLICT for a
 * plan that is signed off, BAD_INPUT for a change without its quantity or a line that is decided twice.
 */
export async function decideLines(
  db: Db,
  input: { planId: string; lines: readonly LineDecision[] },
  now: Date,
): Promise<Plan> {
  return db.transaction().execute(async (transaction) => {
    const plan = await readPlan(transaction, input.planId);
    requireOpen(plan);
    requireLines(
      plan,
      input.lines.map((line) => line.lineId),
    );
    await transaction
      .insertInto('planDecision')
      .values(
        input.lines.map((line) => ({
          lineId: Number(line.lineId),
          decision: line.decision,
          quantity: decidedQuantity(plan, line),
          reason: line.reason ?? null,
          decidedAt: now.toISOString(),
        })),
      )
      .execute();
    return readPlan(transaction, input.planId);
  });
}

/** Takes back every decision on the named lines: they are open again. Throws NOT_FOUND and CONFLICT. */
export async function undecideLines(
  db: Db,
  input: { planId: string; lineIds: readonly string[] },
  now: Date,
): Promise<Plan> {
  return db.transaction().execute(async (transaction) => {
    const plan = await readPlan(transaction, input.planId);
    requireOpen(plan);
    requireLines(plan, input.lineIds);
    await transaction
      .updateTable('planDecision')
      .set({ withdrawnAt: now.toISOString() })
      .where('lineId', 'in', input.lineIds.map(Number))
      .where('withdrawnAt', 'is', null)
      .execute();
    return readPlan(transaction, input.planId);
  });
}

function requireLines(plan: Plan, lineIds: readonly string[]): void {
  const known = new Set(plan.lines.map((line) => line.lineId));
  const unknown = lineIds.filter((lineId) => !known.has(lineId));
  if (unknown.length > 0) {
    throw new AppError('NOT_FOUND', failures.noLine.message(plan.id, unknown.join(', ')), {
      details: { planId: plan.id, lineIds: unknown },
      nextStep: failures.noLine.nextStep,
    });
  }
  if (new Set(lineIds).size < lineIds.length) {
    throw new AppError('BAD_INPUT', failures.lineTwice, { details: { lineIds } });
  }
}

function decidedQuantity(plan: Plan, { lineId, decision, quantity }: LineDecision): number {
  const planned = plan.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
  if (decision === 'accepted') return planned;
  if (decision === 'declined') return 0;
  if (quantity === undefined) {
    throw new AppError('BAD_INPUT', failures.noQuantity.message(lineId), {
      details: { lineId },
      nextStep: failures.noQuantity.nextStep,
    });
  }
  return quantity;
}
