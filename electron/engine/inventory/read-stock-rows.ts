/** The grouped rows that stock figures are made of: few statements, each one pass over the open stock. */

import type { StockStatus } from '@shared/contract/inventory';
import type { Condition } from '@shared/contract/primitives';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isAged } from '../figures/aged-units';
import { countedDeals } from '../figures/counted-deals';
import { windowStart } from '../figures/counted-sales';
import { holdingCentsPerDay, interestCentsPerDay } from '../figures/holding-cost';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { type BucketCount, bucketThresholds } from './age-buckets';

export type StockTotals = {
  condition: Condition;
  units: number;
  available: number;
  costCents: number;
  unitsWithCost: number;
  priceCents: number;
  unitsWithPrice: number;
  medianAgeDays: number | null;
  agedUnits: number;
  holdingCentsPerDay: number;
  interestCentsPerDay: number;
};

export async function readStockTotals(db: DbOrTransaction, scope: ResolvedScope): Promise<StockTotals[]> {
  const { rows } = await sql<StockTotals>`
    with stock as (${stockAsOf(scope.store.id, scope.asOf, scope.filter)})
    select condition,
           count(*) as units,
           count(*) filter (where status = 'available') as available,
           coalesce(sum(cost_cents), 0) as cost_cents,
           count(cost_cents) as units_with_cost,
           coalesce(sum(price_cents), 0) as price_cents,
           count(price_cents) as units_with_price,
           percentile_cont(0.5) within group (order by age_days) as median_age_days,
           count(*) filter (where ${isAged(scope.settings)}) as aged_units,
           sum(${holdingCentsPerDay(scope.settings)}) as holding_cents_per_day,
           sum(${interestCentsPerDay(scope.settings)}) as interest_cents_per_day
    from stock where on_ground group by condition`.execute(db);
  return rows;
}

export type StatusCount = { condition: Condition; status: StockStatus; units: number; costCents: number };

export async function readStatusCounts(db: DbOrTransaction, scope: ResolvedScope): Promise<StatusCount[]> {
  const { rows } = await sql<StatusCount>`
    with stock as (${stockAsOf(scope.store.id, scope.asOf, scope.filter)})
    select condition, status, count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents
    from stock group by condition, status`.execute(db);
  return rows;
}

export async function readBucketCounts(
  db: DbOrTransaction,
  scope: ResolvedScope,
): Promise<(BucketCount & { condition: Condition })[]> {
  const { settings } = scope;
  const { rows } = await sql<BucketCount & { condition: Condition }>`
    with stock as (${stockAsOf(scope.store.id, scope.asOf, scope.filter)})
    select condition,
           width_bucket(age_days, case condition when 'new' then ${intArray(bucketThresholds(settings.ageBucketsNew))}
                                  else ${intArray(bucketThresholds(settings.ageBucketsUsed))} end) as index,
           count(*) as units, coalesce(sum(cost_cents), 0) as cost_cents
    from stock where on_ground group by 1, 2`.execute(db);
  return rows;
}

export type ModelRow = {
  condition: Condition;
  make: string;
  model: string;
  units: number;
  available: number;
  costCents: number;
  medianAgeDays: number | null;
  agedUnits: number;
  soldInWindow: number;
};

/** Models that stand here or were sold in the window, so that one that ran out is seen too. */
export async function readModelRows(db: DbOrTransaction, scope: ResolvedScope): Promise<ModelRow[]> {
  const { store, asOf, settings, filter = {} } = scope;
  const from = windowStart(asOf, settings.daysSupplyWindowDays);
  const deals = await countedDeals(db, { storeId: store.id, from, to: asOf, filter });
  const { rows } = await sql<ModelRow>`
    with stock as (${stockAsOf(store.id, asOf, filter)}),
    standing as (
      select condition, make, model, count(*) as units,
             count(*) filter (where status = 'available') as available,
             coalesce(sum(cost_cents), 0) as cost_cents,
             percentile_cont(0.5) within group (order by age_days) as median_age_days,
             count(*) filter (where ${isAged(scope.settings)}) as aged_units
      from stock join build on build.id = stock.build_id where on_ground group by condition, make, model
    ),
    sold as (
      select condition, make, model, sum(units)::int as units
      from (${deals}) deals join build on build.id = deals.build_id group by condition, make, model
    )
    select condition, make, model,
           coalesce(standing.units, 0) as units, coalesce(available, 0) as available,
           coalesce(cost_cents, 0) as cost_cents, median_age_days, coalesce(aged_units, 0) as aged_units,
           coalesce(sold.units, 0) as sold_in_window
    from standing full join sold using (condition, make, model)
    order by units desc, make, model`.execute(db);
  return rows;
}

export type SoldCount = {
  condition: Condition;
  inWindow: number;
  inYear: number;
  /** Days from the first counted sale to the data date, both included; at most 365. */
  yearDays: number;
};

export async function readSoldCounts(db: DbOrTransaction, scope: ResolvedScope): Promise<SoldCount[]> {
  const { store, asOf, settings, filter = {} } = scope;
  const storeId = store.id;
  const inYear = await countedDeals(db, { storeId, from: windowStart(asOf, 365), to: asOf, filter });
  const from = windowStart(asOf, settings.daysSupplyWindowDays);
  const inWindow = await countedDeals(db, { storeId, from, to: asOf, filter });
  const { rows } = await sql<SoldCount>`
    select condition, coalesce(recent.units, 0) as in_window, year.units as in_year,
           least(365, ${asOf}::date - (
             select min(first.sold_on) from sale first where first.store_id = ${storeId}
               and first.condition = year.condition and first.deal_state = 'counted') + 1) as year_days
    from (select condition, sum(units)::int as units from (${inYear}) deals group by condition) year
    left join (select condition, sum(units)::int as units from (${inWindow}) deals group by condition) recent
      using (condition)`.execute(db);
  return rows;
}

function intArray(values: readonly number[]) {
  return sql`array[${sql.join(values.map((value) => sql`${value}::int`))}]`;
}
