/** The shared filter as conditions of SQL, over whatever columns hold a row's condition, build and age. */
import type { DataFilter } from '@shared/contract/data-filter';
import { type RawBuilder, sql } from 'kysely';

type Columns = { condition: RawBuilder<unknown>; buildId: RawBuilder<unknown> };

/** By condition and build; true where the filter says nothing of them. */
export function passesBuild(filter: DataFilter, { condition, buildId }: Columns): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (filter.condition) conditions.push(sql`${condition} = ${filter.condition}`);
  const wanted = (['make', 'model', 'trim'] as const).flatMap((name) =>
    filter[name] === undefined ? [] : [sql`${sql.ref(`wanted.${name}`)} = ${filter[name]}`],
  );
  if (wanted.length > 0) {
    conditions.push(
      sql`${buildId} in (select wanted.id from build wanted where ${sql.join(wanted, sql` and `)})`,
    );
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** By days in stock; what has no age passes only while no age is asked for. */
export function passesAge(
  { minAgeDays, maxAgeDays }: DataFilter,
  ageDays: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const conditions = [sql`true`];
  if (minAgeDays !== undefined) conditions.push(sql`${ageDays} >= ${minAgeDays}::int`);
  if (maxAgeDays !== undefined) conditions.push(sql`${ageDays} <= ${maxAgeDays}::int`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** A condition on `sale`: its days to turn are looked up only when the filter asks for an age. */
export function passesSale(filter: DataFilter): RawBuilder<boolean> {
  const build = passesBuild(filter, {
    condition: sql.ref('sale.condition'),
    buildId: sql.ref('sale.build_id'),
  });
  const daysToTurn = sql`greatest(0, sale.sold_on - coalesce(sale.received_on,
    (select received_on from stock_episode where stock_episode.id = sale.episode_id)))`;
  return sql<boolean>`(${build} and ${passesAge(filter, daysToTurn)})`;
}
