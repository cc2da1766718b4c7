/**
 * Signs a plan off: every line with units to order gets its decision, and the plan is closed. From then on nothing of
 * it changes. Signing a later plan of the store supersedes it; both stay on record.
 */
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db, DbOrTransaction } from '../database/database';
import { readPlan } from './read-plan';

const { orderSheet, planFailures } = engineTexts.planning;

type SignOff = { planId: string; undecided: 'accept' | 'decline' | 'refuse'; note?: string | undefined };

/** Throws NOT_FOUND, CONFLICT for a plan that is closed, and BAD_INPUT for open lines that are to be refused. */
export async function signOffPlan(db: Db, input: SignOff, now: Date): Promise<Plan> {
  return db.transaction().execute(async (transaction) => {
    const plan = await readPlan(transaction, input.planId);
    requireOpen(plan);
    await decideOpenLines(transaction, plan, input.undecided, now);
    const signedOffAt = now.toISOString();
    await transaction
      .updateTable('planRun')
      .set({ supersededBy: Number(plan.id) })
      .where('storeId', '=', (query) =>
        query.selectFrom('planRun').select('storeId').where('id', '=', Number(plan.id)),
      )
      .where('signedOffAt', 'is not', null)
      .where('supersededBy', 'is', null)
      .execute();
    await transaction
      .updateTable('planRun')
      .set({ signedOffAt, signedOffNote: input.note ?? null })
      .where('id', '=', Number(plan.id))
      .execute();
    return readPlan(transaction, plan.id);
  });
}

/** Throws CONFLICT for a plan that is signed off. */
export function requireOpen(plan: Plan): void {
  if (plan.signedOffAt === null) return;
  throw new AppError('CONFLICT', planFailures.signedOff.message(plan.id), {
    details: { planId: plan.id, signedOffAt: plan.signedOffAt },
    nextStep: planFailures.signedOff.nextStep,
  });
}

async function decideOpenLines(
  transaction: DbOrTransaction,
  plan: Plan,
  undecided: SignOff['undecided'],
  now: Date,
): Promise<void> {
  const open = plan.lines.filter((line) => line.decision === null && line.quantity > 0);
  if (open.length === 0) return;
  if (undecided === 'refuse') {
    throw new AppError('BAD_INPUT', planFailures.undecided.message(open.length), {
      details: { planId: plan.id, lineIds: open.map((line) => line.lineId) },
      nextStep: planFailures.undecided.nextStep,
    });
  }
  await transaction
    .insertInto('planDecision')
    .values(
      open.map((line) => ({
        lineId: Number(line.lineId),
        decision: undecided === 'accept' ? ('accepted' as const) : ('declined' as const),
        quantity: undecided === 'accept' ? line.quantity : 0,
        reason: undecided === 'accept' ? null : orderSheet.notTakenUp,
        decidedAt: now.toISOString(),
      })),
    )
    .execute();
}
