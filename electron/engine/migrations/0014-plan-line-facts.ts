/** What a plan line rests on, figure by figure, and the colours it is to be ordered in. Null in earlier plans. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plan_line add column facts jsonb, add column colors jsonb`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plan_line drop column facts, drop column colors`.execute(db);
}
