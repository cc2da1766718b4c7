/**
 * Indexes by which a vehicle is found hold four bytes of a hash of its VIN or stock number instead of the text: VINs of a
 * maker begin alike, so that sorting them for a large import compared whole texts. What looks one up states both, the hash
 * and the text.
 */
import { type Kysely, sql } from 'kysely';

const INDEXES = [
  { name: 'sale_vin', on: 'sale', column: 'vin' },
  { name: 'stock_episode_vin', on: 'stock_episode', column: 'vin' },
  { name: 'stock_episode_stock_number', on: 'stock_episode', column: 'stock_number' },
] as const;

async function rebuild(db: Kysely<unknown>, keyOf: (column: string) => string): Promise<void> {
  for (const { name, on, column } of INDEXES) {
    await sql.raw(`drop index ${name}`).execute(db);
    await sql.raw(`create index ${name} on ${on} (${keyOf(column)})`).execute(db);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, (column) => `hashtext(${column})`);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, (column) => `${column}, store_id`);
}
