/**
 * Runs migrations by Kysely's Migrator, forward and backward. The table that records them is asked first:
 * the Migrator's own introspection costs a fifth of a second, and mostly there is nothing to do.
 */
import { type Kysely, Migrator, sql } from 'kysely';
import { migrations } from '../migrations/migrations';

export const latestMigration: string = Object.keys(migrations).sort().at(-1) ?? '';

/** Brings the schema to `target` (the newest by default). Throws what the failing migration threw. */
export async function migrate<T>(db: Kysely<T>, target: string = latestMigration): Promise<void> {
  if ((await appliedMigration(db)) === target) return;
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateTo(target);
  if (error) throw error;
}

/** Removes every table again, newest migration first. */
export async function migrateDown<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  for (let step = 0; step < Object.keys(migrations).length; step++) {
    const { error } = await migrator.migrateDown();
    if (error) throw error;
  }
}

/** Name of the newest applied migration; undefined in an empty database. */
export async function appliedMigration<T>(db: Kysely<T>): Promise<string | undefined> {
  const plain = db.withoutPlugins();
  const exists = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(plain);
  if (!exists.rows[0]?.found) return undefined;
  const newest = await sql<{
    name: string;
  }>`select name from kysely_migration order by name desc limit 1`.execute(plain);
  return newest.rows[0]?.name;
}
