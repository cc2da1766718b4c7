/**
 * Versions of the score's weights and the runs that led to them. Nothing is overwritten: every version can be taken
 * up again, and a run that changed nothing is on record with its evidence.
 */

import { AppError } from '@shared/contract/errors';
import type { LearningRun, WeightSet } from '@shared/contract/learning';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Transaction } from 'kysely';
import type { Db, DbOrTransaction } from '../database/database';
import type { Tables } from '../database/tables';
import { type ActiveWeights, findActiveWeights, toWeightSet, WEIGHT_SET_COLUMNS } from './read-weights';
import type { LearningResult, LearningTarget } from './types';

const texts = engineTexts.planning.learning;

const SHOWN_RUNS = 50;

/** Takes a version up again. Throws NOT_FOUND for an unknown id. */
export async function activateWeights(db: Db, weightSetId: string): Promise<WeightSet> {
  const id = /^\d{1,15}$/.test(weightSetId) ? Number(weightSetId) : 0;
  return db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('weightSet')
      .select('storeId')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!found) {
      throw new AppError('NOT_FOUND', texts.noWeights.message(weightSetId), {
        details: { weightSetId },
        nextStep: texts.noWeights.nextStep,
      });
    }
    await deactivate(transaction, found.storeId);
    const row = await transaction
      .updateTable('weightSet')
      .set({ isActive: true })
      .where('id', '=', id)
      .returning(WEIGHT_SET_COLUMNS)
      .executeTakeFirstOrThrow();
    return toWeightSet(row);
  });
}

export type FinishedRun = {
  storeId: number;
  asOf: CalendarDay;
  target: LearningTarget;
  /** The weights that were in use when the run began. */
  testedAgainst: ActiveWeights;
  result: LearningResult;
};

/**
 * Records a run and, where its weights are better, the version that it led to: both or neither. Returns the run's
 * id. Throws CONFLICT when other weights became active meanwhile: these were not tested against them.
 */
export async function recordRun(db: Db, run: FinishedRun): Promise<number> {
  const { storeId, asOf, target, testedAgainst, result } = run;
  const evidence = JSON.stringify({ ...result.evidence, testedAgainstVersion: testedAgainst.version });
  return db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('learningRun')
      .values({ storeId, asOf, target, evidence, activated: result.activate, note: result.note })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (result.activate) await addVersion(transaction, run, id, evidence);
    return id;
  });
}

async function addVersion(
  transaction: Transaction<Tables>,
  { storeId, testedAgainst, result }: FinishedRun,
  learningRunId: number,
  evidence: string,
): Promise<void> {
  const active = await findActiveWeights(transaction, storeId);
  if (active?.id !== testedAgainst.weightSetId) {
    throw new AppError('CONFLICT', texts.changedMeanwhile.message, {
      nextStep: texts.changedMeanwhile.nextStep,
    });
  }
  const { last } = await transaction
    .selectFrom('weightSet')
    .select((select) => select.fn.max('version').as('last'))
    .where('storeId', '=', storeId)
    .executeTakeFirstOrThrow();
  await deactivate(transaction, storeId);
  await transaction
    .insertInto('weightSet')
    .values({
      storeId,
      version: last + 1,
      weights: JSON.stringify(result.weights),
      tilt: testedAgainst.tilt,
      isActive: true,
      learningRunId,
      evidence,
      note: result.note,
    })
    .execute();
}

/** Newest first. */
export async function listLearningRuns(db: DbOrTransaction, storeId: number): Promise<LearningRun[]> {
  const rows = await db
    .selectFrom('learningRun')
    .select(['id', 'asOf', 'target', 'activated', 'note', 'createdAt', 'evidence'])
    .where('storeId', '=', storeId)
    .orderBy('id', 'desc')
    .limit(SHOWN_RUNS)
    .execute();
  return rows.map(({ id, target, ...row }) => ({ id: String(id), target: target as LearningTarget, ...row }));
}

async function deactivate(transaction: Transaction<Tables>, storeId: number): Promise<void> {
  await transaction
    .updateTable('weightSet')
    .set({ isActive: false })
    .where('storeId', '=', storeId)
    .where('isActive', '=', true)
    .execute();
}
