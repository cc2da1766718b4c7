/**
 * What is stored as an import begins, so that rows can be given their ids, and unchanged ones be told, while the file
 * is read and on another thread. The final transaction checks that it still holds: ids are only taken for good there.
 */
import type { ImportKind } from '@shared/contract/imports';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database, DbOrTransaction } from '../../database/database';
import type { Tables } from '../../database/tables';
import { BUILD_COLUMNS } from './build-lines';
import { PlanOutdated } from './plan-outdated';
import { FIRST_STORE } from './resolve-stores';

/** The id that each table gives next. */
export type NextIds = {
  readonly store: number;
  readonly build: number;
  readonly importBatch: number;
  readonly sale: number;
  readonly stockEpisode: number;
};

export type StorePlan = {
  /** The store of every row, whatever it names; null where each row names its own. */
  readonly onlyId: number | null;
  readonly idsByCode: ReadonlyMap<string, number>;
};

/** Plain data: it crosses to the thread that reads the file. Buffers hold lines of COPY text. */
export type LoadPlan = {
  readonly nextIds: NextIds;
  /** Base64 of the key that seals customer data; null when it is not here. */
  readonly sealKey: string | null;
  /** Id and columns of each build. */
  readonly builds: Uint8Array;
  /** Null where rows cannot be told apart before the final transaction. */
  readonly stores: StorePlan | null;
  /** Store, id and row hash of each stored deal; empty for other kinds. */
  readonly storedHashes: readonly Uint8Array[];
  /** What stored deals and stays are matched by; null where new deals are not to be written apart. */
  readonly identities: Uint8Array | null;
};

export type PlanRequest = {
  readonly kind: ImportKind;
  readonly storeCode: string | undefined;
  /** Whether the file has a column for the store. */
  readonly isStoreStated: boolean;
  readonly rowsExpected: number;
  /** False for a second attempt: rows are then only told apart in the database. */
  readonly isQuick: boolean;
};

/** A table that so many times outgrows what is there is written anew, beside the old one. */
const LEAST_GROWTH = 10;
const LEAST_ROWS = 5_000;
/** Stored deals are read in pieces, so that other calls get their turn. */
const PIECE_IDS = 100_000;
/** For a small file it is cheaper to look its rows up than to read all that are stored. */
const MOST_READ_PER_ROW = 20;

export async function planLoad(database: Database, request: PlanRequest): Promise<LoadPlan> {
  const { db } = database;
  const nextIds = await readNextIds(db);
  const builds = await copyOut(
    database,
    sql`select id, ${sql.raw(BUILD_COLUMNS.join(', '))} from build order by id`,
  );
  const base = { nextIds, sealKey: database.secrets.exportKey(), builds };
  if (request.kind !== 'sales' || !request.isQuick)
    return { ...base, stores: null, storedHashes: [], identities: null };
  const stores = await planStores(db, request, nextIds);
  if (stores === null) return { ...base, stores, storedHashes: [], identities: null };
  const isReadWorthIt = nextIds.sale <= MOST_READ_PER_ROW * request.rowsExpected;
  return {
    ...base,
    stores,
    storedHashes: isReadWorthIt ? await readHashes(database, nextIds.sale) : [],
    identities: (await isFirstLoad(db, request)) ? await readIdentities(database) : null,
  };
}

export async function readNextIds(db: DbOrTransaction): Promise<NextIds> {
  const { rows } = await sql<NextIds>`select ${sql.join(
    ['store', 'build', 'import_batch', 'sale', 'stock_episode'].map(
      (table) =>
        sql`coalesce(pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass), 0) + 1 as ${sql.ref(table)}`,
    ),
  )}`.execute(db);
  const [ids] = rows;
  if (!ids) throw new Error('the sequences of ids cannot be read');
  return ids;
}

/** Throws PlanOutdated when rows were added since the plan was made. */
export async function checkPlan(
  transaction: Transaction<Tables>,
  { nextIds }: Pick<LoadPlan, 'nextIds'>,
): Promise<void> {
  const now = await readNextIds(transaction);
  for (const table of Object.keys(now) as (keyof NextIds)[]) {
    if (now[table] !== nextIds[table]) throw new PlanOutdated(`${table} grew during the import`);
  }
}

/** Null when the store of a row is only known in the end. */
async function planStores(
  db: DbOrTransaction,
  { storeCode, isStoreStated }: PlanRequest,
  nextIds: NextIds,
): Promise<StorePlan | null> {
  const stores = await db.selectFrom('store').select(['id', 'code']).orderBy('id').execute();
  const idsByCode = new Map(stores.map(({ id, code }) => [code, id]));
  if (storeCode !== undefined) return { onlyId: idsByCode.get(storeCode) ?? nextIds.store, idsByCode };
  if (isStoreStated) return { onlyId: null, idsByCode };
  if (stores.length > 1) return null;
  return { onlyId: stores[0]?.id ?? idsByCode.get(FIRST_STORE.code) ?? nextIds.store, idsByCode };
}

async function isFirstLoad(db: DbOrTransaction, { rowsExpected }: PlanRequest): Promise<boolean> {
  if (rowsExpected < LEAST_ROWS) return false;
  const most = sql.lit(Math.floor(rowsExpected / LEAST_GROWTH));
  const { rows } = await sql`
    (select 1 from sale offset ${most} limit 1) union all (select 1 from stock_episode offset ${most} limit 1)`.execute(
    db,
  );
  return rows.length === 0;
}

async function readHashes(database: Database, nextId: number): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (let from = 1; from < nextId; from += PIECE_IDS) {
    pieces.push(
      await copyOut(
        database,
        sql`select store_id, id, row_hash from sale where id >= ${sql.lit(from)} and id < ${sql.lit(from + PIECE_IDS)}`,
      ),
    );
  }
  return pieces;
}

/** As files state them: a sale that a departure stands for is none, and a corrected value hides the file's own. */
function readIdentities(database: Database): Promise<Uint8Array> {
  return copyOut(
    database,
    sql`select store_id, 'D', deal_number from sale where deal_number is not null and source <> 'departure'
      union all select store_id, 'V', vin from sale where vin is not null and source <> 'departure'
      union all select store_id, 'S', stock_number from sale where stock_number is not null and source <> 'departure'
      union all select store_id, case column_name when 'vin' then 'V' when 'deal_number' then 'D' else 'S' end, imported #>> '{}'
        from correction where column_name in ('vin', 'deal_number', 'stock_number') and imported #>> '{}' is not null
      union all select store_id, 'V', vin from stock_episode where vin is not null
      union all select store_id, 'S', stock_number from stock_episode where stock_number is not null`,
  );
}

function copyOut(database: Database, query: RawBuilder<unknown>): Promise<Uint8Array> {
  return database.db
    .transaction()
    .execute((transaction) => database.copyOut(transaction, query.compile(transaction).sql));
}
