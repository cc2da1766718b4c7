/**
 * Indexes by which a vehicle or a deal is found begin with the VIN or number instead of the store: nearly every row has
 * another, so that sorting them for a large import decides by the first column alone, in half the time. A look-up
 * states both, and is as fast either way.
 */
import { type Kysely, sql } from 'kysely';

type Index = {
  name: string;
  create: string;
  on: string;
  columns: readonly [string, ...string[]];
  rest: string;
};

const INDEXES: readonly Index[] = [
  {
    name: 'sale_natural_key',
    create: 'create unique index',
    on: 'sale',
    columns: ['deal_number', 'vin'],
    rest: 'nulls not distinct where deal_number is not null',
  },
  { name: 'sale_vin', create: 'create index', on: 'sale', columns: ['vin'], rest: '' },
  { name: 'stock_episode_vin', create: 'create index', on: 'stock_episode', columns: ['vin'], rest: '' },
  {
    name: 'stock_episode_stock_number',
    create: 'create index',
    on: 'stock_episode',
    columns: ['stock_number'],
    rest: '',
  },
];

async function rebuild(
  db: Kysely<unknown>,
  order: (columns: readonly string[]) => readonly string[],
): Promise<void> {
  for (const { name, create, on, columns, rest } of INDEXES) {
    await sql.raw(`drop index ${name}`).execute(db);
    await sql.raw(`${create} ${name} on ${on} (${order(columns).join(', ')}) ${rest}`).execute(db);
  }
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, (columns) => [...columns, 'store_id']);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, (columns) => ['store_id', ...columns]);
}
