/** The stock that a list's filter lets through, with its builds; named `listed`. */
import type { StockFilter } from '@shared/contract/inventory';
import { type RawBuilder, sql } from 'kysely';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';

/** Begins a statement: `with stock as (...), listed as (...)`. */
export function withListedStock({ store, asOf }: ResolvedScope, filter: StockFilter): RawBuilder<unknown> {
  return sql`
    with stock as (${stockAsOf(store.id, asOf)}),
    listed as (select stock.*, make, model, model_year, body, trim, drivetrain, engine, package, exterior_color,
                      interior_color
               from stock join build on build.id = stock.build_id where ${passesFilter(filter)})`;
}

function passesFilter(filter: StockFilter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (filter.condition) conditions.push(sql`condition = ${filter.condition}`);
  if (filter.status === 'on_ground') conditions.push(sql`on_ground`);
  else if (filter.status) conditions.push(sql`status = ${filter.status}`);
  if (filter.make) conditions.push(sql`make = ${filter.make}`);
  if (filter.model) conditions.push(sql`model = ${filter.model}`);
  if (filter.trim) conditions.push(sql`trim = ${filter.trim}`);
  if (filter.minAgeDays !== undefined) conditions.push(sql`age_days >= ${filter.minAgeDays}::int`);
  if (filter.maxAgeDays !== undefined) conditions.push(sql`age_days <= ${filter.maxAgeDays}::int`);
  if (filter.text?.trim()) {
    const pattern = `%${filter.text.trim().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      sql`concat_ws(' ', stock_number, vin, make, model, trim, exterior_color) ilike ${pattern}`,
    );
  }
  return sql.join(conditions, sql` and `);
}
