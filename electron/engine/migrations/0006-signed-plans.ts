/**
 * A plan keeps the question it answered, so that its limits can be priced and tried out later; what was worked out
 * beside it; and when it was signed off. A signed plan never changes: a later one supersedes it.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plan_run
    add column question jsonb,
    add column analysis jsonb,
    add column analysed_at timestamptz,
    add column signed_off_at timestamptz,
    add column signed_off_note text,
    add column superseded_by bigint references plan_run on delete set null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plan_run
    drop column question, drop column analysis, drop column analysed_at,
    drop column signed_off_at, drop column signed_off_note, drop column superseded_by`.execute(db);
}
