/** Replays that were run, and what a user says of an outcome in his own words. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table replay_run (
      id bigint generated always as identity primary key,
      store_id bigint not null references store on delete cascade,
      as_of date not null,
      outcome jsonb not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index replay_run_store on replay_run (store_id, id)`.execute(db);
  await sql`alter table feedback add column note text`.execute(db);
  // Reading a store's newest outcomes page by page.
  await sql`create index feedback_newest on feedback (store_id, recommended_on, id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index feedback_newest`.execute(db);
  await sql`alter table feedback drop column note`.execute(db);
  await sql`drop table replay_run`.execute(db);
}
