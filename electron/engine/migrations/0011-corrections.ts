import { type Kysely, sql } from 'kysely';

/** Values corrected by hand, over what files say. Natural key: table, row, column. `imported` is the value below. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table correction (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    table_name text not null check (table_name in ('stock_episode', 'sale')),
    row_id bigint not null,
    column_name text not null,
    imported jsonb,
    corrected jsonb,
    note text,
    made_at timestamptz not null default now(),
    unique (table_name, row_id, column_name)
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table correction`.execute(db);
}
