/**
 * What an engine that was killed leaves behind: temporary tables, and the tables that a first load was writing.
 * Postgres removes temporary tables when a session first makes one of its own, and a server's autovacuum before
 * that; the embedded one has no autovacuum, so the next start does it.
 */
import { sql } from 'kysely';
import type { Db } from './database';

/** Where an import writes tables that are to take the place of the real ones. */
export const INCOMING_SCHEMA = 'incoming';

/** Returns how many temporary tables there were. */
export async function removeSessionLeftovers(db: Db): Promise<number> {
  // Asked in one statement, because there is mostly nothing to do and every start waits for it.
  const { rows } = await sql<{ count: number; hasIncoming: boolean }>`
    select to_regnamespace(${INCOMING_SCHEMA}) is not null as has_incoming,
           (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname like 'pg\\_temp\\_%' and c.relkind = 'r') as count`.execute(db);
  const { count = 0, hasIncoming = false } = rows[0] ?? {};
  if (hasIncoming) await sql`drop schema ${sql.ref(INCOMING_SCHEMA)} cascade`.execute(db);
  if (count === 0) return 0;
  // The first temporary table takes the dead session's schema over, and Postgres empties it for that.
  await db.connection().execute(async (connection) => {
    await sql`create temporary table session_leftovers_sweep ()`.execute(connection);
    await sql`drop table session_leftovers_sweep`.execute(connection);
  });
  return count;
}
