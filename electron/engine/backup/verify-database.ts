/**
 * Looks for damage: pages and indexes (amcheck), rows that refer to nothing, imports whose rows do not add up, a
 * schema that is not what the migrations make. Reads only; what it needs for that is rolled back.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { sql, type Transaction } from 'kysely';
import type { Db } from '../database/database';
import { describeSchema } from '../database/describe-schema';
import { appliedMigration, latestMigration } from '../database/migrator';
import type { Tables } from '../database/tables';

const texts = engineTexts.keeping.checks;

export type Check = {
  /** As people read it. */
  name: string;
  /** How many things were looked at: tables, indexes, keys, imports, lines of the schema. */
  looked: number;
  /** In words; empty when the check passed. */
  problems: string[];
};

type Connection = Transaction<Tables>;

/** `expectedSchema` is what `describeSchema` says of a freshly made database; null leaves that comparison out. */
export async function verifyDatabase(db: Db, expectedSchema: readonly string[] | null): Promise<Check[]> {
  const checks: Check[] = [];
  const rolledBack = new Error('nothing of a verification is kept');
  await db
    .transaction()
    .execute(async (transaction) => {
      await sql`create extension amcheck`.execute(transaction);
      checks.push(await checkTables(transaction), await checkIndexes(transaction));
      throw rolledBack;
    })
    .catch((error: unknown) => {
      if (error !== rolledBack) throw error;
    });
  checks.push(await checkForeignKeys(db), await checkImports(db), await checkSchema(db, expectedSchema));
  return checks;
}

/** What a check finds, or why it could not look: where a page is damaged, every query that reads it fails. */
async function found(look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

type Relation = { oid: number; name: string };

/** Heap pages of user tables, catalogs and their oversized values: page checksums, headers, visibility. */
async function checkTables(transaction: Connection): Promise<Check> {
  const { rows } = await sql<Relation>`
    select c.oid::int as oid, c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 't', 'm') and c.relpersistence <> 't' order by name`.execute(transaction);
  const problems = await forEachSafely(transaction, rows, async ({ oid }) => {
    const pages = await sql<{ problem: string }>`
      select 'page ' || blkno || coalesce(', row ' || offnum, '') || ': ' || msg as problem
      from verify_heapam(${oid}::oid::regclass) limit 5`.execute(transaction);
    return pages.rows.map(({ problem }) => problem);
  });
  return { name: texts.names.tables, looked: rows.length, problems };
}

/** Every B-tree: its order, its pages, and that each row of its table is in it. */
async function checkIndexes(transaction: Connection): Promise<Check> {
  const { rows } = await sql<Relation>`
    select c.oid::int as oid, c.oid::regclass::text as name from pg_class c join pg_am a on a.oid = c.relam
    where c.relkind = 'i' and a.amname = 'btree' and c.relpersistence <> 't' order by name`.execute(
    transaction,
  );
  const problems = await forEachSafely(transaction, rows, async ({ oid }) => {
    await sql`select bt_index_check(${oid}::oid::regclass, true)`.execute(transaction);
    return [];
  });
  return { name: texts.names.indexes, looked: rows.length, problems };
}

/** A damaged page makes its statement fail: that is a finding, and the next relation is looked at. */
async function forEachSafely(
  transaction: Connection,
  relations: readonly Relation[],
  look: (relation: Relation) => Promise<string[]>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const relation of relations) {
    await sql`savepoint look`.execute(transaction);
    try {
      problems.push(...(await look(relation)).map((problem) => `${relation.name}: ${problem}`));
      await sql`release savepoint look`.execute(transaction);
    } catch (error) {
      problems.push(`${relation.name}: ${error instanceof Error ? error.message : String(error)}`);
      await sql`rollback to savepoint look`.execute(transaction);
    }
  }
  return problems;
}

type ForeignKey = {
  name: string;
  child: string;
  parent: string;
  childColumns: string[];
  parentColumns: string[];
};

/** Bulk loads leave Postgres' own check of references out, so they are counted here. */
async function checkForeignKeys(db: Db): Promise<Check> {
  const { rows } = await sql<ForeignKey>`
    select k.conname::text as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
      array(select attname::text from unnest(k.conkey) with ordinality u(number, position)
            join pg_attribute on attrelid = k.conrelid and attnum = u.number order by position) as child_columns,
      array(select attname::text from unnest(k.confkey) with ordinality u(number, position)
            join pg_attribute on attrelid = k.confrelid and attnum = u.number order by position) as parent_columns
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    order by child, name`.execute(db);
  const problems: string[] = [];
  for (const key of rows) {
    const ofKey = await found(async () => {
      const count = await countOrphans(db, key);
      if (count === 0) return [];
      return [texts.orphans(key.child, count, key.parent, key.name)];
    });
    problems.push(...ofKey);
  }
  return { name: texts.names.foreignKeys, looked: rows.length, problems };
}

async function countOrphans(db: Db, key: ForeignKey): Promise<number> {
  const pairs = key.childColumns.map((column, index) => [column, key.parentColumns[index] ?? ''] as const);
  const isSet = sql.join(
    pairs.map(([column]) => sql`c.${sql.ref(column)} is not null`),
    sql` and `,
  );
  const matches = sql.join(
    pairs.map(([column, parent]) => sql`p.${sql.ref(parent)} = c.${sql.ref(column)}`),
    sql` and `,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(key.child)} c
    where ${isSet} and not exists (select 1 from ${sql.table(key.parent)} p where ${matches})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** An import's rows are each accepted, repaired, rejected, unchanged or ignored; what it added is there. */
async function checkImports(db: Db): Promise<Check> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from import_batch`.execute(db);
  const problems = [
    ...(await found(() => findUnbalancedImports(db))),
    ...(await found(() => findRowsOfUndoneImports(db))),
  ];
  return { name: texts.names.imports, looked: rows[0]?.count ?? 0, problems };
}

async function findUnbalancedImports(db: Db): Promise<string[]> {
  const { rows } = await sql<{ problem: string | null }>`
    with batch as (
      select b.id, b.file_name, b.kind, b.undone_at, (b.counts ->> 'read')::int as read,
        (select sum(value::int) from jsonb_each_text(b.counts) where key <> 'read')::int as told,
        (b.counts ->> 'rejected')::int as rejected,
        (select count(distinct line)::int from import_problem p
         where p.batch_id = b.id and p.severity = 'rejected' and p.line is not null) as rejected_lines
      from import_batch b where b.counts ? 'read'
    )
    select case
      when read <> told then format('%s (import %s): %s rows were read, and %s are accounted for', file_name, id, read, told)
      when rejected <> rejected_lines
        then format('%s (import %s): %s rows were rejected, and %s are listed', file_name, id, rejected, rejected_lines)
      end as problem
    from batch`.execute(db);
  return rows.flatMap(({ problem }) => problem ?? []);
}

async function findRowsOfUndoneImports(db: Db): Promise<string[]> {
  const { rows } = await sql<{ problem: string }>`
    select format('%s: %s rows belong to an import that was undone (%s)', source, count(*), batch_id) as problem
    from (select 'sale' as source, batch_id from sale union all select 'stock_episode', batch_id from stock_episode
          union all select 'factory_order', batch_id from factory_order union all select 'allocation', batch_id from allocation
          union all select 'market_fact', batch_id from market_fact union all select 'feedback', batch_id from feedback) r
    join import_batch b on b.id = r.batch_id where b.undone_at is not null
    group by source, batch_id order by source, batch_id`.execute(db);
  return rows.map(({ problem }) => problem);
}

async function checkSchema(db: Db, expected: readonly string[] | null): Promise<Check> {
  const applied = (await appliedMigration(db)) ?? 'none';
  const found = await describeSchema(db);
  const problems: string[] = [];
  if (applied !== latestMigration) problems.push(texts.otherMigration(applied, latestMigration));
  else if (expected) {
    const present = new Set(found);
    const wanted = new Set(expected);
    problems.push(...expected.filter((line) => !present.has(line)).map((line) => texts.missing(line)));
    problems.push(...found.filter((line) => !wanted.has(line)).map((line) => texts.unexpected(line)));
  }
  return { name: texts.names.schema, looked: found.length, problems };
}
