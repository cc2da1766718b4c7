/** Reads the question that a plan kept, with the limits it was made under. */
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { engineTexts } from '@shared/texts/engine-texts';
import type { DbOrTransaction } from '../database/database';
import type { KeptQuestion } from './kept-question';

const failures = engineTexts.planning.planFailures;

/** Throws NOT_FOUND, and NO_DATA for a plan made before questions were kept. */
export async function readKeptQuestion(
  db: DbOrTransaction,
  planId: string,
): Promise<{ question: KeptQuestion; limits: Plan['limits'] }> {
  const row = /^\d{1,18}$/.test(planId)
    ? await db
        .selectFrom('planRun')
        .select(['question', 'outcome'])
        .where('id', '=', Number(planId))
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('NOT_FOUND', failures.noPlan(planId), { details: { planId } });
  if (row.question === null) {
    throw new AppError('NO_DATA', failures.nothingKept.message(planId), {
      details: { planId },
      nextStep: failures.nothingKept.nextStep,
    });
  }
  const { limits } = row.outcome as unknown as Pick<Plan, 'limits'>;
  return { question: row.question as unknown as KeptQuestion, limits };
}
