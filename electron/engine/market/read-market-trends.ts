/** Units of every model in the store's region, month by month. Grain: month, segment, make, model. */
import type { MarketPrices, MarketTrends } from '@shared/contract/market-demand';
import { addPeriods, firstDay, periodRange } from '@shared/domain/period';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';
import { isInSegmentOf, MARKET_MONTHS, type Newest, ownMakes, readNewest } from './read-market-summary';

const TREND_MONTHS = 24;

type Row = { segment: string; make: string; model: string; isOwn: boolean; period: string; units: number };

export async function readMarketTrends(db: DbOrTransaction, scope: ResolvedScope): Promise<MarketTrends> {
  const { store, asOf, filter = {} } = scope;
  const head = { storeCode: store.code, dataDate: asOf };
  const newest = await readNewest(db, store.id, asOf);
  if (!newest) return { ...head, region: null, months: [], segments: [] };
  const { rows } = await sql<Row>`
    select segment, make, model, make in (${ownMakes(store.id)}) as is_own, period, units
    from market_fact
    where store_id = ${store.id} and region = ${newest.region} and ${isInSegmentOf(filter)}
      and period between ${addPeriods(newest.period, 1 - TREND_MONTHS)} and ${newest.period}
    order by segment, make, model, period`.execute(db);
  const first = rows.reduce((least, { period }) => (period < least ? period : least), newest.period);
  const months = periodRange(first, newest.period);
  return { ...head, region: newest.region, months, segments: toSegments(rows, months) };
}

/** A month without a row is a month without a sale: the file lists what was sold. */
function toSegments(rows: readonly Row[], months: readonly string[]): MarketTrends['segments'] {
  const at = new Map(months.map((month, index) => [month, index]));
  const segments = new Map<string, Map<string, MarketTrends['segments'][number]['models'][number]>>();
  for (const { segment, make, model, isOwn, period, units } of rows) {
    const models = segments.get(segment) ?? new Map();
    segments.set(segment, models);
    const key = `${make}\n${model}`;
    const entry = models.get(key) ?? { make, model, isOwn, units: months.map(() => 0) };
    models.set(key, entry);
    entry.units[at.get(period) ?? 0] = units;
  }
  return [...segments].map(([segment, models]) => ({ segment, models: [...models.values()] }));
}

/**
 * The store's prices of new units beside the region's mean. What a unit is asked for and what it went for are kept
 * apart: the region states what was paid.
 */
export async function readMarketPrices(db: DbOrTransaction, scope: ResolvedScope): Promise<MarketPrices> {
  const { store, asOf } = scope;
  const newest = await readNewest(db, store.id, asOf);
  const models = newest ? await readPrices(db, scope, newest) : [];
  return {
    storeCode: store.code,
    dataDate: asOf,
    region: newest?.region ?? null,
    newestPeriod: newest?.period ?? null,
    models,
  };
}

async function readPrices(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
  newest: Newest,
): Promise<MarketPrices['models']> {
  const from = addPeriods(newest.period, 1 - MARKET_MONTHS);
  const { rows } = await sql<Omit<MarketPrices['models'][number], 'priceToMarket'>>`
    with market as (
      select segment, make, model,
             round(sum(average_price_cents * units) / sum(units)) as market_price_cents
      from market_fact
      where store_id = ${store.id} and region = ${newest.region} and units > 0
        and average_price_cents is not null and period between ${from} and ${newest.period}
      group by segment, make, model
    ), asked as (
      select make, model, count(*) as units_asking,
             percentile_disc(0.5) within group (order by price_cents) as asking_price_cents,
             percentile_cont(0.5) within group (order by age_days) as median_age_days
      from (${stockAsOf(store.id, asOf, { ...filter, condition: 'new' })}) stock join build on build.id = stock.build_id
      where on_ground and price_cents > 0 group by make, model
    ), sold as (
      select make, model, count(*) as units_sold,
             percentile_disc(0.5) within group (order by price_cents) as sold_price_cents
      from sale join build on build.id = sale.build_id
      where sale.store_id = ${store.id} and ${isCountedSale} and ${passesSale({ ...filter, condition: 'new' })} and price_cents > 0
        and sold_on between ${firstDay(from)} and ${asOf} group by make, model
    )
    select segment, make, model, market_price_cents, asking_price_cents, median_age_days, sold_price_cents,
           coalesce(units_asking, 0) as units_asking, coalesce(units_sold, 0) as units_sold
    from market left join asked using (make, model) left join sold using (make, model)
    where asked.make is not null or sold.make is not null
    order by segment, make, model`.execute(db);
  return rows.map((row) => ({
    ...row,
    priceToMarket: row.askingPriceCents === null ? null : row.askingPriceCents / row.marketPriceCents,
  }));
}
