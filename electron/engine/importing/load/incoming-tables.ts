/**
 * A first load is written beside the tables it is for: `sale` and `stock_episode` in the schema `incoming`. Deals and the
 * stays that they ended arrive a chunk in each short transaction, without keys and indexes; those are built one at a time
 * when all rows are there. The final transaction puts the new tables, with the few rows of the old ones, in the place of
 * the old ones: it takes no longer for a million rows than for none. What a crash leaves in the schema is dropped at the
 * next start.
 *
 * References are not checked row by row while loading: every id is one that the same import read or gives.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { analyzeTable } from '../../database/analyze-changed';
import type { Database } from '../../database/database';
import { INCOMING_SCHEMA } from '../../database/session-leftovers';
import type { Tables } from '../../database/tables';
import type { EncodedRows } from './encode-rows';
import {
  constraintsOf,
  type Definition,
  type IncomingTable,
  indexesOf,
  referencesTo,
  TABLES,
} from './incoming-definitions';
import type { Repeats } from './known-deals';
import { NEW_SALE_COLUMNS, NEW_STAY_COLUMNS, SAME_IN_ALL } from './new-deals';
import { withoutReferenceChecks } from './without-reference-checks';

/** The keys of a million deals are sorted in it at once. */
const SORT_MEMORY = '160MB';

/** Common values kept of a column. Rows are read at random for it, 300 for each, and of a large table nearly every page. */
const STATISTICS = 40;

export class IncomingTables {
  /** How many pages the tables had when the last chunk came. */
  private pages: Readonly<Record<IncomingTable, number>> = { stock_episode: 0, sale: 0 };

  private constructor(private readonly database: Database) {}

  /** `batchId` is what the rows will be of. */
  static async create(database: Database, batchId: number): Promise<IncomingTables> {
    const incoming = new IncomingTables(database);
    await incoming.drop();
    await database.db.transaction().execute(async (transaction) => {
      await sql.raw(`create schema ${INCOMING_SCHEMA}`).execute(transaction);
      for (const table of TABLES) {
        await sql
          .raw(
            `create table ${INCOMING_SCHEMA}.${table} (like public.${table} including all excluding indexes)`,
          )
          .execute(transaction);
        await leaveOutOfStatistics(transaction, table);
        for (const [column, value] of Object.entries({ ...SAME_IN_ALL[table], batch_id: batchId }))
          await setDefault(transaction, table, column, sql`set default ${sql.lit(value)}`);
      }
      for (const constraint of await constraintsOf(transaction, 'empty'))
        await addConstraint(transaction, constraint);
    });
    return incoming;
  }

  /** Nothing is to survive a power cut before the last transaction: a chunk waits for no disk. */
  async add({ sales, stays }: Pick<EncodedRows, 'sales' | 'stays'>): Promise<void> {
    if (sales.length === 0) return;
    await this.write((transaction) =>
      withoutReferenceChecks(transaction, async () => {
        this.pages = await settleRows(transaction, this.pages);
        await this.copy(transaction, 'sale', NEW_SALE_COLUMNS, sales);
        if (stays.length > 0) await this.copy(transaction, 'stock_episode', NEW_STAY_COLUMNS, stays);
      }),
    );
  }

  private copy(
    transaction: Transaction<Tables>,
    table: IncomingTable,
    columns: readonly string[],
    rows: Uint8Array,
  ): Promise<void> {
    return this.database.copyInto(transaction, `${INCOMING_SCHEMA}.${table}`, [...columns], rows, 'binary');
  }

  /** What the tables need beside their rows, each step in a transaction of its own: keys, indexes, statistics. */
  async complete(signal: AbortSignal): Promise<void> {
    const { db } = this.database;
    await this.write(async (transaction) => {
      for (const table of TABLES)
        for (const column of [...Object.keys(SAME_IN_ALL[table]), 'batch_id'])
          await setDefault(transaction, table, column, sql`drop default`);
    });
    for (const constraint of await constraintsOf(db, 'filled')) {
      signal.throwIfAborted();
      await this.sort((transaction) => addConstraint(transaction, constraint));
    }
    for (const { definition } of await indexesOf(db)) {
      signal.throwIfAborted();
      await this.sort((transaction) =>
        sql.raw(definition.replace(' ON public.', ` ON ${INCOMING_SCHEMA}.`)).execute(transaction),
      );
    }
    for (const table of TABLES) {
      signal.throwIfAborted();
      await this.write(async (transaction) => {
        await sql`set local default_statistics_target = ${sql.lit(STATISTICS)}`.execute(transaction);
        await analyzeTable(transaction, `${INCOMING_SCHEMA}.${table}`);
      });
    }
  }

  private async sort(work: (transaction: Transaction<Tables>) => Promise<unknown>): Promise<void> {
    await this.write(async (transaction) => {
      await sql`set local maintenance_work_mem = ${sql.lit(SORT_MEMORY)}`.execute(transaction);
      await work(transaction);
    });
  }

  private async write(work: (transaction: Transaction<Tables>) => Promise<unknown>): Promise<void> {
    await this.database.db.transaction().execute(async (transaction) => {
      await sql`set local synchronous_commit = off`.execute(transaction);
      await work(transaction);
    });
  }

  /** Takes deals and their stays out again that later rows of the file replace; before the unique index is built. */
  async removeRepeats({ saleIds, stayIds }: Pick<Repeats, 'saleIds' | 'stayIds'>): Promise<void> {
    const removed = { sale: saleIds, stock_episode: stayIds };
    for (const table of TABLES) {
      if (removed[table].length === 0) continue;
      await this.write((transaction) =>
        withoutReferenceChecks(transaction, () =>
          sql`delete from ${sql.table(`${INCOMING_SCHEMA}.${table}`)} where id = any (${removed[table]}::bigint[])`.execute(
            transaction,
          ),
        ),
      );
    }
  }

  /** Puts the tables in the place of the real ones, whose rows they take over. */
  async takePlace(transaction: Transaction<Tables>): Promise<void> {
    await withoutReferenceChecks(transaction, async () => {
      for (const table of TABLES)
        await sql
          .raw(
            `insert into ${INCOMING_SCHEMA}.${table} overriding system value select * from public.${table} order by id`,
          )
          .execute(transaction);
    });
    const references = await referencesTo(transaction);
    for (const { name, table } of references)
      await sql.raw(`alter table ${table} drop constraint ${name}`).execute(transaction);
    for (const table of [...TABLES].reverse())
      await sql.raw(`drop table public.${table}`).execute(transaction);
    for (const table of TABLES) {
      await sql.raw(`alter table ${INCOMING_SCHEMA}.${table} set schema public`).execute(transaction);
      await sql
        .raw(
          `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table})) having (select max(id) from ${table}) > 0`,
        )
        .execute(transaction);
    }
    for (const { name, table, definition } of references)
      await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(transaction);
    await sql`select watch_sale_months()`.execute(transaction);
    await sql`delete from sale_month_kept`.execute(transaction);
    await sql.raw(`drop schema ${INCOMING_SCHEMA}`).execute(transaction);
  }

  async drop(): Promise<void> {
    await sql.raw(`drop schema if exists ${INCOMING_SCHEMA} cascade`).execute(this.database.db);
  }
}

/** While rows come, what they have in common is the default. */
async function setDefault(
  transaction: Transaction<Tables>,
  table: IncomingTable,
  column: string,
  action: RawBuilder<unknown>,
): Promise<void> {
  await sql`alter table ${sql.table(`${INCOMING_SCHEMA}.${table}`)} alter column ${sql.ref(column)} ${action}`.execute(
    transaction,
  );
}

async function addConstraint(
  transaction: Transaction<Tables>,
  { name, table, definition }: Definition,
): Promise<void> {
  // Names are looked for here first: a sale refers to the stays that come with it.
  await sql.raw(`set local search_path = ${INCOMING_SCHEMA}, public`).execute(transaction);
  await sql
    .raw(`alter table ${INCOMING_SCHEMA}.${table} add constraint ${name} ${definition}`)
    .execute(transaction);
}

/**
 * Reads the rows that came after the given pages, and says how many pages there are now. Whoever first reads a row notes
 * on its page that its transaction was committed; a page that a checkpoint wrote meanwhile goes to the log for that
 * once more, whole. Read by the chunk that follows, pages are still at hand.
 */
async function settleRows(
  transaction: Transaction<Tables>,
  after: Readonly<Record<IncomingTable, number>>,
): Promise<Record<IncomingTable, number>> {
  const pages = { ...after };
  for (const table of TABLES) {
    const name = `${INCOMING_SCHEMA}.${table}`;
    const { rows } = await sql<{ pages: number }>`
      select (pg_relation_size(${name}) / current_setting('block_size')::int)::int as pages, count(*)
      from ${sql.table(name)} where ctid >= ${sql.lit(`(${Math.max(0, after[table] - 1)},0)`)}`.execute(
      transaction,
    );
    pages[table] = rows[0]?.pages ?? 0;
  }
  return pages;
}

/** Columns without statistics stay so: this is not copied with a table. */
async function leaveOutOfStatistics(transaction: Transaction<Tables>, table: IncomingTable): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname::text as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attstattarget = 0`.execute(
    transaction,
  );
  for (const { name } of rows)
    await sql
      .raw(`alter table ${INCOMING_SCHEMA}.${table} alter column ${name} set statistics 0`)
      .execute(transaction);
}
