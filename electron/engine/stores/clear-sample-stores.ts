import { sql } from 'kysely';
import type { Db } from '../database/database';

/**
 * Removes the sample stores with everything that hangs on them, in one transaction. Batches go last, for
 * rows refer to them; a batch that also loaded a real store's rows stays.
 */
export async function clearSampleStores(db: Db): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const removed = await transaction
      .deleteFrom('store')
      .where('isSample', '=', true)
      .returning('id')
      .execute();
    await sql`delete from import_batch where not exists (select 1 from store where store.id = any (store_ids))`.execute(
      transaction,
    );
    return removed.length;
  });
}
