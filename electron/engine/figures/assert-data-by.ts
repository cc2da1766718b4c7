/**
 * Figures as of a day before a store's first data would be zeros that look like facts. Data begins with the first
 * counted sale or the first stock snapshot, whichever came first.
 */

import { AppError } from '@shared/contract/errors';
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { writeDay } from './write-day';

const noData = engineTexts.keeping.failures.noData;

type Asked = { store: { id: number; code: string; name: string }; asOf: CalendarDay };

/** Throws NO_DATA when nothing is known of the store up to `asOf`; a store without any day of data passes. */
export async function assertDataBy(db: DbOrTransaction, { store, asOf }: Asked): Promise<void> {
  const { rows } = await sql<{ begin: CalendarDay | null }>`
    select least(${firstSale(store.id, 'new')}, ${firstSale(store.id, 'used')},
                 (select min(as_of) from inventory_snapshot where store_id = ${store.id})) as begin`.execute(
    db,
  );
  const begin = rows[0]?.begin ?? null;
  if (begin === null || asOf >= begin) return;
  throw new AppError('NO_DATA', noData.message(store.name, writeDay(begin)), {
    details: { storeCode: store.code, asOf, dataBeginsOn: begin },
    nextStep: noData.nextStep(begin),
  });
}

/** By condition, as an index has the deals: it is read from its beginning to the first that counts. */
function firstSale(storeId: number, condition: Condition): RawBuilder<CalendarDay | null> {
  return sql`(select min(sold_on) from sale
    where store_id = ${storeId} and condition = ${condition} and deal_state = 'counted')`;
}
