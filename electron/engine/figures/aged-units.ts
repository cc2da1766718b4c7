import type { StoreSettings } from '@shared/contract/stores';
import { type RawBuilder, sql } from 'kysely';

/** A condition on a row of stock: it has stood for more days than the store allows its condition. */
export function isAged(settings: StoreSettings): RawBuilder<boolean> {
  return sql<boolean>`(age_days > case condition when 'new' then ${settings.agedDaysNew}::int else ${settings.agedDaysUsed}::int end)`;
}
