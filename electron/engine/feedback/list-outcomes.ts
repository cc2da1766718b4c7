/** Outcomes as a screen lists them: each with its build, its state as of a day and the user's own word. */

import { AppError } from '@shared/contract/errors';
import { type Outcome, type OutcomeState, outcomeStateSchema } from '@shared/contract/feedback';
import { pickBuild } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { type RawBuilder, sql } from 'kysely';
import type { Db, DbOrTransaction } from '../database/database';
import { isOnRecord, type RecordScope } from './recorded-outcomes';

const texts = engineTexts.keeping.failures;

type Page = { offset: number; limit: number; states: readonly OutcomeState[] };

type OutcomePage = { total: number; byState: Record<OutcomeState, number>; outcomes: Outcome[] };

/** Newest recommendation first. Counts by state are of all outcomes, the total is of the states asked for. */
export async function listOutcomes(
  db: DbOrTransaction,
  scope: RecordScope,
  { offset, limit, states }: Page,
): Promise<OutcomePage> {
  const wanted = states.length > 0 ? states : outcomeStateSchema.options;
  const { rows: counts } = await sql<{ state: OutcomeState; outcomes: number }>`
    select state, count(*)::int as outcomes from (${outcomesAsOf(scope)}) as outcome group by state`.execute(
    db,
  );
  const { rows } = await sql<OutcomeRow>`
    select outcome.*, ${BUILD_COLUMNS}
    from (${outcomesAsOf(scope)}) as outcome join build on build.id = outcome.build_id
    where state = any (${[...wanted]}::text[])
    order by recommended_on desc, outcome.id desc limit ${limit} offset ${offset}`.execute(db);
  const countOf = (state: OutcomeState) => counts.find((row) => row.state === state)?.outcomes ?? 0;
  return {
    total: wanted.reduce((sum, state) => sum + countOf(state), 0),
    byState: Object.fromEntries(outcomeStateSchema.options.map((state) => [state, countOf(state)])) as Record<
      OutcomeState,
      number
    >,
    outcomes: rows.map(toOutcome),
  };
}

export type Rating = { outcomeId: string; rating: number | null; note: string | null };

/** Keeps the user's own word, sealed by the caller, beside an outcome; matching leaves it alone. Throws NOT_FOUND for an unknown id. */
export async function rateOutcome(
  db: Db,
  { outcomeId, rating, note }: Rating,
  asOf: (storeId: number) => Promise<CalendarDay>,
): Promise<Outcome> {
  const id = /^\d{1,15}$/.test(outcomeId) ? Number(outcomeId) : 0;
  const changed = await db
    .updateTable('feedback')
    .set({ rating, note })
    .where('id', '=', id)
    .returning('storeId')
    .executeTakeFirst();
  if (!changed) {
    throw new AppError('NOT_FOUND', texts.noOutcome.message(outcomeId), {
      details: { outcomeId },
      nextStep: texts.noOutcome.nextStep,
    });
  }
  const scope = { storeId: changed.storeId, asOf: await asOf(changed.storeId) };
  const { rows } = await sql<OutcomeRow>`
    select outcome.*, ${BUILD_COLUMNS}
    from (${outcomesAsOf(scope)}) as outcome join build on build.id = outcome.build_id
    where outcome.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new AppError('NOT_FOUND', texts.outcomeAfterData);
  return toOutcome(row);
}

const BUILD_COLUMNS = sql`make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color`;

/** What was known on the day, and the state that it means. */
function outcomesAsOf(scope: RecordScope): RawBuilder<unknown> {
  const { asOf } = scope;
  return sql`
    select *, case
        when decision = 'declined' then 'declined'
        when ordered_quantity = 0 then 'not_ordered'
        when arrived_on is null and units_sold is null then 'on_order'
        when coalesce(units_sold, 0) = 0 then 'in_stock'
        when units_sold < ordered_quantity then 'partly_sold'
        else 'sold' end as state
    from (
      select feedback.id, reference, plan_line_id, build_id, recommended_on, recommended_quantity, decision, reason,
             ordered_quantity, rating, note,
             case when arrived_on <= ${asOf}::date then arrived_on end as arrived_on,
             case when is_known then units_sold end as units_sold,
             case when is_known then days_to_turn end as days_to_turn,
             case when is_known then gross_cents end as gross_cents,
             case when is_known then aged_units end as aged_units
      from feedback
      cross join lateral (select coalesce(arrived_on, recommended_on) + round(coalesce(days_to_turn, 0))::int
                                 <= ${asOf}::date as is_known) as knowledge
      where ${isOnRecord(scope)}
    ) as known`;
}

type OutcomeRow = Omit<Outcome, 'id' | 'source' | 'build' | 'grossPerUnitCents'> &
  Outcome['build'] & { id: number; planLineId: number | null; buildId: number; grossCents: number | null };

function toOutcome(row: OutcomeRow): Outcome {
  const { id, planLineId, buildId: _, grossCents, unitsSold, ...rest } = row;
  return {
    id: String(id),
    source: planLineId === null ? 'file' : 'plan',
    reference: rest.reference,
    build: pickBuild(row),
    recommendedOn: rest.recommendedOn,
    recommendedQuantity: rest.recommendedQuantity,
    decision: rest.decision,
    reason: rest.reason,
    state: rest.state,
    orderedQuantity: rest.orderedQuantity,
    arrivedOn: rest.arrivedOn,
    unitsSold,
    daysToTurn: rest.daysToTurn,
    grossPerUnitCents: grossCents !== null && unitsSold ? Math.round(grossCents / unitsSold) : null,
    agedUnits: rest.agedUnits,
    rating: rest.rating,
    note: rest.note,
  };
}
