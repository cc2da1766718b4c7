/**
 * Row counts and checksums of every table. A checksum is the sum of a hash of each row, so it does not depend on
 * the order in which rows lie. Comparable between copies of one cluster, not between versions of Postgres.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { TableDigest } from './manifest';

const texts = engineTexts.keeping.checks.table;

export async function digestTables(db: DbOrTransaction): Promise<TableDigest[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`.execute(db);
  const digests: TableDigest[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ rows: number; checksum: string }>`
      select count(*) as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as checksum
      from ${sql.table(name)} t`.execute(db);
    const digest = rows[0];
    if (digest) digests.push({ name, ...digest });
  }
  return digests;
}

/** In words, what differs; empty when every table has the same content. */
export function compareDigests(expected: readonly TableDigest[], found: readonly TableDigest[]): string[] {
  const byName = new Map(found.map((digest) => [digest.name, digest]));
  const known = new Set(expected.map(({ name }) => name));
  return [
    ...expected.flatMap(({ name, rows, checksum }) => {
      const other = byName.get(name);
      if (!other) return [texts.missing(name)];
      if (other.rows !== rows) return [texts.otherCount(name, other.rows, rows)];
      return other.checksum === checksum ? [] : [texts.otherContent(name, rows)];
    }),
    ...found.filter(({ name }) => !known.has(name)).map(({ name }) => texts.unexpected(name)),
  ];
}
