/** The log of lost sales: written by hand, taken back and put back, and read beside the stock and the gross. */
import { AppError } from '@shared/contract/errors';
import type { LostSale, LostSales, NewLostSale } from '@shared/contract/sales-analysis';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';

const MOST_LISTED = 200;
/** A gross of fewer days is a matter of luck. */
const GROSS_DAYS = 365;

const COLUMNS = sql`id::text as id, lost_on, condition, make, model, trim, exterior_color, reason`;

export async function listLostSales(
  db: DbOrTransaction,
  scope: ResolvedScope,
  windowDays: number,
): Promise<LostSales> {
  const { store, asOf } = scope;
  const isListed = isLost(scope, windowDays);
  const { rows: sales } = await sql<LostSale>`
    select ${COLUMNS} from lost_sale where ${isListed} order by lost_on desc, id desc limit ${MOST_LISTED}`.execute(
    db,
  );
  const { rows: models } = await sql<Omit<LostSales['models'][number], 'lostGrossCents'>>`
    with wanted as (
      select condition, make, model, count(*) as lost, count(*) filter (where reason = 'not_in_stock') as not_in_stock
      from lost_sale where ${isListed} group by 1, 2, 3
    ), here as (
      select condition, make, model, count(*) as available_now
      from (${stockAsOf(store.id, asOf)}) stock join build on build.id = stock.build_id
      where status = 'available' group by 1, 2, 3
    ), earned as (
      select sale.condition, make, model, round(avg(total_gross_cents)) as gross_per_unit_cents
      from sale join build on build.id = sale.build_id
      where sale.store_id = ${store.id} and ${isCountedSale}
        and sold_on between ${windowStart(asOf, GROSS_DAYS)} and ${asOf}
        and (sale.condition, make, model) in (select condition, make, model from wanted)
      group by 1, 2, 3
    )
    select wanted.*, coalesce(available_now, 0) as available_now, gross_per_unit_cents
    from wanted left join here using (condition, make, model) left join earned using (condition, make, model)
    order by lost desc, make, model, condition`.execute(db);
  return {
    dataDate: asOf,
    windowDays,
    total: models.reduce((sum, { lost }) => sum + lost, 0),
    sales,
    models: models.map((row) => ({
      ...row,
      lostGrossCents:
        row.grossPerUnitCents === null
          ? null
          : row.lost * (row.grossPerUnitCents + scope.settings.lostSaleCostCents),
    })),
  };
}

function isLost({ store, asOf, filter = {} }: ResolvedScope, windowDays: number): RawBuilder<boolean> {
  const { make, model, trim } = filter;
  const words = [
    make === undefined ? sql`true` : sql`make = ${make}`,
    model === undefined ? sql`true` : sql`model = ${model}`,
    trim === undefined ? sql`true` : sql`trim = ${trim}`,
    filter.condition === undefined ? sql`true` : sql`condition = ${filter.condition}`,
  ];
  return sql<boolean>`(store_id = ${store.id} and withdrawn_at is null
    and lost_on >= ${windowStart(asOf, windowDays)} and ${sql.join(words, sql` and `)})`;
}

/** The log is written today, which may lie after the day of the newest data. */
export async function addLostSale(
  db: DbOrTransaction,
  storeId: number,
  given: NewLostSale,
  today: string,
): Promise<LostSale> {
  if (given.lostOn > today)
    throw new AppError('BAD_INPUT', 'A sale cannot be lost on a day to come.', {
      nextStep: 'Choose today or a day before.',
    });
  const { rows } = await sql<LostSale>`
    insert into lost_sale (store_id, lost_on, condition, make, model, trim, exterior_color, reason)
    values (${storeId}, ${given.lostOn}, ${given.condition}, ${given.make}, ${given.model}, ${given.trim},
            ${given.exteriorColor}, ${given.reason})
    returning ${COLUMNS}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the insert returned no row');
  return row;
}

/** Takes one back, or puts it back. Throws NOT_FOUND for one that this store does not have. */
export async function withdrawLostSale(
  db: DbOrTransaction,
  storeId: number,
  { id, isWithdrawn, at }: { id: string; isWithdrawn: boolean; at: string },
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update lost_sale set withdrawn_at = ${isWithdrawn ? at : null}::timestamptz
    where store_id = ${storeId} and id = ${/^\d{1,18}$/.test(id) ? Number(id) : -1} returning id`.execute(db);
  if (rows.length === 0)
    throw new AppError('NOT_FOUND', 'That lost sale is not in the log of this store.', {
      nextStep: 'Look at the log again.',
    });
}
