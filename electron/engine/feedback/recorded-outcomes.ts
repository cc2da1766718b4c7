/**
 * All outcomes on record, those of feedback files and those of plan lines, as of a day. What was sold after the day
 * is unknown on it: an outcome is known once its mean days to turn have passed since the arrival.
 */
import type { DataFilter } from '@shared/contract/data-filter';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { passesBuild } from '../figures/data-filter';

export type RecordedOutcome = {
  /** Null for an outcome of a feedback file. */
  planLineId: number | null;
  recommendedOn: string;
  decision: 'accepted' | 'changed' | 'declined';
  orderedQuantity: number;
  arrivedOn: string | null;
  unitsSold: number | null;
  /** Mean days from arrival to sale of the units sold. */
  daysToTurn: number | null;
  /** Of all units sold together. */
  grossCents: number | null;
  agedUnits: number | null;
  parts: {
    gross: number | null;
    daysToTurn: number | null;
    market: number | null;
    forecast: number | null;
  };
};

/** `filter` narrows what is shown; what is learned from leaves it out. */
export type RecordScope = { storeId: number; asOf: CalendarDay; filter?: DataFilter };

/** The rows of `feedback` that were there on the day; DOSO recommends new units alone. */
export function isOnRecord({ storeId, asOf, filter = {} }: RecordScope): RawBuilder<boolean> {
  const isWanted = passesBuild(filter, { condition: sql`'new'`, buildId: sql.ref('feedback.build_id') });
  return sql<boolean>`(store_id = ${storeId} and recommended_on <= ${asOf}::date and ${isWanted})`;
}

/** A `select`; columns as in `feedback`. */
export function recordedOutcomes(scope: RecordScope): RawBuilder<unknown> {
  const { asOf } = scope;
  return sql`
    select plan_line_id, recommended_on, decision, ordered_quantity,
           case when arrived_on <= ${asOf}::date then arrived_on end as arrived_on,
           case when is_known then units_sold end as units_sold,
           case when is_known then days_to_turn end as days_to_turn,
           case when is_known then gross_cents end as gross_cents,
           case when is_known then aged_units end as aged_units,
           score_gross, score_days_to_turn, score_market, score_forecast
    from feedback
    cross join lateral (select coalesce(arrived_on, recommended_on) + round(coalesce(days_to_turn, 0))::int
                               <= ${asOf}::date as is_known) as knowledge
    where ${isOnRecord(scope)}`;
}

type OutcomeRow = Omit<RecordedOutcome, 'parts'> & {
  scoreGross: number | null;
  scoreDaysToTurn: number | null;
  scoreMarket: number | null;
  scoreForecast: number | null;
};

/** Oldest recommendation first, in an order that the same data always gives. */
export async function readRecordedOutcomes(
  db: DbOrTransaction,
  scope: RecordScope,
): Promise<RecordedOutcome[]> {
  const { rows } = await sql<OutcomeRow>`
    select * from (${recordedOutcomes(scope)}) as outcome
    order by recommended_on, decision, ordered_quantity, arrived_on, units_sold, days_to_turn, gross_cents,
             score_gross, score_days_to_turn, score_market, score_forecast, plan_line_id`.execute(db);
  return rows.map(({ scoreGross, scoreDaysToTurn, scoreMarket, scoreForecast, ...outcome }) => ({
    ...outcome,
    parts: {
      gross: scoreGross,
      daysToTurn: scoreDaysToTurn,
      market: scoreMarket,
      forecast: scoreForecast,
    },
  }));
}
