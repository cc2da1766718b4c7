/**
 * What a user keeps of the window: saved views (user x name), the cards of a screen (user x screen), and the news that
 * the store's work made (one row a fact, told once). A user is the account of the operating system.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table saved_view (
    id bigint generated always as identity primary key,
    user_name text not null,
    name text not null,
    screen text not null,
    search jsonb not null,
    is_default boolean not null default false,
    created_at timestamptz not null default now(),
    unique (user_name, name)
  )`.execute(db);
  await sql`create unique index saved_view_default on saved_view (user_name) where is_default`.execute(db);
  await sql`create table screen_layout (
    user_name text not null,
    screen text not null,
    cards jsonb not null,
    primary key (user_name, screen)
  )`.execute(db);
  await sql`create table notification (
    id bigint generated always as identity primary key,
    store_id bigint references store on delete cascade,
    kind text not null,
    fact_key text not null unique,
    title text not null,
    detail text not null,
    target jsonb not null,
    created_at timestamptz not null default now(),
    read_at timestamptz
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['notification', 'screen_layout', 'saved_view'])
    await sql`drop table ${sql.table(table)}`.execute(db);
}
