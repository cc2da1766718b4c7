/** The allocation of a store that an order placed on the scope's day draws on. */
import { addDays } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { PlanInputs } from './types';

const MONTH_AHEAD_DAYS = 31;

type AllocationRow = {
  cycle: string;
  cycleDays: number;
  make: string;
  group: string;
  models: string[];
  units: number;
  taken: number;
};

/**
 * The cycle to order for: the newest that is not over and begins within a month, for makers tell the next one
 * ahead. What was ordered since it began is taken. (The file's own date says little: it is often written later.)
 */
export async function readAllocation(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<PlanInputs['allocation']> {
  const { rows } = await sql<AllocationRow>`
    with known as (
      select * from allocation
      where store_id = ${store.id} and cycle_start <= ${addDays(asOf, MONTH_AHEAD_DAYS)} and cycle_end >= ${asOf}
    )
    select cycle, cycle_end - cycle_start + 1 as cycle_days, make, allocation_group as group, models, units,
           (select count(*) from factory_order join build on build.id = factory_order.build_id
            where factory_order.store_id = ${store.id} and status not in ('draft', 'cancelled')
              and ordered_on between cycle_start and ${asOf} and build.make = known.make
              and (factory_order.allocation_group = known.allocation_group
                   or (factory_order.allocation_group is null and build.model = any (known.models)))) as taken
    from known where cycle_start = (select max(cycle_start) from known)
    order by make, allocation_group`.execute(db);
  const first = rows[0];
  if (!first) return null;
  return {
    cycle: first.cycle,
    cycleDays: first.cycleDays,
    groups: rows.map(({ cycle: _, cycleDays: __, ...group }) => group),
  };
}
