/**
 * One vehicle in full: what happened to it, what it costs, how soon it may sell and what else of its kind is there.
 * Its chances come from the store's own deals and standing units of the same model, shrunk from model to trim.
 */

import { AppError } from '@shared/contract/errors';
import type { StockUnit } from '@shared/contract/inventory';
import type { Vehicle } from '@shared/contract/inventory-analysis';
import { pickBuild } from '@shared/domain/build';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { holdingCentsPerDay, holdingCentsToDate, interestCentsPerDay } from '../figures/holding-cost';
import { stockAsOf } from '../figures/stock-as-of';
import { writeDollars } from '../figures/write-dollars';
import { chanceOfSale, saleRates } from '../planning/sell-chance';
import type { Stay } from '../planning/survival';
import type { ResolvedScope } from '../stores/resolve-scope';

const CHANCE_DAYS = [7, 14, 30, 45, 60, 90, 120] as const;
const BASIS_DAYS = 365;
const MOST_SIMILAR = 12;

type UnitRow = {
  id: number;
  vin: string | null;
  stockNumber: string | null;
  condition: 'new' | 'used';
  status: StockUnit['status'];
  receivedOn: CalendarDay | null;
  firstSeenOn: CalendarDay;
  ageDays: number | null;
  onGround: boolean;
  toDateCents: number | null;
  perDayCents: number | null;
  interestPerDayCents: number | null;
} & StockUnit['build'];

/** Throws NOT_FOUND for a unit that does not stand in the store on the scope's day. */
export async function readVehicle(
  db: DbOrTransaction,
  scope: ResolvedScope,
  unitId: string,
): Promise<Vehicle> {
  const unit = await readUnit(db, scope, unitId);
  const kin = await readKin(db, scope, unit);
  const trimStays = kin.filter(({ trim }) => trim === unit.trim);
  const rates = saleRates([kin, trimStays]);
  const canSell = unit.onGround && unit.status !== 'sold_not_delivered';
  return {
    dataDate: scope.asOf,
    events: await readEvents(db, scope, unit),
    holding: {
      toDateCents: unit.toDateCents,
      perDayCents: unit.onGround ? unit.perDayCents : null,
      interestPerDayCents: unit.onGround ? unit.interestPerDayCents : null,
    },
    chances: canSell
      ? CHANCE_DAYS.map((days) => ({ days, chance: chanceOfSale(rates, unit.ageDays ?? 0, days) }))
      : [],
    chanceBasis: {
      sold: kin.filter(({ isSold }) => isSold).length,
      standing: kin.filter(({ isSold }) => !isSold).length,
      windowDays: BASIS_DAYS,
    },
    similarInStock: await readSimilarInStock(db, scope, unit),
    similarSold: await readSimilarSold(db, scope, unit),
  };
}

async function readUnit(db: DbOrTransaction, scope: ResolvedScope, unitId: string): Promise<UnitRow> {
  const { store, asOf, settings } = scope;
  const id = /^\d{1,18}$/.test(unitId) ? Number(unitId) : -1;
  const { rows } = await sql<UnitRow>`
    select stock.id, vin, stock_number, condition, status, received_on, first_seen_on, age_days, on_ground,
           ${holdingCentsToDate(settings)} as to_date_cents, ${holdingCentsPerDay(settings)} as per_day_cents,
           ${interestCentsPerDay(settings)} as interest_per_day_cents,
           make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from (${stockAsOf(store.id, asOf)}) stock join build on build.id = stock.build_id
    where stock.id = ${id}`.execute(db);
  const [unit] = rows;
  if (unit) return unit;
  throw new AppError('NOT_FOUND', 'That unit does not stand in this store any more.', {
    details: { unitId },
    nextStep: 'Look for its VIN or stock number in the list, or among the sales.',
  });
}

type Kin = Stay & { trim: string | null };

/** Sold within the basis, and standing now: of the same condition, make and model. */
async function readKin(db: DbOrTransaction, { store, asOf }: ResolvedScope, unit: UnitRow): Promise<Kin[]> {
  const ofModel = sql`build_id in (select id from build where make = ${unit.make} and model = ${unit.model})`;
  const { rows } = await sql<Kin>`
    select days, is_sold, trim from (
      select greatest(0, sold_on - coalesce(sale.received_on, stay.received_on)) as days, true as is_sold,
             sale.build_id
      from sale left join stock_episode stay on stay.id = sale.episode_id
      where sale.store_id = ${store.id} and sale.condition = ${unit.condition} and ${isCountedSale}
        and sold_on between ${windowStart(asOf, BASIS_DAYS)} and ${asOf} and sale.${ofModel}
        and coalesce(sale.received_on, stay.received_on) is not null
      union all
      select age_days, false, build_id from (${stockAsOf(store.id, asOf, { condition: unit.condition, make: unit.make, model: unit.model })}) stock
      where on_ground and status <> 'sold_not_delivered'
    ) kin join build on build.id = kin.build_id order by days, is_sold`.execute(db);
  return rows;
}

type SeenRow = { asOf: CalendarDay; status: StockUnit['status']; priceCents: number | null };

async function readEvents(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  unit: UnitRow,
): Promise<Vehicle['events']> {
  const { rows: seen } = await sql<SeenRow>`
    select as_of, status, price_cents from inventory_snapshot
    where store_id = ${store.id} and episode_id = ${unit.id} and as_of <= ${asOf} order by as_of`.execute(db);
  const { rows: before } = await sql<{
    on: CalendarDay;
    kind: 'came' | 'left' | 'sold';
    stockNumber: string;
  }>`
    select coalesce(received_on, first_seen_on) as on, 'came' as kind, stock_number from stock_episode
    where store_id = ${store.id} and hashtext(vin) = hashtext(${unit.vin}) and vin = ${unit.vin} and id <> ${unit.id} and coalesce(received_on, first_seen_on) <= ${asOf}
    union all
    select sold_on, 'sold', stock_number from sale
    where store_id = ${store.id} and hashtext(vin) = hashtext(${unit.vin}) and vin = ${unit.vin} and deal_state = 'counted' and sold_on <= ${asOf}`.execute(
    db,
  );
  const words = { came: 'Came before', left: 'Left', sold: 'Sold' };
  const earlier = before.map(({ on, kind, stockNumber }) => ({
    on,
    kind,
    text: stockNumber ? `${words[kind]}, stock number ${stockNumber}` : words[kind],
  }));
  const came = unit.receivedOn ?? unit.firstSeenOn;
  const text = unit.receivedOn ? 'Came into stock' : 'First seen in an export';
  return [...earlier, { on: came, kind: 'came' as const, text }, ...changesOf(seen)].sort((a, b) =>
    a.on.localeCompare(b.on),
  );
}

/** What two exports in a row say differently. */
export function changesOf(seen: readonly SeenRow[]): Vehicle['events'] {
  return seen.flatMap(({ asOf: on, status, priceCents }, index) => {
    const before = seen[index - 1];
    if (!before) {
      const price = priceCents === null ? '' : ` at ${writeDollars(priceCents)}`;
      return [{ on, kind: 'seen' as const, text: `Listed as ${status.replace(/_/g, ' ')}${price}` }];
    }
    const events: Vehicle['events'] = [];
    if (status !== before.status)
      events.push({
        on,
        kind: 'status',
        text: `${before.status.replace(/_/g, ' ')} to ${status.replace(/_/g, ' ')}`,
      });
    if (priceCents !== before.priceCents && priceCents !== null)
      events.push({ on, kind: 'priced', text: priceChange(before.priceCents, priceCents) });
    return events;
  });
}

function priceChange(from: number | null, to: number): string {
  if (from === null) return `Priced at ${writeDollars(to)}`;
  const by = writeDollars(Math.abs(to - from));
  return `Price ${to < from ? 'cut' : 'raised'} by ${by} to ${writeDollars(to)}`;
}

async function readSimilarInStock(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  unit: UnitRow,
): Promise<Vehicle['similarInStock']> {
  type Row = { id: number; stockNumber: string | null; ageDays: number | null; priceCents: number | null };
  const { rows } = await sql<Row & StockUnit['build']>`
    select stock.id, stock_number, age_days, price_cents,
           make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from (${stockAsOf(store.id, asOf, { condition: unit.condition, make: unit.make, model: unit.model })}) stock
    join build on build.id = stock.build_id
    where trim is not distinct from ${unit.trim} and stock.id <> ${unit.id}
    order by age_days desc nulls last, stock.id limit ${MOST_SIMILAR}`.execute(db);
  return rows.map((row) => ({
    id: String(row.id),
    stockNumber: row.stockNumber,
    build: pickBuild(row),
    ageDays: row.ageDays,
    priceCents: row.priceCents,
  }));
}

async function readSimilarSold(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
  unit: UnitRow,
): Promise<Vehicle['similarSold']> {
  type Row = Omit<Vehicle['similarSold'][number], 'build'>;
  const { rows } = await sql<Row & StockUnit['build']>`
    select sold_on, greatest(0, sold_on - coalesce(sale.received_on, stay.received_on)) as days_to_turn,
           sale.price_cents, total_gross_cents,
           make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color
    from sale join build on build.id = sale.build_id left join stock_episode stay on stay.id = sale.episode_id
    where sale.store_id = ${store.id} and sale.condition = ${unit.condition} and ${isCountedSale}
      and sold_on between ${windowStart(asOf, BASIS_DAYS)} and ${asOf}
      and make = ${unit.make} and model = ${unit.model} and trim is not distinct from ${unit.trim}
    order by sold_on desc, sale.id desc limit ${MOST_SIMILAR}`.execute(db);
  return rows.map((row) => ({
    soldOn: row.soldOn,
    build: pickBuild(row),
    daysToTurn: row.daysToTurn,
    priceCents: row.priceCents,
    totalGrossCents: row.totalGrossCents,
  }));
}
