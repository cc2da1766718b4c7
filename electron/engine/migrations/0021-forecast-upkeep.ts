/**
 * Adjustments in units beside those by a factor, and what a kept series needs to go on from: which series it is, the question
 * that was asked (models, options, program), its last period and the season it was lent.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table forecast_adjustment
    alter column factor drop not null,
    add column units double precision,
    add constraint forecast_adjustment_change check ((factor is null) <> (units is null))`.execute(db);
  await sql`alter table forecast_cache
    add column series_key text,
    add column question text,
    add column through text,
    add column season jsonb`.execute(db);
  await sql`create index forecast_cache_series on forecast_cache (store_id, series_key, question, through)`.execute(
    db,
  );
}

/** Adjustments in units are dropped: there is no factor that says the same. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index forecast_cache_series`.execute(db);
  await sql`alter table forecast_cache
    drop column series_key, drop column question, drop column through, drop column season`.execute(db);
  await sql`delete from forecast_adjustment where factor is null`.execute(db);
  await sql`alter table forecast_adjustment
    drop constraint forecast_adjustment_change, drop column units, alter column factor set not null`.execute(
    db,
  );
}
