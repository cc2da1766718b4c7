/** Which store a request means, and the day its figures are computed as of. */

import type { DataFilter, FilteredScope } from '@shared/contract/data-filter';
import { AppError } from '@shared/contract/errors';
import type { StoreSettings } from '@shared/contract/stores';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { readSettings } from './store-settings';

const words = engineTexts.importing.stores;

export type StoreRow = {
  id: number;
  code: string;
  name: string;
  timeZone: string;
  makes: string[];
  isSample: boolean;
  settings: Record<string, unknown>;
};

/** `filter` narrows what screens show; plans, forecasts and reports leave it empty. */
export type ResolvedScope = {
  store: StoreRow;
  asOf: CalendarDay;
  settings: StoreSettings;
  filter?: DataFilter;
};

/**
 * The store of that code, or the first one when no code is given.
 * Throws NOT_FOUND for an unknown code and NO_DATA when there is no store at all.
 */
export async function findStore(db: DbOrTransaction, storeCode: string | undefined): Promise<StoreRow> {
  let query = db
    .selectFrom('store')
    .select(['id', 'code', 'name', 'timeZone', 'makes', 'isSample', 'settings'])
    .orderBy('id')
    .limit(1);
  if (storeCode !== undefined) query = query.where('code', '=', storeCode);
  const row = await query.executeTakeFirst();
  if (row) return row as StoreRow;
  if (storeCode === undefined) {
    throw new AppError('NO_DATA', words.noneYet.message, {
      nextStep: words.noneYet.nextStep,
    });
  }
  throw new AppError('NOT_FOUND', words.unknownCode.message(storeCode), {
    details: { storeCode },
    nextStep: words.unknownCode.nextStep,
  });
}

/** Throws NO_DATA when the store has neither stock nor sales to take a day from. */
export async function resolveScope(db: DbOrTransaction, scope: FilteredScope): Promise<ResolvedScope> {
  const store = await findStore(db, scope.storeCode);
  const asOf = scope.asOf ?? (await readDataDate(db, store.id));
  if (!asOf) {
    throw new AppError('NO_DATA', words.noData.message(store.name), {
      details: { storeCode: store.code },
      nextStep: words.noData.nextStep,
    });
  }
  return { store, asOf, settings: readSettings(store.settings), filter: scope.filter ?? {} };
}

/** The newest inventory as-of, else the newest counted sale; null when there is neither. */
export async function readDataDate(db: DbOrTransaction, storeId: number): Promise<CalendarDay | null> {
  const { rows } = await sql<{ day: string | null }>`
    select coalesce(
      (select max(as_of) from inventory_snapshot where store_id = ${storeId}),
      (select max(sold_on) from sale where store_id = ${storeId} and deal_state = 'counted')
    ) as day`.execute(db);
  return rows[0]?.day ?? null;
}
