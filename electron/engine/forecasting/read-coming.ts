/** Reads new units that are ordered or in transit, by configuration, as of a day. */
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import type { ComingRow } from './demand-rows';

export async function readComing(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<ComingRow[]> {
  const { rows } = await sql<ComingRow>`
    select make, model, trim, body, drivetrain, engine, package, count(*) as units,
           min(estimated_arrival_on) as arrives_on
    from (${pipelineAsOf(storeId, asOf)}) coming join build on build.id = coming.build_id
    where condition = 'new'
    group by make, model, trim, body, drivetrain, engine, package
    order by make, model, trim, body, drivetrain, engine, package`.execute(db);
  return rows;
}
