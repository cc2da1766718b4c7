/**
 * Draws among near-equal builds, kept with the chance of each so that they can be judged later. Grain: the line of a
 * plan whose build was drawn.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table plan_exploration (
    line_id bigint primary key references plan_line on delete cascade,
    propensity double precision not null check (propensity > 0 and propensity <= 1),
    given_up_cents bigint not null,
    instead_of text,
    -- Title, value, probability, score parts and whether it was drawn, for each build that could have been.
    choices jsonb not null
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table plan_exploration`.execute(db);
}
