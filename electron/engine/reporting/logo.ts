/** The store's own picture on its printed reports, kept as a data URL. */
import type { Db, DbOrTransaction } from '../database/database';

const nameOf = (storeId: number) => `logo:${storeId}`;

export async function readLogo(db: DbOrTransaction, storeId: number): Promise<string | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', nameOf(storeId))
    .executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

/** Null takes it away. */
export async function saveLogo(db: Db, storeId: number, logo: string | null): Promise<void> {
  if (logo === null) {
    await db.deleteFrom('setting').where('name', '=', nameOf(storeId)).execute();
    return;
  }
  const value = JSON.stringify(logo);
  await db
    .insertInto('setting')
    .values({ name: nameOf(storeId), value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
