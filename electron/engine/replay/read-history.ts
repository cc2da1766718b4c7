/** Reads a store's history for a replay, as of the scope's day. */

import type { Build } from '@shared/domain/build';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import { readWeightsAsOf } from '../learning/read-weights';
import { configurationKey } from '../planning/configuration-tree';
import { withOrderModelYear } from '../planning/order-model-year';
import type { MarketReader } from '../planning/plan-inputs';
import { readAllocation } from '../planning/read-allocation';
import { readStoredConstraints } from '../planning/store-constraints';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { HistoricUnit, StoreHistory } from './store-history';

/** Longer ago says little of today's customers. */
const MOST_HISTORY_DAYS = 6 * 365;

export async function readHistory(
  db: DbOrTransaction,
  scope: ResolvedScope,
  readMarket: MarketReader,
): Promise<StoreHistory> {
  const rows = await readUnits(db, scope);
  const keys = new Map(rows.map((row) => [row.buildId, configurationKey(row)]));
  const market = await readMarket(db, scope);
  const allocation = await readAllocation(db, scope);
  const { weights, tilt } = await readWeightsAsOf(db, scope.store.id, scope.asOf);
  return {
    asOf: scope.asOf,
    settings: scope.settings,
    builds: withOrderModelYear(rows.map(buildOf)),
    units: rows.map(({ buildId, receivedOn, soldOn, grossCents, costCents }): HistoricUnit => {
      const configuration = keys.get(buildId) ?? '';
      return { configuration, receivedOn, soldOn, grossCents, costCents };
    }),
    usedOnLot: await countUsedOnLot(db, scope),
    leadDays: await readLeadDays(db, scope),
    allocation:
      allocation?.groups.map(({ make, group, models, units }) => ({ make, group, models, units })) ?? null,
    constraints: await readStoredConstraints(db, scope.store.id),
    marketFacts: market.models.flatMap(({ make, model, share, trend }) =>
      share === null ? [] : [{ make, model, share, trend }],
    ),
    weights,
    tilt,
  };
}

type UnitRow = Build & {
  buildId: number;
  receivedOn: CalendarDay | null;
  soldOn: CalendarDay | null;
  grossCents: number | null;
  costCents: number | null;
};

function buildOf({
  buildId: _,
  receivedOn: _in,
  soldOn: _out,
  grossCents: _gross,
  costCents: _cost,
  ...build
}: UnitRow): Build {
  return build;
}

async function readUnits(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select build_id, received_on, sold_on, gross_cents, cost_cents, make, model, model_year, body, trim, drivetrain,
           engine, package, exterior_color, interior_color
    from (
      select sale.build_id, coalesce(sale.received_on, stay.received_on) as received_on, sold_on,
             coalesce(total_gross_cents, front_gross_cents + back_gross_cents, front_gross_cents) as gross_cents,
             coalesce(sale.cost_cents, stay.cost_cents) as cost_cents, sale.id
      from sale left join stock_episode stay on stay.id = sale.episode_id
      where sale.store_id = ${store.id} and sale.condition = 'new' and ${isCountedSale}
        and sold_on between ${addDays(asOf, -MOST_HISTORY_DAYS)} and ${asOf}
      union all
      select build_id, coalesce(received_on, first_seen_on), null, null, cost_cents, id
      from (${stockAsOf(store.id, asOf)}) stock
      where condition = 'new' and on_ground and status = 'available'
    ) unit join build on build.id = unit.build_id
    order by sold_on nulls last, received_on, build_id, unit.id`.execute(db);
  return rows;
}

async function countUsedOnLot(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<number> {
  const { rows } = await sql<{ units: number }>`
    select count(*)::int as units from (${stockAsOf(store.id, asOf)}) stock
    where condition = 'used' and on_ground`.execute(db);
  return rows[0]?.units ?? 0;
}

async function readLeadDays(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<number[]> {
  const { rows } = await sql<{ days: number }>`
    select arrived_on - ordered_on as days from factory_order
    where store_id = ${store.id} and arrived_on <= ${asOf} and ordered_on < arrived_on
    order by 1`.execute(db);
  return rows.map(({ days }) => days);
}
