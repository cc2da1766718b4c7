/** How each make of the store takes orders, with the days of the next ones. */
import type { MakeOrdering, OrderDates, OrderingProfile } from '@shared/contract/ordering-profile';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';
import { orderDatesOf } from './order-calendar';
import { isOwnProfile, orderingProfileOf } from './ordering-profile';

export async function listOrdering(db: DbOrTransaction, scope: ResolvedScope): Promise<MakeOrdering[]> {
  const makes = await readMakes(db, scope);
  const own = scope.settings.orderingProfiles;
  return makeOrderings(makes, scope).map(({ profile, dates }) => ({
    ...profile,
    isDefault: !isOwnProfile(profile.make, own),
    dates,
  }));
}

/** Profiles and dates of the makes, each under the make's name as the store's data have it. */
export function makeOrderings(
  makes: readonly string[],
  { asOf, settings }: Pick<ResolvedScope, 'asOf' | 'settings'>,
): { profile: OrderingProfile; dates: OrderDates }[] {
  return makes.map((make) => {
    const profile = { ...orderingProfileOf(make, settings.orderingProfiles), make };
    return { profile, dates: orderDatesOf(profile, asOf, settings.reviewPeriodDays) };
  });
}

/** The makes the store is a dealer of: as stated, else those of the new units it had or ordered. */
async function readMakes(db: DbOrTransaction, { store }: ResolvedScope): Promise<string[]> {
  if (store.makes.length > 0) return [...store.makes].sort();
  const { rows } = await sql<{ make: string }>`
    select make from build where id in (
      select build_id from stock_episode where store_id = ${store.id} and condition = 'new'
      union select build_id from factory_order where store_id = ${store.id})
    group by make order by make`.execute(db);
  return rows.map(({ make }) => make);
}
