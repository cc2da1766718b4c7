import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { column, defineExtract } from './extract-table';

type LostRow = {
  lostOn: CalendarDay;
  condition: string;
  make: string;
  model: string;
  trim: string | null;
  exteriorColor: string | null;
  reason: string;
};

/** The log of lost sales up to the data date, those taken back left out. */
export const lostSalesExtract = defineExtract<LostRow>({
  grain: 'one buyer who left without a vehicle',
  columns: [
    column('Lost on', 'day', 'The day the buyer left', (row) => row.lostOn),
    column('New/Used', 'text', 'What was wanted: new or used', (row) => row.condition),
    column('Make', 'text', 'Make that was wanted', (row) => row.make),
    column('Model', 'text', 'Model that was wanted', (row) => row.model),
    column('Trim', 'text', 'Trim that was wanted; empty for any', (row) => row.trim),
    column('Exterior', 'text', 'Colour that was wanted; empty for any', (row) => row.exteriorColor),
    column('Reason', 'text', 'Why the sale was lost', (row) => row.reason.replace(/_/g, ' ')),
  ],
  readRows: async ({ db, scope, segment }) => {
    const { condition = null, make = null, model = null, trim = null } = segment;
    const { rows } = await sql<LostRow>`
      select lost_on, condition, make, model, trim, exterior_color, reason from lost_sale
      where store_id = ${scope.store.id} and withdrawn_at is null and lost_on <= ${scope.asOf}
        and (${condition}::text is null or condition = ${condition})
        and (${make}::text is null or make = ${make}) and (${model}::text is null or model = ${model})
        and (${trim}::text is null or trim = ${trim})
      order by lost_on, id`.execute(db);
    return rows;
  },
});
