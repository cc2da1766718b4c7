/**
 * The other half of what a server's autovacuum would do: clears the tables of which much was added or replaced, so that
 * an index can answer without looking at the rows and the room of replaced rows is used again.
 */
import { sql } from 'kysely';
import type { Database } from './database';

/** As a server's defaults have it: a fifth of the rows, and some. */
const CHANGED_SHARE = 0.2;
const LEAST_CHANGED = 1_000;

/** Each table in a statement of its own, so that other calls get their turn. */
export async function clearChanged(database: Database): Promise<void> {
  await sql`select pg_stat_force_next_flush()`.execute(database.db);
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables
    where schemaname = 'public' and greatest(n_ins_since_vacuum, n_dead_tup)
      > ${LEAST_CHANGED}::float8 + ${CHANGED_SHARE}::float8 * n_live_tup
    order by relname`.execute(database.db);
  for (const { name } of rows) await database.runAlone(`vacuum public."${name}"`);
}
