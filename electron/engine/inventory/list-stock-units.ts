/** The list behind every stock figure: filtered, sorted and paged in SQL. */
import type { StockFilter, StockSort, StockUnit } from '@shared/contract/inventory';
import { pickBuild } from '@shared/domain/build';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { assertDataBy } from '../figures/assert-data-by';
import { holdingCentsToDate } from '../figures/holding-cost';
import type { ResolvedScope } from '../stores/resolve-scope';
import { withListedStock } from './listed-stock';

export type StockListRequest = { filter: StockFilter; sort: StockSort; offset: number; limit: number };

export type StockList = { dataDate: string; total: number; costCents: number; units: StockUnit[] };

/** `total` and `costCents` cover every unit that the filter lets through, not the page alone. */
export async function listStockUnits(
  db: DbOrTransaction,
  scope: ResolvedScope,
  { filter, sort, offset, limit }: StockListRequest,
): Promise<StockList> {
  await assertDataBy(db, scope);
  const listed = withListedStock(scope, filter);
  const totals = await sql<{ total: number; costCents: number }>`
    ${listed} select count(*) as total, coalesce(sum(cost_cents), 0) as cost_cents from listed`.execute(db);
  const page = await sql<UnitRow>`
    ${listed}
    select listed.*, ${holdingCentsToDate(scope.settings)} as holding_cents_to_date from listed
    order by ${SORT_COLUMNS[sort.field]} ${sort.direction === 'asc' ? sql`asc` : sql`desc`} nulls last, id
    offset ${offset} limit ${limit}`.execute(db);
  return {
    dataDate: scope.asOf,
    total: totals.rows[0]?.total ?? 0,
    costCents: totals.rows[0]?.costCents ?? 0,
    units: page.rows.map(toUnit),
  };
}

const SORT_COLUMNS: Record<StockSort['field'], RawBuilder<unknown>> = {
  stockNumber: sql`stock_number`,
  vin: sql`vin`,
  model: sql`model`,
  trim: sql`trim`,
  modelYear: sql`model_year`,
  status: sql`status`,
  receivedOn: sql`received_on`,
  ageDays: sql`age_days`,
  costCents: sql`cost_cents`,
  priceCents: sql`price_cents`,
  msrpCents: sql`msrp_cents`,
  odometerMiles: sql`odometer_miles`,
  exteriorColor: sql`exterior_color`,
  condition: sql`condition`,
};

type UnitRow = {
  id: number;
  stockNumber: string | null;
  vin: string | null;
  condition: 'new' | 'used';
  isCertified: boolean;
  status: StockUnit['status'];
  receivedOn: string | null;
  ageDays: number | null;
  odometerMiles: number | null;
  costCents: number | null;
  priceCents: number | null;
  msrpCents: number | null;
  holdingCentsToDate: number | null;
  location: string | null;
} & StockUnit['build'];

function toUnit(row: UnitRow): StockUnit {
  return {
    id: String(row.id),
    stockNumber: row.stockNumber,
    vin: row.vin,
    condition: row.condition,
    isCertified: row.isCertified,
    status: row.status,
    build: pickBuild(row),
    receivedOn: row.receivedOn,
    ageDays: row.ageDays,
    odometerMiles: row.odometerMiles,
    costCents: row.costCents,
    priceCents: row.priceCents,
    msrpCents: row.msrpCents,
    holdingCostToDateCents: row.holdingCentsToDate,
    location: row.location,
  };
}
