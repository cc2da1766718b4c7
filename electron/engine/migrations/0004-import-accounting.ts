/**
 * What accounts for imports. A batch keeps its reconciliation and which rows it listed, so that two batches can be
 * compared; departures have a table; sales that only a departure stands for are marked, so that they can be taken back.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_batch add column reconciliation jsonb`.execute(db);
  // The ids of the rows that the batch listed, changed or not. Ids mostly follow each other: ranges of them are short.
  await sql`create table import_batch_rows (
    batch_id bigint not null references import_batch on delete cascade,
    store_id bigint not null references store on delete cascade,
    row_ids int8multirange not null,
    primary key (batch_id, store_id)
  )`.execute(db);
  await sql`create index import_journal_row on import_journal (table_name, row_id, batch_id)`.execute(db);
  // One stay that a full list lacked and no deal explained then. Natural key: the stay. left_by is the first full
  // list without it.
  await sql`create table departure (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    episode_id bigint not null unique references stock_episode on delete cascade,
    last_seen_on date not null,
    left_by date not null
  )`.execute(db);
  await sql`create index departure_store on departure (store_id, left_by)`.execute(db);
  await sql`alter table sale add column source text not null default 'file' check (source in ('file', 'departure'))`.execute(
    db,
  );
  await sql`create index sale_of_departure on sale (store_id) where source = 'departure'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from sale where source = 'departure'`.execute(db);
  await sql`drop index sale_of_departure`.execute(db);
  await sql`alter table sale drop column source`.execute(db);
  await sql`drop table departure`.execute(db);
  await sql`drop index import_journal_row`.execute(db);
  await sql`drop table import_batch_rows`.execute(db);
  await sql`alter table import_batch drop column reconciliation`.execute(db);
}
