/** What the catalogue says of the tables that a first load writes anew: keys, references and indexes. */
import { sql, type Transaction } from 'kysely';
import type { DbOrTransaction } from '../../database/database';
import type { Tables } from '../../database/tables';

/** Stays first: sales refer to them. */
export const TABLES = ['stock_episode', 'sale'] as const;
export type IncomingTable = (typeof TABLES)[number];

export type Definition = { name: string; table: string; definition: string };

const NAMES = TABLES.map((table) => `'public.${table}'::regclass`).join(', ');

/**
 * Checks are copied with the table. References to tables that stand hold of an empty table at once; keys, and what
 * refers to a key of these tables, are for filled ones.
 */
export async function constraintsOf(db: DbOrTransaction, state: 'empty' | 'filled'): Promise<Definition[]> {
  const isForEmpty = sql.raw(`(contype = 'f' and confrelid not in (${NAMES}))`);
  const { rows } = await sql<Definition>`
    select conname as name, relname as table, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.conrelid in (${sql.raw(NAMES)}) and contype in ('p', 'u', 'f') and ${isForEmpty} = ${state === 'empty'}
    order by array_position(array['p', 'u', 'f'], contype::text), k.oid`.execute(db);
  return rows;
}

export async function indexesOf(db: DbOrTransaction): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as table, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid in (${sql.raw(NAMES)})
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
    order by i.indexrelid`.execute(db);
  return rows;
}

/** References of other tables to these. */
export async function referencesTo(transaction: Transaction<Tables>): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where confrelid in (${sql.raw(NAMES)}) and conrelid not in (${sql.raw(NAMES)})
    order by oid`.execute(transaction);
  return rows;
}
