/** What units of a condition earn, cost and how fast they sell, from the store's rows as of the scope's day. */
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { configurationKey } from './configuration-tree';
import { ECONOMICS_WINDOW_DAYS, type Economics, economicsOfGroups } from './economics';
import { type BuildRow, readInvoices } from './read-plan-rows';
import { mergeGroups, type SoldGroup } from './sold-groups';
import type { StockStay } from './types';

export type EconomicsByCondition = Record<Condition, Economics>;

export async function readAllEconomics(
  db: DbOrTransaction,
  scope: ResolvedScope,
): Promise<EconomicsByCondition> {
  const sold = await readSold(db, scope);
  const standing = await readStanding(db, scope);
  const builds = await readBuildsOf(db, scope, [...sold, ...standing]);
  const rows = { sold, standing, builds };
  return {
    new: await economicsOfCondition(db, scope, 'new', rows),
    used: await economicsOfCondition(db, scope, 'used', rows),
  };
}

type Rows = { sold: SoldRow[]; standing: StandingRow[]; builds: BuildRow[] };

async function economicsOfCondition(
  db: DbOrTransaction,
  scope: ResolvedScope,
  condition: Condition,
  { sold, standing, builds }: Rows,
): Promise<Economics> {
  const { settings, asOf } = scope;
  const keys = new Map(builds.map(({ id, ...build }) => [id, configurationKey(build)]));
  const keyOf = ({ buildId }: { buildId: number }) => keys.get(buildId) ?? '';
  const ofCondition = <Row extends { condition: Condition }>(row: Row) => row.condition === condition;
  const soldRows = sold.filter(ofCondition);
  const invoices = condition === 'new' ? await readInvoices(db, scope, keys) : [];
  const stays = standing
    .filter(ofCondition)
    .map((unit): StockStay => ({ ...unit, configuration: keyOf(unit), closedOn: null }));
  const costed = new Set([
    ...invoices.map(({ configuration }) => configuration),
    ...stays.flatMap(({ configuration, costCents }) => (costCents === null ? [] : [configuration])),
  ]);
  const uncosted = soldRows.filter((row) => !costed.has(keyOf(row))).map(({ buildId }) => buildId);
  const costs = await readSoldCosts(db, scope, condition, uncosted);
  return economicsOfGroups({
    builds: new Map(builds.map(({ id: _, ...build }) => [configurationKey(build), build])),
    sold: mergeGroups(soldRows.map((row) => toGroup(row, keyOf(row), costs.get(row.buildId) ?? []))),
    stays,
    invoices,
    today: asOf,
    terms: {
      floorPlanAnnualRate: settings.floorPlanAnnualRate,
      daysInYear: settings.daysInYear,
      freeDays: settings.floorPlanFreeDays,
      otherPerDayCents: settings.otherHoldingCostPerDayCents,
      targetDays: targetDaysOf(scope, condition),
    },
  });
}

function targetDaysOf({ settings }: ResolvedScope, condition: Condition): number {
  return condition === 'new' ? settings.targetDaysSupplyNew : settings.targetDaysSupplyUsed;
}

type SoldRow = {
  condition: Condition;
  buildId: number;
  withGross: number;
  grossCents: number;
  withBack: number;
  backCents: number;
  days: number[];
  units: number[];
  aged: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
};

/** A build's deals summed where they lie: a large store has hundreds of thousands. */
async function readSold(db: DbOrTransaction, scope: ResolvedScope): Promise<SoldRow[]> {
  const { store, asOf } = scope;
  const targetDays = sql`case condition when 'new' then ${targetDaysOf(scope, 'new')}::int else ${targetDaysOf(scope, 'used')}::int end`;
  const { rows } = await sql<SoldRow>`
    with by_days as (
      select sale.condition, sale.build_id,
             case when coalesce(sale.received_on, stay.received_on) is not null
                  then greatest(0, sold_on - coalesce(sale.received_on, stay.received_on)) end as days,
             count(*) as units,
             count(coalesce(total_gross_cents, front_gross_cents)) as with_gross,
             sum(coalesce(total_gross_cents, front_gross_cents + back_gross_cents, front_gross_cents)) as gross_cents,
             count(back_gross_cents) as with_back, sum(back_gross_cents) as back_cents
      from sale left join stock_episode stay on stay.id = sale.episode_id
      where sale.store_id = ${store.id} and ${isCountedSale}
        and sold_on between ${windowStart(asOf, ECONOMICS_WINDOW_DAYS)} and ${asOf}
      group by 1, 2, 3
    ), beyond as (
      select *, greatest(0, days - ${targetDays}) as x from by_days
    )
    select condition, build_id, sum(with_gross)::int as with_gross, coalesce(sum(gross_cents), 0)::bigint as gross_cents,
           sum(with_back)::int as with_back, coalesce(sum(back_cents), 0)::bigint as back_cents,
           coalesce(array_agg(days) filter (where days is not null), '{}') as days,
           coalesce(array_agg(units::int) filter (where days is not null), '{}') as units,
           coalesce(sum(with_gross) filter (where days is not null), 0)::int as aged,
           coalesce(sum(x * with_gross), 0)::bigint as x,
           coalesce(sum(gross_cents) filter (where days is not null), 0)::bigint as y,
           coalesce(sum(x * x * with_gross), 0)::bigint as xx, coalesce(sum(x * gross_cents), 0)::bigint as xy
    from beyond group by condition, build_id order by condition, build_id`.execute(db);
  return rows;
}

function toGroup(row: SoldRow, configuration: string, costsCents: readonly number[]): SoldGroup {
  return {
    configuration,
    grossCents: { count: row.withGross, sum: row.grossCents },
    backGrossCents: { count: row.withBack, sum: row.backCents },
    days: row.days.map((days, place) => ({ days, units: row.units[place] ?? 0 })),
    ageing: { count: row.aged, x: row.x, y: row.y, xx: row.xx, xy: row.xy },
    costsCents,
  };
}

type StandingRow = {
  condition: Condition;
  buildId: number;
  receivedOn: CalendarDay;
  isAvailable: boolean;
  costCents: number | null;
};

async function readStanding(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select condition, build_id, least(${asOf}::date, coalesce(received_on, first_seen_on)) as received_on,
           status = 'available' as is_available, cost_cents
    from (${stockAsOf(store.id, asOf)}) stock where on_ground`.execute(db);
  return rows;
}

/** Builds of what sold and what stands, and of what was ordered, whose invoices tell its cost. */
async function readBuildsOf(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  seen: readonly { buildId: number }[],
): Promise<BuildRow[]> {
  const ids = [...new Set(seen.map(({ buildId }) => buildId))];
  const { rows } = await sql<BuildRow>`
    select id, make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from build where id = any(${ids}::bigint[]) or id in (
      select build_id from factory_order where store_id = ${store.id}
        and coalesce(ordered_on, last_seen_on) between ${windowStart(asOf, ECONOMICS_WINDOW_DAYS + 1)} and ${asOf})
    order by id`.execute(db);
  return rows;
}

/** What sold units of these builds did cost. */
async function readSoldCosts(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  condition: Condition,
  buildIds: readonly number[],
): Promise<Map<number, number[]>> {
  if (buildIds.length === 0) return new Map();
  const { rows } = await sql<{ buildId: number; costs: number[] }>`
    select sale.build_id, array_agg(coalesce(sale.cost_cents, stay.cost_cents)::float8) as costs
    from sale left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${store.id} and sale.condition = ${condition} and ${isCountedSale}
      and sold_on between ${windowStart(asOf, ECONOMICS_WINDOW_DAYS)} and ${asOf}
      and sale.build_id = any(${buildIds}::bigint[]) and coalesce(sale.cost_cents, stay.cost_cents) is not null
    group by 1`.execute(db);
  return new Map(rows.map(({ buildId, costs }) => [buildId, costs]));
}
