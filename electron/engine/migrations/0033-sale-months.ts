/**
 * Counted deals by store, month, condition and build, so that figures over months and years read a few rows instead of
 * every deal. A month is used only while `sale_month_kept` lists it: any change of a deal takes its month off that list,
 * whichever way it is made, and figures then read that month's deals until it is summed anew. Sums skip amounts that a
 * deal does not state; `with_...` count those that it does.
 *
 * The index of counted deals carries all that figures over days ask for. Those that do not count are few: an index of
 * their own finds them.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table sale_month (
    store_id bigint not null references store on delete cascade,
    month date not null,
    condition text not null,
    build_id bigint not null,
    units int not null,
    front_gross_cents bigint not null,
    with_front int not null,
    back_gross_cents bigint not null,
    with_back int not null,
    total_gross_cents bigint not null,
    with_total int not null,
    primary key (store_id, month, condition, build_id)
  )`.execute(db);
  await sql`create table sale_month_kept (
    store_id bigint not null references store on delete cascade,
    month date not null,
    primary key (store_id, month)
  )`.execute(db);
  await sql`create function forget_sale_months() returns trigger language plpgsql as $$
    begin
      delete from sale_month_kept kept using (
        select distinct store_id, date_trunc('month', sold_on::timestamp)::date as month from changed
      ) touched where kept.store_id = touched.store_id and kept.month = touched.month;
      return null;
    end $$`.execute(db);
  // A function, for a first load puts a new table in the place of `sale`, and a new table has no triggers.
  await sql`create function watch_sale_months() returns void language plpgsql as $$
    begin
      create trigger sale_months_inserted after insert on sale referencing new table as changed
        for each statement execute function forget_sale_months();
      create trigger sale_months_deleted after delete on sale referencing old table as changed
        for each statement execute function forget_sale_months();
      create trigger sale_months_updated_from after update on sale referencing old table as changed
        for each statement execute function forget_sale_months();
      create trigger sale_months_updated_to after update on sale referencing new table as changed
        for each statement execute function forget_sale_months();
      -- Loading switches ordinary triggers off, to save the checks of references.
      alter table sale enable always trigger sale_months_inserted;
      alter table sale enable always trigger sale_months_deleted;
      alter table sale enable always trigger sale_months_updated_from;
      alter table sale enable always trigger sale_months_updated_to;
    end $$`.execute(db);
  await sql`select watch_sale_months()`.execute(db);
  await sql`drop index sale_counted`.execute(db);
  await sql`create index sale_counted on sale (store_id, sold_on)
    include (condition, build_id, received_on, episode_id, front_gross_cents, back_gross_cents, total_gross_cents)
    where deal_state = 'counted' and sale_type in ('retail', 'lease')`.execute(db);
  await sql`create index sale_uncounted on sale (store_id, sold_on)
    where not (deal_state = 'counted' and sale_type in ('retail', 'lease'))`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index sale_uncounted`.execute(db);
  await sql`drop index sale_counted`.execute(db);
  await sql`create index sale_counted on sale (store_id, sold_on)
    include (condition, front_gross_cents, back_gross_cents, total_gross_cents)
    where deal_state = 'counted' and sale_type in ('retail', 'lease')`.execute(db);
  for (const name of ['inserted', 'deleted', 'updated_from', 'updated_to'])
    await sql.raw(`drop trigger sale_months_${name} on sale`).execute(db);
  await sql`drop function watch_sale_months`.execute(db);
  await sql`drop function forget_sale_months`.execute(db);
  await sql`drop table sale_month_kept`.execute(db);
  await sql`drop table sale_month`.execute(db);
}
