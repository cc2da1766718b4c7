import { sql } from 'kysely';
import type { Db } from '../database/database';
import { matchedOutcomes, type OutcomeScope } from './matched-outcomes';

/**
 * Brings the outcomes of decided plan lines on record, as later imports show them; the same data twice changes
 * nothing. Rows from feedback files are left alone. `asOf` must be the store's data date: a table holds one state,
 * the newest. A line whose decision was taken back loses its row.
 */
export async function matchOutcomes(
  db: Db,
  scope: OutcomeScope,
): Promise<{ added: number; changed: number; removed: number }> {
  return db.transaction().execute(async (transaction) => {
    const removed = await sql<{ id: number }>`
      delete from feedback
      where store_id = ${scope.storeId} and plan_line_id is not null and not exists (
        select 1 from plan_decision where line_id = feedback.plan_line_id and withdrawn_at is null)
      returning id`.execute(transaction);
    const saved = await sql<{ isNew: boolean }>`
      insert into feedback (plan_line_id, reference, build_id, recommended_on, recommended_quantity, decision,
        ordered_quantity, arrived_on, units_sold, days_to_turn, gross_cents, aged_units, score_gross,
        score_days_to_turn, score_market, score_forecast, reason, store_id, row_hash)
      select outcome.*, ${scope.storeId}, md5(outcome::text) from (${matchedOutcomes(scope)}) as outcome
      on conflict (store_id, reference, build_id) do update set
        plan_line_id = excluded.plan_line_id, decision = excluded.decision,
        ordered_quantity = excluded.ordered_quantity, arrived_on = excluded.arrived_on,
        units_sold = excluded.units_sold, days_to_turn = excluded.days_to_turn,
        gross_cents = excluded.gross_cents, aged_units = excluded.aged_units, reason = excluded.reason,
        row_hash = excluded.row_hash
      where feedback.plan_line_id is not null and feedback.row_hash <> excluded.row_hash
      returning (xmax = 0) as is_new`.execute(transaction);
    const added = saved.rows.filter(({ isNew }) => isNew).length;
    return { added, changed: saved.rows.length - added, removed: removed.rows.length };
  });
}
