/** Reads the lives of a store's trims as of a day; see trim-lives.ts. */
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
      select make, model, trim, count(*) as on_order
      from (${pipelineAsOf(storeId, asOf)}) pipeline join build on build.id = pipeline.build_id
      where condition = 'new' group by make, model, trim
    )
    select life.*, coalesce(on_order, 0) as on_order
    from life left join ordered on (ordered.make, ordered.model) = (life.make, life.model)
      and ordered.trim is not distinct from life.trim
    order by make, model, trim`.execute(db);
  return rows;
}
