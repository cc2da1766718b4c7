/**
 * Reads the lives of a store's trims as of a day; see trim-lives.ts. One that is only on its way is first seen on the day it is
 * expected, so that it may go on with the history of one that ended.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import type { TrimLife } from './trim-lives';

export async function readTrimLives(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<TrimLife[]> {
  const { rows } = await sql<TrimLife>`
    with arrival as (
      select make, model, trim, model_year, vin, least(received_on, first_seen_on) as begun,
             closed_on is null or closed_on > ${asOf} as is_here,
             max(model_year) over (partition by make, model, trim) as newest_year
      from stock_episode stay join build on build.id = stay.build_id
      where stay.store_id = ${storeId} and stay.condition = 'new'
        and not (status = 'in_transit' and closed_on is null)
        and least(received_on, first_seen_on) <= ${asOf}
    ), life as (
      select make, model, trim, min(begun) as first_seen_on, max(begun) as last_arrived_on,
             count(*) filter (where is_here) as on_hand, max(newest_year) as newest_model_year,
             min(begun) filter (where model_year = newest_year) as newest_year_since,
             coalesce(array_agg(distinct left(vin, 8)) filter (where length(vin) = 17), '{}') as vin_patterns
      from arrival group by make, model, trim
    ), ordered as (
      select make, model, trim, count(*) as on_order, max(model_year) as model_year,
             greatest(min(estimated_arrival_on), ${asOf}) as expected_on
      from (${pipelineAsOf(storeId, asOf)}) pipeline join build on build.id = pipeline.build_id
      where condition = 'new' group by make, model, trim
    )
    select life.*, coalesce(on_order, 0) as on_order
    from life left join ordered on (ordered.make, ordered.model) = (life.make, life.model)
      and ordered.trim is not distinct from life.trim
    union all
    select make, model, trim, expected_on, expected_on, 0, model_year, null, '{}', on_order
    from ordered where not exists (
      select 1 from life where (life.make, life.model) = (ordered.make, ordered.model)
        and life.trim is not distinct from ordered.trim)
    order by make, model, trim`.execute(db);
  return rows;
}
