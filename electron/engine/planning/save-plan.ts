/** Keeps a plan as it was made: one run and its lines, whole or not at all. */
import type { Build } from '@shared/domain/build';
import { buildKey } from '@shared/domain/build';
import type { Transaction } from 'kysely';
import type { Db } from '../database/database';
import type { Tables } from '../database/tables';
import type { PlanDraft } from './plan-draft';
import type { PlanInputs } from './types';

type PlanRecord = {
  storeId: number;
  asOf: string;
  forecastRunId: number;
  weightSetId: number;
  options: PlanInputs['options'];
  draft: PlanDraft;
  milliseconds: number;
  createdAt: string;
};

/** The new plan's id. */
export async function savePlan(db: Db, record: PlanRecord): Promise<number> {
  const { draft } = record;
  const { lines, solver, question, ...outcome } = draft;
  return db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('planRun')
      .values({
        storeId: record.storeId,
        asOf: record.asOf,
        forecastRunId: record.forecastRunId,
        weightSetId: record.weightSetId,
        options: JSON.stringify(record.options),
        outcome: JSON.stringify({ ...outcome, solver: { ...solver, milliseconds: record.milliseconds } }),
        question: JSON.stringify(question),
        analysis: null,
        signedOffNote: null,
        supersededBy: null,
        createdAt: record.createdAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (lines.length === 0) return id;
    const buildIds = await ensureBuilds(
      transaction,
      lines.map((line) => line.build),
    );
    const saved = await transaction
      .insertInto('planLine')
      .values(
        lines.map((line, position) => ({
          planId: id,
          position,
          buildId: buildIds.get(buildKey(line.build)) ?? 0,
          quantity: line.quantity,
          uncappedQuantity: line.uncappedQuantity,
          score: line.score,
          parts: JSON.stringify(line.parts),
          expectedValueCents: line.expectedValueCents,
          unitCostCents: line.unitCostCents,
          onHand: line.onHand,
          pipeline: line.pipeline,
          demand: line.demand,
          marginalValuesCents: JSON.stringify(line.marginalValuesCents),
          reasons: JSON.stringify(line.reasons),
          notScoredBecause: line.notScoredBecause,
          facts: JSON.stringify(line.facts),
          colors: JSON.stringify(line.colors),
        })),
      )
      .returning(['id', 'position'])
      .execute();
    await saveDraws(transaction, lines, new Map(saved.map((line) => [line.position, line.id])));
    return id;
  });
}

async function saveDraws(
  transaction: Transaction<Tables>,
  lines: PlanDraft['lines'],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const draws = lines.flatMap(({ exploration }, position) =>
    exploration === null
      ? []
      : [{ lineId: ids.get(position) ?? 0, ...exploration, choices: JSON.stringify(exploration.choices) }],
  );
  if (draws.length > 0) await transaction.insertInto('planExploration').values(draws).execute();
}

/** Ids by `buildKey`; a configuration that no vehicle has had without colours gets its row now. */
async function ensureBuilds(
  transaction: Transaction<Tables>,
  builds: readonly Build[],
): Promise<Map<string, number>> {
  await transaction
    .insertInto('build')
    .values([...builds])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await transaction
    .selectFrom('build')
    .selectAll()
    .where('exteriorColor', 'is', null)
    .where('interiorColor', 'is', null)
    .where('model', 'in', [...new Set(builds.map((build) => build.model))])
    .execute();
  return new Map(rows.map(({ id, ...build }) => [buildKey(build), id]));
}
