import type { Store } from '@shared/contract/stores';
import type { Db } from '../database/database';
import { readDataDate } from './resolve-scope';

export async function listStores(db: Db): Promise<Store[]> {
  const rows = await db
    .selectFrom('store')
    .select(['id', 'code', 'name', 'timeZone', 'isSample'])
    .orderBy('id')
    .execute();
  const stores: Store[] = [];
  for (const { id, ...store } of rows) stores.push({ ...store, dataDate: await readDataDate(db, id) });
  return stores;
}
