/** Counted deals by the buyer's ZIP code over a window, beside the same days a year before. */
import type { Area, AreaPreferences, MarketScope, RegionalDemand } from '@shared/contract/market-demand';
import { addDays } from '@shared/domain/calendar-day';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, SALE_DATE_FIELD, windowStart } from '../figures/counted-sales';
import type { ResolvedScope } from '../stores/resolve-scope';
import { buildPreferences, type ChoiceCount } from './build-preferences';
import { loadZipCentroids } from './geography/zip-centroids';
import { stateOfZip } from './geography/zip-state';
import { regionalDemand, type ZipUnits } from './regional-demand';

/** A map of more dots says no more, and the reply stays small. */
const MOST_ZIPS = 1_000;
const YEAR_DAYS = 365;

type Asked = Pick<MarketScope, 'windowDays' | 'filter'>;

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
  { store, asOf }: ResolvedScope,
  { windowDays, filter = {} }: Asked,
): Promise<ZipUnits[]> {
  const from = windowStart(asOf, windowDays);
  const yearBefore = { from: addDays(from, -YEAR_DAYS), to: addDays(asOf, -YEAR_DAYS) };
  const isNow = sql<boolean>`sold_on between ${from} and ${asOf}`;
  const isYearBefore = sql<boolean>`sold_on between ${yearBefore.from} and ${yearBefore.to}`;
  const { rows } = await sql<ZipUnits>`
    select zip, count(*) filter (where ${isNow}) as units,
           count(*) filter (where ${isYearBefore}) as units_year_before
    from sale where store_id = ${store.id} and ${isCountedSale} and ${isWanted(filter)}
      and sold_on between ${yearBefore.from} and ${asOf} and (${isNow} or ${isYearBefore})
    group by zip`.execute(db);
  return rows;
}

/** By condition and build, over `sale`. */
function isWanted(filter: NonNullable<MarketScope['filter']>): RawBuilder<boolean> {
  const { condition, ...build } = filter;
  const conditions = [sql`true`];
  if (condition) conditions.push(sql`sale.condition = ${condition}`);
  const wanted = (['make', 'model', 'trim'] as const).flatMap((name) =>
    build[name] === undefined ? [] : [sql`${sql.ref(`wanted.${name}`)} = ${build[name]}`],
  );
  if (wanted.length > 0)
    conditions.push(
      sql`sale.build_id in (select wanted.id from build wanted where ${sql.join(wanted, sql` and `)})`,
    );
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
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
  { store, asOf }: ResolvedScope,
  { windowDays, filter = {}, area }: Asked & { area: Area },
): Promise<AreaPreferences> {
  const { rows } = await sql<{ units: number }>`
    select count(*) as units from sale
    where store_id = ${store.id} and ${isCountedSale} and ${isWanted(filter)} and ${isIn(area)}
      and sold_on between ${windowStart(asOf, windowDays)} and ${asOf}`.execute(db);
  // Builds are few beside deals: attributes are looked up once a build.
  const { rows: counts } = await sql<ChoiceCount>`
    with sold as (
      select build_id, count(*) as everywhere, count(*) filter (where ${isIn(area)}) as here
      from sale where store_id = ${store.id} and ${isCountedSale} and ${isWanted(filter)} and zip is not null
        and sold_on between ${windowStart(asOf, windowDays)} and ${asOf}
      group by build_id
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
    units: rows[0]?.units ?? 0,
    preferences: preferences.filter(({ attribute, isClear }) => {
      const place = listed.get(attribute) ?? 0;
      listed.set(attribute, place + 1);
      return place < MOST_VALUES || isClear;
    }),
  };
}

/** The state of a deal goes by the prefix of its ZIP code. */
function isIn({ level, code }: Area): RawBuilder<boolean> {
  if (level === 'zip') return sql<boolean>`(zip = ${code})`;
  if (level === 'zip3') return sql<boolean>`(zip like ${`${code.replace(/\D/g, '')}%`})`;
  const prefixes = Array.from({ length: 1000 }, (_, prefix) => String(prefix).padStart(3, '0')).filter(
    (prefix) => stateOfZip(prefix) === code,
  );
  return sql<boolean>`(left(zip, 3) = any(${prefixes}::text[]))`;
}
