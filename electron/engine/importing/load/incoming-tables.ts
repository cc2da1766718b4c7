/**
 * A first load is written beside the tables it is for: `sale` and `stock_episode` in the schema `incoming`. Deals arrive a
 * chunk in each short transaction, and the stays that they ended are recorded from them, in tables that are not logged and
 * have only their keys yet; then they are made logged ones, and indexes are built one at a time. The final transaction puts
 * the new tables, with the few rows of the old ones, in the place of the old ones: it takes no longer for a million
 * rows than for none. What a crash leaves in the schema is dropped at the next start.
 *
 * References are not checked row by row while loading: every id is one that the same import read or gives.
 */
import { sql, type Transaction } from 'kysely';
import { analyzeTable } from '../../database/analyze-changed';
import type { Database } from '../../database/database';
import { INCOMING_SCHEMA } from '../../database/session-leftovers';
import type { Tables } from '../../database/tables';
import { NEW_SALE_COLUMNS } from './encode-rows';
import type { Repeats } from './known-deals';
import { withoutReferenceChecks } from './without-reference-checks';

/** Stays first: sales refer to them. */
const TABLES = ['stock_episode', 'sale'] as const;
export type IncomingTable = (typeof TABLES)[number];

/** The keys of a million deals are sorted in it at once. */
const SORT_MEMORY = '160MB';

type Definition = { name: string; table: string; definition: string };

export class IncomingTables {
  private constructor(private readonly database: Database) {}

  static async create(database: Database): Promise<IncomingTables> {
    const incoming = new IncomingTables(database);
    await incoming.drop();
    await database.db.transaction().execute(async (transaction) => {
      await sql.raw(`create schema ${INCOMING_SCHEMA}`).execute(transaction);
      for (const table of TABLES) {
        await sql
          .raw(
            `create unlogged table ${INCOMING_SCHEMA}.${table} (like public.${table} including all excluding indexes)`,
          )
          .execute(transaction);
        await leaveOutOfStatistics(transaction, table);
      }
      await addConstraints(transaction);
    });
    return incoming;
  }

  /**
   * Adds deals, as lines of COPY text in the order of their ids, and records their stays. Nothing is to survive a power cut
   * before the last transaction: it waits for no disk.
   */
  async add(deals: Uint8Array): Promise<void> {
    if (deals.length === 0) return;
    await this.write((transaction) =>
      withoutReferenceChecks(transaction, async () => {
        const before = await lastDeal(transaction);
        await this.database.copyInto(transaction, `${INCOMING_SCHEMA}.sale`, [...NEW_SALE_COLUMNS], deals);
        await recordStays(transaction, before, await lastDeal(transaction));
      }),
    );
  }

  /** What the tables need beside their rows, each step in a transaction of its own: a log, indexes, statistics. */
  async complete(signal: AbortSignal): Promise<void> {
    const { db } = this.database;
    for (const table of TABLES) {
      signal.throwIfAborted();
      await this.write((transaction) =>
        sql.raw(`alter table ${INCOMING_SCHEMA}.${table} set logged`).execute(transaction),
      );
    }
    for (const { definition } of await indexesOf(db)) {
      signal.throwIfAborted();
      await this.write((transaction) =>
        sql.raw(definition.replace(' ON public.', ` ON ${INCOMING_SCHEMA}.`)).execute(transaction),
      );
    }
    for (const table of TABLES) await analyzeTable(db, `${INCOMING_SCHEMA}.${table}`);
  }

  private async write(work: (transaction: Transaction<Tables>) => Promise<unknown>): Promise<void> {
    await this.database.db.transaction().execute(async (transaction) => {
      await sql`set local synchronous_commit = off`.execute(transaction);
      await sql`set local maintenance_work_mem = ${sql.lit(SORT_MEMORY)}`.execute(transaction);
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

async function addConstraints(transaction: Transaction<Tables>): Promise<void> {
  const constraints = await constraintsOf(transaction);
  // Names are looked for here first: a sale refers to the stays that come with it.
  await sql.raw(`set local search_path = ${INCOMING_SCHEMA}, public`).execute(transaction);
  for (const { name, table, definition } of constraints) {
    await sql
      .raw(`alter table ${INCOMING_SCHEMA}.${table} add constraint ${name} ${definition}`)
      .execute(transaction);
  }
}

async function lastDeal(transaction: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from ${sql.table(`${INCOMING_SCHEMA}.sale`)}`.execute(transaction);
  return rows[0]?.id ?? 0;
}

/**
 * The stays in stock that deals ended and that nothing else shows: each began on the deal's own in-date. Both ends are
 * stated, so that a table without statistics is read through its key.
 */
async function recordStays(transaction: Transaction<Tables>, after: number, upTo: number): Promise<void> {
  await sql`
    insert into ${sql.table(`${INCOMING_SCHEMA}.stock_episode`)} (id, store_id, vin, stock_number, build_id, condition,
      is_certified, status, received_on, odometer_miles, cost_cents, price_cents, msrp_cents, source, first_seen_on,
      last_seen_on, closed_on, close_reason, row_hash, batch_id)
    overriding system value
    select episode_id, store_id, vin, stock_number, build_id, condition, is_certified, 'available', received_on,
      odometer_miles, cost_cents, price_cents, msrp_cents, 'sale', received_on, sold_on, sold_on, 'sold', '', batch_id
    from ${sql.table(`${INCOMING_SCHEMA}.sale`)}
    where id > ${sql.lit(after)} and id <= ${sql.lit(upTo)} and episode_id is not null order by id`.execute(
    transaction,
  );
}

const NAMES = TABLES.map((table) => `'public.${table}'::regclass`).join(', ');

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

/** Primary keys, then references; checks are copied with the table. */
async function constraintsOf(transaction: Transaction<Tables>): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select conname as name, relname as table, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.conrelid in (${sql.raw(NAMES)}) and contype in ('p', 'u', 'f')
    order by array_position(array['p', 'u', 'f'], contype::text), k.oid`.execute(transaction);
  return rows;
}

async function indexesOf(db: Database['db']): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as table, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid in (${sql.raw(NAMES)})
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
    order by i.indexrelid`.execute(db);
  return rows;
}

/** References of other tables to these. */
async function referencesTo(transaction: Transaction<Tables>): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where confrelid in (${sql.raw(NAMES)}) and conrelid not in (${sql.raw(NAMES)})
    order by oid`.execute(transaction);
  return rows;
}
