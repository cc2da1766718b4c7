import type { FeedbackSummary } from '@shared/contract/learning';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { type RecordScope, recordedOutcomes } from './recorded-outcomes';

/**
 * What became of past recommendations as of a day. Complete: ordered, all sold, days and gross known. The median is
 * over recommendations of which something was sold; gross per unit is over the units whose gross is known.
 */
export async function summarizeFeedback(db: DbOrTransaction, scope: RecordScope): Promise<FeedbackSummary> {
  const { rows } = await sql<FeedbackSummary>`
    select count(*)::int as outcomes,
           (count(*) filter (where ordered_quantity > 0 and units_sold >= ordered_quantity
             and days_to_turn is not null and gross_cents is not null))::int as complete,
           (count(*) filter (where decision = 'accepted'))::int as accepted,
           (count(*) filter (where decision = 'changed'))::int as changed,
           (count(*) filter (where decision = 'declined'))::int as declined,
           coalesce(sum(ordered_quantity), 0)::int as units_ordered,
           coalesce(sum(units_sold), 0)::int as units_sold,
           percentile_cont(0.5) within group (order by days_to_turn) filter (where units_sold > 0) as median_days_to_turn,
           round(sum(gross_cents) filter (where units_sold > 0)
             / nullif(sum(units_sold) filter (where gross_cents is not null), 0))::bigint as gross_per_unit_cents,
           coalesce(sum(aged_units), 0)::int as aged_units
    from (${recordedOutcomes(scope)}) as outcome`.execute(db);
  const [summary] = rows;
  if (!summary) throw new Error('an aggregate returned no row');
  return summary;
}
