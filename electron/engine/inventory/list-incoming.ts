/** What is on its way, by the week it is expected in; a stated day that has gone by is overdue, not forgotten. */
import type { StockFilter } from '@shared/contract/inventory';
import type { Incoming } from '@shared/contract/inventory-analysis';
import { addDays, type CalendarDay, weekday } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';

type Row = { expectedOn: CalendarDay | null; make: string; model: string; units: number };

export async function listIncoming(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  filter: StockFilter,
): Promise<Incoming> {
  const { rows } = await sql<Row>`
    select estimated_arrival_on as expected_on, make, model, count(*) as units
    from (${pipelineAsOf(store.id, asOf, filter)}) coming join build on build.id = coming.build_id
    group by 1, 2, 3 order by 1, units desc, make, model`.execute(db);
  return toIncoming(rows, asOf);
}

export function toIncoming(rows: readonly Row[], dataDate: CalendarDay): Incoming {
  const units = (some: readonly Row[]) => some.reduce((sum, row) => sum + row.units, 0);
  const weeks = new Map<CalendarDay, Incoming['weeks'][number]>();
  for (const { expectedOn, make, model, units: count } of rows) {
    if (expectedOn === null || expectedOn < dataDate) continue;
    const startsOn = addDays(expectedOn, -((weekday(expectedOn) + 6) % 7));
    const week = weeks.get(startsOn) ?? { startsOn, units: 0, models: [] };
    weeks.set(startsOn, week);
    week.units += count;
    const known = week.models.find((one) => one.make === make && one.model === model);
    if (known) known.units += count;
    else week.models.push({ make, model, units: count });
  }
  return {
    dataDate,
    units: units(rows),
    overdueUnits: units(rows.filter(({ expectedOn }) => expectedOn !== null && expectedOn < dataDate)),
    undatedUnits: units(rows.filter(({ expectedOn }) => expectedOn === null)),
    weeks: [...weeks.values()].sort((a, b) => a.startsOn.localeCompare(b.startsOn)),
  };
}
