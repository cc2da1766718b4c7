/**
 * What a forecast rests on and what became of it: builds and used units as series of their own, the working behind each
 * number, finished series kept for the same data, scores against what happened, adjustments by hand, and which
 * trim took over from which.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table forecast_run
    add column details jsonb not null default '{}'`.execute(db);
  await sql`alter table forecast_series
    add column condition text not null default 'new' check (condition in ('new', 'used')),
    add column body text,
    add column drivetrain text,
    add column engine text,
    add column package text,
    add column details jsonb not null default '{}'`.execute(db);
  // Finished series by the hash of their data and options, so that only what changed is fitted again.
  await sql`create table forecast_cache (
    store_id bigint not null references store on delete cascade,
    hash text not null,
    forecast jsonb not null,
    used_at timestamptz not null,
    primary key (store_id, hash)
  )`.execute(db);
  // One forecast period against what was sold in it, once it is over.
  await sql`create table forecast_outcome (
    series_id bigint not null references forecast_series on delete cascade,
    period text not null,
    steps_ahead int not null,
    actual double precision not null,
    mean double precision not null,
    adjusted_mean double precision,
    naive double precision,
    naive_scale double precision,
    naive_square double precision,
    pinball double precision not null,
    naive_pinball double precision,
    within80 boolean not null,
    within90 boolean not null,
    primary key (series_id, period)
  )`.execute(db);
  await sql`create table forecast_adjustment (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    series_key text not null,
    first_period text not null,
    last_period text not null,
    factor double precision not null check (factor >= 0),
    reason text not null,
    made_as_of date not null,
    created_at timestamptz not null default now(),
    removed_at timestamptz
  )`.execute(db);
  await sql`create index forecast_adjustment_store on forecast_adjustment (store_id, series_key)`.execute(db);
  // What the user said of a succession: confirmed though it was not found, or rejected though it was.
  await sql`create table trim_succession (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    make text not null,
    from_model text not null,
    from_trim text,
    to_model text not null,
    to_trim text,
    decision text not null check (decision in ('confirmed', 'rejected')),
    decided_at timestamptz not null default now(),
    unique nulls not distinct (store_id, make, from_model, from_trim, to_model, to_trim)
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['trim_succession', 'forecast_adjustment', 'forecast_outcome', 'forecast_cache']) {
    await sql.raw(`drop table ${table}`).execute(db);
  }
  await sql`alter table forecast_series
    drop column condition, drop column body, drop column drivetrain, drop column engine, drop column package,
    drop column details`.execute(db);
  await sql`alter table forecast_run drop column details`.execute(db);
}
