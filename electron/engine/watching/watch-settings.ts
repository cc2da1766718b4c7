import { type WatchSettings, watchSettingsSchema } from '@shared/contract/watch';
import type { Db } from '../database/database';

const NAME = 'watched_folder';
const OFF: WatchSettings = { isOn: false, folder: null, storeCode: null, coverage: 'unknown' };

export async function readWatchSettings(db: Db): Promise<WatchSettings> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return watchSettingsSchema.catch(OFF).parse({ ...OFF, ...(row?.value as object | undefined) });
}

export async function saveWatchSettings(db: Db, settings: WatchSettings): Promise<void> {
  const value = JSON.stringify(settings);
  await db
    .insertInto('setting')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
