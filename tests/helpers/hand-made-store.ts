/** Stores, stays, deals and orders written by hand into a test database, with defaults for what a test ignores. */
import type { DbOrTransaction } from '@engine/database/database';
import type { FactoryOrderTable, SaleTable, StockEpisodeTable } from '@engine/database/tables';
import type { Insertable } from 'kysely';

type Vehicle = { make?: string; model?: string; trim?: string | null };
type StayGiven = Partial<Insertable<StockEpisodeTable>> & Vehicle;
type SaleGiven = Partial<Insertable<SaleTable>> & Vehicle & { soldOn: string };
type OrderGiven = Partial<Insertable<FactoryOrderTable>> & Vehicle;

export type HandMadeStore = {
  storeId: number;
  batchId: number;
  addStay: (given: StayGiven) => Promise<number>;
  addSale: (given: SaleGiven) => Promise<number>;
  addOrder: (given: OrderGiven) => Promise<number>;
  /** The as-of day of a stock snapshot, which is what a store's data date comes from. */
  addSnapshot: (asOf: string, episodeId: number, status: string, priceCents: number | null) => Promise<void>;
};

export async function addHandMadeStore(
  db: DbOrTransaction,
  code: string,
  settings: Record<string, unknown> = {},
): Promise<HandMadeStore> {
  const store = await db
    .insertInto('store')
    .values({ code, name: `Store ${code}`, region: 'North', settings: JSON.stringify(settings) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const batch = await db
    .insertInto('importBatch')
    .values({
      fileName: 'by-hand.csv',
      fileHash: code,
      kind: 'inventory',
      format: 'csv',
      profileId: null,
      storeIds: [store.id],
      asOf: '2026-06-30',
      asOfSource: 'option',
      coverage: 'full',
      counts: JSON.stringify({ read: 0, accepted: 0, repaired: 0, rejected: 0, unchanged: 0, ignored: 0 }),
      changes: JSON.stringify({ added: 0, changed: 0, closed: 0, reversed: 0 }),
      columns: '[]',
      sourcePath: null,
      options: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const common = { storeId: store.id, batchId: batch.id, rowHash: '', raw: '{}' };

  const buildId = async ({ make = 'Ford', model = 'F-150', trim = 'XLT' }: Vehicle): Promise<number> => {
    const build = { make, model, trim };
    const known = await db
      .selectFrom('build')
      .select('id')
      .where('make', '=', make)
      .where('model', '=', model)
      .where('trim', 'is not distinct from', trim)
      .executeTakeFirst();
    if (known) return known.id;
    const added = await db.insertInto('build').values(build).returning('id').executeTakeFirstOrThrow();
    return added.id;
  };

  return {
    storeId: store.id,
    batchId: batch.id,
    addStay: async ({ make, model, trim, ...given }) => {
      const row = await db
        .insertInto('stockEpisode')
        .values({
          ...common,
          buildId: await buildId(defined({ make, model, trim })),
          condition: 'new',
          status: 'available',
          source: 'inventory',
          firstSeenOn: '2026-06-30',
          lastSeenOn: '2026-06-30',
          ...given,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    addSale: async ({ make, model, trim, ...given }) => {
      const row = await db
        .insertInto('sale')
        .values({
          ...common,
          buildId: await buildId(defined({ make, model, trim })),
          condition: 'new',
          saleType: 'retail',
          dealState: 'counted',
          ...given,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    addOrder: async ({ make, model, trim, ...given }) => {
      const row = await db
        .insertInto('factoryOrder')
        .values({
          ...common,
          buildId: await buildId(defined({ make, model, trim })),
          orderNumber: 'A001',
          status: 'scheduled',
          orderType: 'stock',
          lastSeenOn: '2026-06-30',
          ...given,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    addSnapshot: async (asOf, episodeId, status, priceCents) => {
      await db
        .insertInto('inventorySnapshot')
        .values({ storeId: store.id, asOf, episodeId, status, priceCents, batchId: batch.id })
        .execute();
    },
  };
}

function defined({ make, model, trim }: { [Name in keyof Vehicle]: Vehicle[Name] | undefined }): Vehicle {
  return {
    ...(make === undefined ? {} : { make }),
    ...(model === undefined ? {} : { model }),
    ...(trim === undefined ? {} : { trim }),
  };
}
