/** The two sides of the last weeks: what sold, and what could not because none was left. */
import type { Overview } from '@shared/contract/overview';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { passesSale } from '../figures/data-filter';
import type { ResolvedScope } from '../stores/resolve-scope';
import type { ModelFact } from './action-facts';

const LATELY_DAYS = 7;
/** Fewer sales in 90 days are chance. */
const LEAST_SALES = 3;

export async function readSoldLately(
  db: DbOrTransaction,
  { store, asOf, filter = {} }: ResolvedScope,
): Promise<Overview['soldLately']> {
  const { rows } = await sql<Overview['soldLately'][number]>`
    select condition, make, model, count(*)::int as units, sum(total_gross_cents)::bigint as total_gross_cents
    from sale join build on build.id = sale.build_id
    where sale.store_id = ${store.id} and ${isCountedSale} and ${passesSale(filter)}
      and sold_on between ${windowStart(asOf, LATELY_DAYS)} and ${asOf}
    group by condition, make, model order by units desc, make, model`.execute(db);
  return rows;
}

/** At the rate of the last 90 days, a month of 30: 9 sold are 3 a month. The dearest first. */
export function missedSales(facts: readonly ModelFact[]): Overview['missed'] {
  return facts
    .filter(({ available, soldIn90 }) => available === 0 && soldIn90 >= LEAST_SALES)
    .map(({ condition, make, model, soldIn90, grossPerUnitCents, onOrder }) => ({
      ...{ condition, make, model, onOrder },
      unitsAMonth: soldIn90 / 3,
      grossAMonthCents:
        grossPerUnitCents === null ? null : Math.max(0, Math.round((soldIn90 / 3) * grossPerUnitCents)),
    }))
    .sort((a, b) => (b.grossAMonthCents ?? 0) - (a.grossAMonthCents ?? 0));
}
