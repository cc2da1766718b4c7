/** Counted deals by the buyer's ZIP code over a window, beside the same days a year before. */
import type { Area, AreaPreferences, MarketScope, RegionalDemand } from '@shared/contract/market-demand';
import { addDays } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, SALE_DATE_FIELD, windowStart } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import type { ResolvedScope } from '../stores/resolve-scope';
import { buildPreferences, type ChoiceCount } from './build-preferences';
import { loadZipCentroids } from './geography/zip-centroids';
import { stateOfZip } from './geography/zip-state';
import { regionalDemand, type ZipUnits } from './regional-demand';

/** A map of more dots says no more, and the reply stays small. */
const MOST_ZIPS = 1_000;
const YEAR_DAYS = 365;

type Asked = Pick<MarketScope, 'windowDays'>;

export async function readRegionalDemand(
  db: DbOrTransaction,
  scope: ResolvedScope,
  asked: Asked,
): Promise<RegionalDemand> {
  const rows = await readZipUnits(db, scope, asked);
  const { find } = await loadZipCentroids();
  const demand = regionalDemand(rows, scope.settings.zip, find);
  return {
    storeCode: scope.store.code,
    dataDate: scope.asOf,
    windowDays: asked.windowDays,
    dateField: SALE_DATE_FIELD,
    ...demand,
    zips: demand.zips.slice(0, MOST_ZIPS),
  };
}

async function readZipUnits(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
  { windowDays }: Asked,
): Promise<ZipUnits[]> {
  const from = windowStart(asOf, windowDays);
  const yearBefore = { from: addDays(from, -YEAR_DAYS), to: addDays(asOf, -YEAR_DAYS) };
  const isNow = sql<boolean>`sold_on between ${from} and ${asOf}`;
  const isYearBefore = sql<boolean>`sold_on between ${yearBefore.from} and ${yearBefore.to}`;
  const { rows } = await sql<ZipUnits>`
    select zip, count(*) filter (where ${isNow}) as units,
           count(*) filter (where ${isYearBefore}) as units_year_before
    from sale where store_id = ${store.id} and ${isCountedSale} and ${passesSale(filter)}
      and sold_on between ${yearBefore.from} and ${asOf} and (${isNow} or ${isYearBefore})
    group by zip`.execute(db);
  return rows;
}

const ATTRIBUTES = {
  model: sql`build.make || ' ' || build.model`,
  trim: sql`build.make || ' ' || build.model || ' ' || build.trim`,
  body: sql`build.body`,
  drivetrain: sql`build.drivetrain`,
  exteriorColor: sql`build.exterior_color`,
} as const;
/** Of each attribute, the values that most buyers of the store chose. */
const MOST_VALUES = 12;

export async function readPreferences(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
  { windowDays, area }: Asked & { area: Area },
): Promise<AreaPreferences> {
  const isSold = sql<boolean>`sale.store_id = ${store.id} and ${isCountedSale} and ${passesSale(filter)}
      and zip is not null and sold_on between ${windowStart(asOf, windowDays)} and ${asOf}`;
  // ZIP codes are sealed in the database, each always alike: which lie in the area is told here, and named by a deal.
  const { rows: zips } = await sql<{ zip: string; saleId: number; units: number }>`
    select zip, min(sale.id) as sale_id, count(*) as units from sale where ${isSold} group by zip`.execute(
    db,
  );
  const inArea = zips.filter(({ zip }) => codeOf(zip, area.level) === area.code);
  // Builds are few beside deals: attributes are looked up once a build.
  const { rows: counts } = await sql<ChoiceCount>`
    with area as materialized (
      select zip from sale where id = any(${inArea.map(({ saleId }) => saleId)}::bigint[])
    ), sold as materialized (
      select build_id, count(*) as everywhere, count(*) filter (where zip in (select zip from area)) as here
      from sale where ${isSold} group by build_id
    ), chosen as (${sql.join(
      Object.entries(ATTRIBUTES).map(
        ([name, value]) => sql`
        select ${name}::text as attribute, ${value} as value, sum(here)::int as here, sum(everywhere)::int as everywhere
        from sold join build on build.id = sold.build_id where ${value} is not null group by 2`,
      ),
      sql` union all `,
    )})
    select attribute, value, here, everywhere from chosen
    order by attribute, everywhere desc, value`.execute(db);
  const preferences = buildPreferences(counts) as AreaPreferences['preferences'];
  const listed = new Map<string, number>();
  return {
    area,
    units: inArea.reduce((sum, { units }) => sum + units, 0),
    preferences: preferences.filter(({ attribute, isClear }) => {
      const place = listed.get(attribute) ?? 0;
      listed.set(attribute, place + 1);
      return place < MOST_VALUES || isClear;
    }),
  };
}

function codeOf(zip: string, level: Area['level']): string | null {
  if (level === 'state') return stateOfZip(zip);
  return level === 'zip3' ? zip.slice(0, 3) : zip;
}
