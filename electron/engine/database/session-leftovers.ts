/**
 * Temporary tables of an engine that was killed. Postgres removes them when a session first makes a table of its
 * own, and a server's autovacuum before that; the embedded one has no autovacuum, so the next start does it.
 */
import { sql } from 'kysely';
import type { Db } from './database';

/** Returns how many tables there were. */
export async function removeSessionLeftovers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname like 'pg\\_temp\\_%' and c.relkind = 'r'`.execute(db);
  const count = rows[0]?.count ?? 0;
  if (count === 0) return 0;
  // The first temporary table takes the dead session's schema over, and Postgres empties it for that.
  await db.connection().execute(async (connection) => {
    await sql`create temporary table session_leftovers_sweep ()`.execute(connection);
    await sql`drop table session_leftovers_sweep`.execute(connection);
  });
  return count;
}
