/**
 * Shares of models in their segment: units over the last three months known against every model of the same
 * segment and region, set beside the same three months a year before. Grain: region, segment, make, model.
 */
import type { DataFilter } from '@shared/contract/data-filter';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { addPeriods, periodOf } from '@shared/domain/period';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';

/** Months that shares and prices are taken over: one alone jumps about. */
export const MARKET_MONTHS = 3;

export type MarketModel = {
  segment: string;
  make: string;
  model: string;
  isOwn: boolean;
  units: number;
  share: number | null;
  shareYearBefore: number | null;
  trend: number | null;
  averagePriceCents: number | null;
  daysSupply: number | null;
};

export type MarketSummary = {
  storeCode: string;
  dataDate: CalendarDay;
  newestPeriod: string | null;
  region: string | null;
  models: MarketModel[];
};

export async function readMarketSummary(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
): Promise<MarketSummary> {
  const newest = await readNewest(db, store.id, asOf);
  const head = { storeCode: store.code, dataDate: asOf };
  if (!newest) return { ...head, newestPeriod: null, region: null, models: [] };
  const models = await readModels(db, store.id, newest, filter);
  return { ...head, newestPeriod: newest.period, region: newest.region, models };
}

export type Newest = { region: string; period: string };

/** The region the store lies in when the facts have it, else the one with most facts; months up to the day. */
export async function readNewest(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<Newest | undefined> {
  const { rows } = await sql<Newest>`
    select fact.region, max(period) as period
    from market_fact fact join store on store.id = fact.store_id
    where store_id = ${storeId} and period <= ${periodOf(asOf, 'month')}
    group by fact.region, store.region
    order by (fact.region is not distinct from store.region) desc, count(*) desc, fact.region limit 1`.execute(
    db,
  );
  return rows[0];
}

/** A model of the filter is seen among its rivals; the market knows no trims, ages or used units. */
export function isInSegmentOf({ make, model }: DataFilter): RawBuilder<boolean> {
  if (make === undefined && model === undefined) return sql<boolean>`true`;
  return sql<boolean>`(store_id, region, segment) in (
      select store_id, region, segment from market_fact
      where make = coalesce(${make ?? null}, make) and model = coalesce(${model ?? null}, model))`;
}

/** A share is null where its segment has no units in those months; the trend where the model had none. */
async function readModels(
  db: DbOrTransaction,
  storeId: number,
  newest: Newest,
  filter: DataFilter,
): Promise<MarketModel[]> {
  const from = addPeriods(newest.period, 1 - MARKET_MONTHS);
  const yearBefore = { from: addPeriods(from, -12), to: addPeriods(newest.period, -12) };
  const isRecent = sql`period between ${from} and ${newest.period}`;
  const { rows } = await sql<MarketModel>`
    with model as (
      select segment, make, model,
             coalesce(sum(units) filter (where ${isRecent}), 0) as units,
             coalesce(sum(units) filter (where not ${isRecent}), 0) as units_before,
             round(sum(average_price_cents * units) filter (where ${isRecent})
               / nullif(sum(units) filter (where ${isRecent} and average_price_cents is not null), 0)) as average_price_cents,
             (array_agg(days_supply order by period desc) filter (where days_supply is not null and ${isRecent}))[1] as days_supply
      from market_fact
      where store_id = ${storeId} and region = ${newest.region} and ${isInSegmentOf(filter)}
        and (${isRecent} or period between ${yearBefore.from} and ${yearBefore.to})
      group by segment, make, model
    )
    select segment, make, model, units, average_price_cents, days_supply,
           make in (${ownMakes(storeId)}) as is_own,
           units::float8 / nullif(sum(units) over (partition by segment), 0) as share,
           units_before::float8 / nullif(sum(units_before) over (partition by segment), 0) as share_year_before,
           units::float8 / nullif(units_before, 0) - 1 as trend
    from model where units > 0 or units_before > 0
    order by segment, units desc, make, model`.execute(db);
  return rows;
}

/** The makes the store is a dealer of: as stated, else those of the new units it had. */
export function ownMakes(storeId: number) {
  return sql`
    select unnest(makes) from store where id = ${storeId}
    union
    select build.make from stock_episode stay join build on build.id = stay.build_id
    where stay.store_id = ${storeId} and stay.condition = 'new'
      and not exists (select 1 from store where id = ${storeId} and cardinality(makes) > 0)`;
}
