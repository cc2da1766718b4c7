/**
 * Rows of sales, stock and orders that a plan is made from, as of the scope's day: one statement per kind, narrow
 * and in a fixed order, so that the same data give the same plan.
 */
import type { Condition } from '@shared/contract/primitives';
import type { Build } from '@shared/domain/build';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { sameText } from '../database/same-text';
import { isCountedSale } from '../figures/counted-sales';
import { pipelineAsOf } from '../figures/pipeline-as-of';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { modelKey } from './configuration-tree';
import { SPLIT_LOOKBACK_DAYS } from './demand-split';
import { arrivesInDays, IN_TRANSIT_DAYS } from './pipeline-arrivals';
import type {
  ColorCount,
  ConfigurationKey,
  InvoicedUnit,
  PipelineUnit,
  PlanInputs,
  SoldUnit,
  StockStay,
} from './types';

export type BuildRow = Build & { id: number };
/** Configuration of each build row. */
export type Keys = ReadonlyMap<number, ConfigurationKey>;

export async function readBuilds(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  condition: Condition = 'new',
): Promise<BuildRow[]> {
  const since = addDays(asOf, -SPLIT_LOOKBACK_DAYS);
  const { rows } = await sql<BuildRow>`
    select id, make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from build where id in (
      select build_id from sale where store_id = ${store.id} and condition = ${condition} and sold_on between ${since} and ${asOf}
      union
      select build_id from stock_episode where store_id = ${store.id} and condition = ${condition}
        and coalesce(received_on, first_seen_on) <= ${asOf} and (closed_on is null or closed_on >= ${since})
      union
      select build_id from factory_order where store_id = ${store.id}
        and coalesce(ordered_on, last_seen_on) between ${since} and ${asOf}
    ) order by id`.execute(db);
  return rows;
}

/** Replaces a row's build by its configuration; rows of builds that are not known to the plan are left out. */
function withConfiguration<Row extends { buildId: number }>(
  rows: readonly Row[],
  keys: Keys,
): (Omit<Row, 'buildId'> & { configuration: ConfigurationKey })[] {
  return rows.flatMap(({ buildId, ...row }) => {
    const configuration = keys.get(buildId);
    return configuration === undefined ? [] : [{ ...row, configuration }];
  });
}

export async function readSales(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  keys: Keys,
  condition: Condition = 'new',
): Promise<SoldUnit[]> {
  const { rows } = await sql<Omit<SoldUnit, 'configuration'> & { buildId: number }>`
    select sale.build_id, sold_on, coalesce(sale.cost_cents, stay.cost_cents) as cost_cents,
           coalesce(total_gross_cents, front_gross_cents + back_gross_cents, front_gross_cents) as gross_cents,
           back_gross_cents,
           case when coalesce(sale.received_on, stay.received_on) is not null
                then greatest(0, sold_on - coalesce(sale.received_on, stay.received_on)) end as days_in_stock
    from sale left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${store.id} and sale.condition = ${condition} and ${isCountedSale}
      and sold_on between ${addDays(asOf, 1 - SPLIT_LOOKBACK_DAYS)} and ${asOf}
    order by sold_on, sale.build_id, sale.id`.execute(db);
  return withConfiguration(rows, keys);
}

/** What stands on the lot on the day, and what stood there before and is gone. */
export async function readStays(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  keys: Keys,
  condition: Condition = 'new',
): Promise<StockStay[]> {
  const { rows } = await sql<Omit<StockStay, 'configuration'> & { buildId: number }>`
    select build_id, least(${asOf}::date, coalesce(received_on, first_seen_on)) as received_on,
           null::date as closed_on, status = 'available' as is_available, cost_cents, id
    from (${stockAsOf(store.id, asOf)}) stock where condition = ${condition} and on_ground
    union all
    select build_id, coalesce(received_on, first_seen_on), closed_on, false, cost_cents, id
    from stock_episode
    where store_id = ${store.id} and condition = ${condition} and status <> 'in_transit'
      and closed_on between ${addDays(asOf, -SPLIT_LOOKBACK_DAYS)} and ${asOf}
    order by received_on, build_id, id`.execute(db);
  return withConfiguration(
    rows.map(({ buildId, receivedOn, closedOn, isAvailable, costCents }) => ({
      buildId,
      receivedOn,
      closedOn,
      isAvailable,
      costCents,
    })),
    keys,
  );
}

type PipelineRow = {
  condition: 'new' | 'used';
  buildId: number;
  make: string;
  model: string;
  trim: string | null;
  estimatedArrivalOn: CalendarDay | null;
  orderedOn: CalendarDay | null;
  isInTransit: boolean;
};

type ComingUnit = Pick<PipelineRow, 'condition' | 'buildId' | 'make' | 'model' | 'trim'> & {
  arrivesInDays: number;
};

/** Everything on its way, new and used, with the days to its arrival. */
export async function readComingUnits(
  db: DbOrTransaction,
  { store, asOf, settings }: ResolvedScope,
): Promise<ComingUnit[]> {
  const { rows } = await sql<PipelineRow>`
    select condition, build_id, make, model, trim, estimated_arrival_on, ordered_on, is_in_transit
    from (${pipelineAsOf(store.id, asOf)}) pipeline join build on build.id = pipeline.build_id
    order by is_in_transit, build_id, estimated_arrival_on, pipeline.id`.execute(db);
  return rows.map(({ estimatedArrivalOn, orderedOn, isInTransit, ...unit }) => ({
    ...unit,
    arrivesInDays: isInTransit
      ? IN_TRANSIT_DAYS
      : arrivesInDays({ estimatedArrivalOn, orderedOn }, asOf, settings.orderToDeliveryDays),
  }));
}

/**
 * Units on the lot that a customer has bought and that no sale in the books names yet: their deliveries are still in
 * the demand to come, so the units count as there to meet it.
 */
export async function readSoldWaiting(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<Omit<ComingUnit, 'arrivesInDays'>[]> {
  const { rows } = await sql<Omit<ComingUnit, 'arrivesInDays'>>`
    select condition, build_id, make, model, trim
    from (${stockAsOf(store.id, asOf)}) stock join build on build.id = stock.build_id
    where status = 'sold_not_delivered' and on_ground
      and not exists (
        select 1 from sale where sale.store_id = ${store.id} and ${isCountedSale}
          and sale.sold_on between stock.first_seen_on - 730 and ${asOf}
          and (sale.episode_id = stock.id or ${sql.raw(sameText('sale.vin', 'stock.vin'))}))
    order by build_id, stock.id`.execute(db);
  return rows;
}

/** New units on their way, and those that only wait to be handed over. */
export async function readPipeline(
  db: DbOrTransaction,
  scope: ResolvedScope,
  keys: Keys,
): Promise<PipelineUnit[]> {
  const waiting = (await readSoldWaiting(db, scope)).map((unit) => ({ ...unit, arrivesInDays: 0 }));
  const coming = await readComingUnits(db, scope);
  return withConfiguration(
    [...waiting, ...coming]
      .filter((unit) => unit.condition === 'new')
      .map(({ buildId, arrivesInDays }) => ({ buildId, arrivesInDays })),
    keys,
  );
}

/** Colours in which new units of each model sold in a year, stand here or come. */
export async function readColorCounts(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<ColorCount[]> {
  const { rows } = await sql<Omit<ColorCount, 'model'> & { make: string; model: string }>`
    with unit as (
      select build_id, 1 as sold, 0 as supply from sale
      where store_id = ${store.id} and condition = 'new' and ${isCountedSale}
        and sold_on between ${addDays(asOf, -364)} and ${asOf}
      union all
      select build_id, 0, 1 from (${stockAsOf(store.id, asOf)}) stock
      where condition = 'new' and status = 'available' and on_ground
      union all
      select build_id, 0, 1 from (${pipelineAsOf(store.id, asOf)}) pipeline where condition = 'new'
    )
    select make, model, exterior_color as color, sum(sold) as sold, sum(supply) as supply
    from unit join build on build.id = unit.build_id where exterior_color is not null
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows.map(({ make, model, ...count }) => ({ model: modelKey(make, model), ...count }));
}

export async function readInvoices(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  keys: Keys,
): Promise<InvoicedUnit[]> {
  const { rows } = await sql<{ buildId: number; invoiceCents: number }>`
    select build_id, invoice_cents from factory_order
    where store_id = ${store.id} and invoice_cents is not null and status <> 'cancelled'
      and coalesce(ordered_on, last_seen_on) between ${addDays(asOf, -365)} and ${asOf}
    order by build_id, id`.execute(db);
  return withConfiguration(rows, keys);
}

export async function readLeadTimes(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<PlanInputs['leadTimes']> {
  const { rows } = await sql<{ make: string; model: string; days: number }>`
    select make, model, arrived_on - ordered_on as days
    from factory_order join build on build.id = factory_order.build_id
    where store_id = ${store.id} and arrived_on between ${addDays(asOf, -SPLIT_LOOKBACK_DAYS)} and ${asOf}
      and ordered_on < arrived_on
    order by make, model, days`.execute(db);
  return rows.map(({ make, model, days }) => ({ model: modelKey(make, model), days }));
}

export async function countUnitsOnLot(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<number> {
  const { rows } = await sql<{ units: number }>`
    select count(*) as units from (${stockAsOf(store.id, asOf)}) stock where on_ground`.execute(db);
  return rows[0]?.units ?? 0;
}
