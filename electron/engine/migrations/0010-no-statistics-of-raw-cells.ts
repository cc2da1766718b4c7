/**
 * No statistics of raw cells and hashes: no row is looked up by them, and reading a sample of them was most of the time
 * of gathering statistics.
 */
import { type Kysely, sql } from 'kysely';

const TABLES = ['sale', 'stock_episode', 'factory_order'];

async function setStatistics(db: Kysely<unknown>, target: string): Promise<void> {
  for (const table of TABLES) {
    for (const column of ['raw', 'row_hash']) {
      await sql.raw(`alter table ${table} alter column ${column} set statistics ${target}`).execute(db);
    }
  }
}

export function up(db: Kysely<unknown>): Promise<void> {
  return setStatistics(db, '0');
}

export function down(db: Kysely<unknown>): Promise<void> {
  return setStatistics(db, 'default');
}
