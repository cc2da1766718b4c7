/** Limits kept with a store: every plan takes them until they are changed. */
import { AppError } from '@shared/contract/errors';
import { constraintSchema, type PlanConstraint } from '@shared/contract/plan-limits';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db, DbOrTransaction } from '../database/database';

const { nameTaken } = engineTexts.planning.limits;

/** Limits that a plan makes itself, from settings and allocation; their names are taken. */
const RESERVED = /^(budget|places)$|^allocation:/;

export async function readStoredConstraints(db: DbOrTransaction, storeId: number): Promise<PlanConstraint[]> {
  const rows = await db
    .selectFrom('orderConstraint')
    .select('definition')
    .where('storeId', '=', storeId)
    .orderBy('id')
    .execute();
  return rows.map((row) => constraintSchema.parse(row.definition));
}

/** Replaces the whole list. Throws BAD_INPUT for an id that is given twice or that a plan uses itself. */
export async function saveStoredConstraints(
  db: Db,
  storeId: number,
  constraints: readonly PlanConstraint[],
): Promise<PlanConstraint[]> {
  const ids = constraints.map(({ id }) => id);
  const wrong = ids.find((id, index) => RESERVED.test(id) || ids.indexOf(id) !== index);
  if (wrong !== undefined) {
    throw new AppError('BAD_INPUT', nameTaken.message(wrong), {
      details: { id: wrong },
      nextStep: nameTaken.nextStep,
    });
  }
  return db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('orderConstraint').where('storeId', '=', storeId).execute();
    if (constraints.length > 0) {
      await transaction
        .insertInto('orderConstraint')
        .values(constraints.map((definition) => ({ storeId, definition: JSON.stringify(definition) })))
        .execute();
    }
    return readStoredConstraints(transaction, storeId);
  });
}
