import { AppError } from '@shared/contract/errors';
import { type StoreSettings, storeSettingsSchema } from '@shared/contract/stores';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Db } from '../database/database';
import { defaultStoreSettings } from './default-store-settings';

const words = engineTexts.importing.stores.ageBuckets;

/** Stored settings over the defaults; what is stored holds only what someone changed. */
export function readSettings(stored: Record<string, unknown>): StoreSettings {
  return storeSettingsSchema.parse({ ...defaultStoreSettings, ...stored });
}

/** Throws BAD_INPUT when the age buckets do not ascend: their limits would not partition the stock. */
export async function updateSettings(
  db: Db,
  store: { id: number; settings: Record<string, unknown> },
  changes: { [Name in keyof StoreSettings]?: StoreSettings[Name] | undefined },
): Promise<StoreSettings> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const stored = { ...store.settings, ...given };
  const settings = readSettings(stored);
  for (const name of ['ageBucketsNew', 'ageBucketsUsed'] as const) {
    if (!isAscending(settings[name])) {
      throw new AppError('BAD_INPUT', words.message, {
        details: { setting: name, value: settings[name] },
        nextStep: words.nextStep,
      });
    }
  }
  await db
    .updateTable('store')
    .set({ settings: JSON.stringify(stored) })
    .where('id', '=', store.id)
    .execute();
  return settings;
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
}
