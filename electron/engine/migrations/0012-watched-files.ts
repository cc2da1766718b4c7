/** Files seen in the watched folder, one row for each content of each path. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table watched_file (
    id bigint generated always as identity primary key,
    folder text not null,
    file text not null,
    bytes bigint not null,
    modified_at timestamptz not null,
    -- Null for what was there before watching began: it was never read.
    file_hash text,
    state text not null,
    message text not null default '',
    next_step text,
    batch_ids bigint[] not null default '{}',
    seen_at timestamptz not null
  )`.execute(db);
  await sql`create index watched_file_place on watched_file (folder, file, id)`.execute(db);
  await sql`create index watched_file_hash on watched_file (file_hash)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table watched_file`.execute(db);
}
