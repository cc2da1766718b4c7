/**
 * Brings the outcomes of decided plan lines on record as later imports show them. Plans are taken a few at a time,
 * each group in its own short transaction, so that other calls get their turn.
 */
import { addDays } from '@shared/domain/calendar-day';
import { sql, type Transaction } from 'kysely';
import type { Db } from '../database/database';
import type { Tables } from '../database/tables';
import { type OutcomeScope, type PlanGroup, stageOutcomes } from './stage-outcomes';

export type MatchCounts = { added: number; changed: number; removed: number };

const PLANS_AT_A_TIME = 5;
/** What became of older plans stays as it was last seen. */
const FOLLOWED_DAYS = 540;

/**
 * The same data twice changes nothing. Rows from feedback files are left alone; a line whose decision was taken
 * back loses its row. `asOf` must be the store's data date: the table holds one state, the newest.
 */
export async function matchOutcomes(db: Db, scope: OutcomeScope, signal?: AbortSignal): Promise<MatchCounts> {
  const { storeId } = scope;
  const removed = await sql<{ id: number }>`
    delete from feedback
    where store_id = ${storeId} and plan_line_id is not null and not exists (
      select 1 from plan_decision where line_id = feedback.plan_line_id and withdrawn_at is null)
    returning id`.execute(db);
  const { lastOrderedOn } = await db
    .selectFrom('factoryOrder')
    .select((select) => select.fn.max('orderedOn').as('lastOrderedOn'))
    .where('storeId', '=', storeId)
    .where('orderedOn', '<=', scope.asOf)
    .executeTakeFirstOrThrow();
  const counts: MatchCounts = { added: 0, changed: 0, removed: removed.rows.length };
  for (const group of await listPlanGroups(db, scope)) {
    signal?.throwIfAborted();
    const saved = await db
      .transaction()
      .execute((transaction) => saveGroup(transaction, scope, group, lastOrderedOn));
    counts.added += saved.filter(({ isNew }) => isNew).length;
    counts.changed += saved.filter(({ isNew }) => !isNew).length;
  }
  return counts;
}

async function listPlanGroups(db: Db, { storeId, asOf }: OutcomeScope): Promise<PlanGroup[]> {
  const plans = await db
    .selectFrom('planRun')
    .select(['id', 'asOf'])
    .where('storeId', '=', storeId)
    .where('asOf', '<=', asOf)
    .where('asOf', '>', addDays(asOf, -FOLLOWED_DAYS))
    .orderBy('asOf')
    .orderBy('id')
    .execute();
  const groups: PlanGroup[] = [];
  for (let start = 0; start < plans.length; start += PLANS_AT_A_TIME) {
    const group = plans.slice(start, start + PLANS_AT_A_TIME);
    const planIds = group.map(({ id }) => id);
    groups.push({ planIds, from: group[0]?.asOf ?? asOf, to: group.at(-1)?.asOf ?? asOf });
  }
  return groups;
}

async function saveGroup(
  transaction: Transaction<Tables>,
  scope: OutcomeScope,
  group: PlanGroup,
  lastOrderedOn: string | null,
): Promise<{ isNew: boolean }[]> {
  await stageOutcomes({ transaction, scope, group }, lastOrderedOn);
  const { rows } = await sql<{ isNew: boolean }>`
    insert into feedback (plan_line_id, reference, build_id, recommended_on, recommended_quantity, decision,
      ordered_quantity, arrived_on, units_sold, days_to_turn, gross_cents, aged_units, score_gross,
      score_days_to_turn, score_market, score_forecast, reason, store_id, row_hash)
    select outcome.*, ${scope.storeId}, md5(outcome::text) from outcome
    on conflict (store_id, reference, build_id) do update set
      plan_line_id = excluded.plan_line_id, decision = excluded.decision,
      ordered_quantity = excluded.ordered_quantity, arrived_on = excluded.arrived_on,
      units_sold = excluded.units_sold, days_to_turn = excluded.days_to_turn,
      gross_cents = excluded.gross_cents, aged_units = excluded.aged_units, reason = excluded.reason,
      row_hash = excluded.row_hash
    where feedback.plan_line_id is not null and feedback.row_hash <> excluded.row_hash
    returning (xmax = 0) as is_new`.execute(transaction);
  return rows;
}
