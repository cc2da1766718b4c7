/**
 * What a server's autovacuum would do and the embedded Postgres does not: gathers statistics of the tables that have
 * changed much since they were last gathered, so that queries are planned for what is there.
 */
import { sql } from 'kysely';
import type { Db, DbOrTransaction } from './database';

/** As a server's defaults have it: a tenth of the rows, and some. */
const CHANGED_SHARE = 0.1;
const LEAST_CHANGED = 50;

/** Each table in a statement of its own, so that other calls get their turn. */
export async function analyzeChanged(db: Db): Promise<void> {
  await countChanges(db);
  const { rows } = await sql<{ name: string }>`
    select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = 'public'
      and (s.n_mod_since_analyze > ${LEAST_CHANGED}::float8 + ${CHANGED_SHARE}::float8 * s.n_live_tup
        or c.reltuples < 0 and pg_relation_size(c.oid) > 0)
    order by s.relname`.execute(db);
  for (const { name } of rows) await analyzeTable(db, `public.${name}`);
}

/** `table` is a name with its schema. */
export async function analyzeTable(db: DbOrTransaction, table: string): Promise<void> {
  await countChanges(db);
  await sql`analyze ${sql.table(table)}`.execute(db);
}

/** Changes are counted with a delay of up to a second; those that came late would be taken for new ones. */
async function countChanges(db: DbOrTransaction): Promise<void> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
}
