/**
 * Buyers who left without a vehicle: what was wanted and why not. Natural key: none; two buyers may want the same on a
 * day. No column holds anything about the person, and there is none to write it into. A row that was taken back stays,
 * so that taking back can be undone.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lost_sale (
    id bigint generated always as identity primary key,
    store_id bigint not null references store on delete cascade,
    lost_on date not null,
    condition text not null check (condition in ('new', 'used')),
    make text not null,
    model text not null,
    trim text,
    exterior_color text,
    reason text not null check (reason in ('not_in_stock', 'wrong_build', 'price', 'trade_in', 'wait_too_long', 'other')),
    created_at timestamptz not null default now(),
    withdrawn_at timestamptz
  )`.execute(db);
  await sql`create index lost_sale_store on lost_sale (store_id, lost_on)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table lost_sale`.execute(db);
}
