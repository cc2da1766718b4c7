/** The schema as lines of text, sorted: columns, indexes, constraints, triggers. Two equal schemas give equal lines. */
import { sql } from 'kysely';
import type { DbOrTransaction } from './database';

export async function describeSchema(db: DbOrTransaction): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end
           || coalesce(' default ' || column_default, '') as line
    from information_schema.columns where table_schema = 'public'
    union all
    select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public'
    union all
    select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select tgrelid::regclass::text || ' ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text
    from pg_trigger where not tgisinternal
    order by line`.execute(db);
  return rows.map((row) => row.line);
}
