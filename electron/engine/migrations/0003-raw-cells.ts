/**
 * What the file said of a deal, as the text of a JSON list: its mapped, non-personal cells in the order of its batch's
 * columns, which name them once for all rows. Objects that repeat every name, parsed into jsonb, took two thirds of the
 * time of writing a deal; a cast to jsonb reads it where it is asked for.
 */
import { type Kysely, sql } from 'kysely';

/** The kept columns of the batch `b`, in their order. */
const KEPT = sql`jsonb_array_elements(b.columns) with ordinality c (definition, position)
  where b.id = s.batch_id and c.definition ->> 'target' is not null and not (c.definition ->> 'isPersonal')::boolean`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sale alter column raw drop default, alter column raw type text using raw::text`.execute(
    db,
  );
  await sql`update sale s set raw = coalesce(
    (select json_agg(coalesce(s.raw::jsonb ->> (c.definition ->> 'source'), '') order by c.position)::text
     from import_batch b, ${KEPT}), '[]')`.execute(db);
  await sql`alter table sale alter column raw set default '[]'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update sale s set raw = coalesce(
    (select jsonb_object_agg(named.source, named.cell)::text from (
       select c.definition ->> 'source' as source,
         s.raw::jsonb ->> (row_number() over (order by c.position) - 1)::int as cell
       from import_batch b, ${KEPT}) named
     where named.cell <> ''), '{}')`.execute(db);
  await sql`alter table sale alter column raw drop default`.execute(db);
  await sql`alter table sale alter column raw type jsonb using raw::jsonb`.execute(db);
  await sql`alter table sale alter column raw set default '{}'`.execute(db);
}
