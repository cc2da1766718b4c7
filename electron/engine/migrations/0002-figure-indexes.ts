/**
 * Indexes that figures read through. Stock on a day is what had not left by then: few rows among all the stays
 * that ever were. Counted deals carry what monthly sums need, so that those read the index alone.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index stock_episode_closed on stock_episode (store_id, closed_on)`.execute(db);
  await sql`create index sale_counted on sale (store_id, sold_on)
    include (condition, front_gross_cents, back_gross_cents, total_gross_cents)
    where deal_state = 'counted' and sale_type in ('retail', 'lease')`.execute(db);
  // Without them, removing a stay reads every sale and every snapshot to find those that refer to it.
  await sql`create index sale_episode on sale (episode_id)`.execute(db);
  await sql`create index inventory_snapshot_episode on inventory_snapshot (episode_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index inventory_snapshot_episode`.execute(db);
  await sql`drop index sale_episode`.execute(db);
  await sql`drop index sale_counted`.execute(db);
  await sql`drop index stock_episode_closed`.execute(db);
}
