/**
 * Reports that are written by themselves. Natural key: none; a store may have several alike in several folders.
 * `due_at` is when it is next written; null waits for the next import. `failures` counts since the last success.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table report_schedule (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    request jsonb not null,
    format text not null check (format in ('xlsx', 'pdf', 'csv', 'json', 'parquet')),
    folder text not null,
    cadence text not null check (cadence in ('after_import', 'daily', 'weekly')),
    weekday int check (weekday between 0 and 6),
    minute_of_day int not null check (minute_of_day between 0 and 1439),
    is_on boolean not null default true,
    due_at timestamptz,
    seen_batch_id bigint not null default 0,
    last_run_at timestamptz,
    last_path text,
    last_error text,
    failures int not null default 0,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create index report_schedule_store on report_schedule (store_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table report_schedule`.execute(db);
}
