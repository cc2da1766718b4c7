/**
 * What holds for every import: each row read is accounted for once, the same rows again change nothing, files that do not
 * overlap may come in either order, and a failure at any statement leaves no trace.
 */
import { importFiles } from '@engine/importing/import-files';
import { undoBatch } from '@engine/importing/undo-batch';
import { importOptionsSchema } from '@shared/contract/imports';
import { modelYearCode, vinCheckDigit } from '@shared/domain/vin';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';
import { failingDatabase, failsThere } from '../helpers/failing-database';

let harness: ImportHarness;
let files = 0;
beforeAll(async () => {
  harness = await openImportHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.dispose());

const put = (lines: readonly string[]) => harness.write(`laws${files++}.csv`, `${lines.join('\n')}\n`);

function vinOf(serial: number): string {
  const draft = `2HGFE2F50${modelYearCode(2025)}H${String(100_000 + serial)}`;
  return `${draft.slice(0, 8)}${vinCheckDigit(draft)}${draft.slice(9)}`;
}

const DEALS = 'Store,Deal #,VIN,Stock #,N/U,Year,Make,Model,Contract Date,Sale Type,Front Gross';
const STOCK = 'Store,VIN,Stock #,N/U,Year,Make,Model,Inventory Date,Price';

type Deal = { serial: number; day: number; gross: number };
const deal = (
  { serial, day, gross }: Deal,
  change: Partial<Record<'vin' | 'model' | 'date' | 'type', string>> = {},
) =>
  [
    'HARBOR',
    `D${serial}`,
    change.vin ?? vinOf(serial),
    `S${serial}`,
    'N',
    '2025',
    'Honda',
    change.model ?? 'Civic',
    change.date ?? `10/${day}/2026`,
    change.type ?? 'R',
    gross,
  ].join(',');

const ROW_KINDS = {
  good: (one: Deal) => deal(one),
  // O for 0 is repaired.
  repaired: (one: Deal) => deal(one, { vin: vinOf(one.serial).replace('0', 'O') }),
  'no model': (one: Deal) => deal(one, { model: '' }),
  'no date': (one: Deal) => deal(one, { date: 'soon' }),
  quote: (one: Deal) => deal(one, { type: 'Quote' }),
  repeated: (one: Deal) => `${deal(one)}\n${deal(one)}`,
  total: () => 'Total,,,,,,,,,,1234',
  heading: () => 'NEW RETAIL,,,,,,,,,,',
  blank: () => ',,,,,,,,,,',
};

const dealRow = fc.record({
  kind: fc.constantFrom(...(Object.keys(ROW_KINDS) as (keyof typeof ROW_KINDS)[])),
  deal: fc.record({
    serial: fc.integer({ min: 1, max: 40 }),
    day: fc.integer({ min: 13, max: 28 }),
    gross: fc.integer({ min: -900, max: 4_000 }),
  }),
});

describe('every row that is read', () => {
  it('is accepted, repaired, rejected, unchanged or ignored, and the same rows again change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dealRow, { minLength: 1, maxLength: 25 }), async (rows) => {
        await harness.clear();
        const first: Deal = { serial: 99, day: 13, gross: 500 };
        const file = put([DEALS, deal(first), ...rows.map(({ kind, deal: one }) => ROW_KINDS[kind](one))]);
        const batch = await harness.loadOne(file);
        const lines = rows.reduce(
          (sum, { kind }) => sum + (kind === 'blank' ? 0 : kind === 'repeated' ? 2 : 1),
          1,
        );
        const { read, accepted, repaired, rejected, unchanged, ignored } = batch.rows;
        expect(read).toBe(lines);
        expect(accepted + repaired + rejected + unchanged + ignored).toBe(read);
        expect(rejected).toBe(rows.filter(({ kind }) => kind.startsWith('no ')).length);
        expect(batch.reconciliation?.ignored.reduce((sum, { rows: count }) => sum + count, 0)).toBe(ignored);
        expect(batch.changes.added).toBe(accepted + repaired);
        const before = await harness.digest();
        const again = (await harness.loadOne(file)).rows;
        expect(again).toEqual({ ...batch.rows, accepted: 0, repaired: 0, unchanged: accepted + repaired });
        expect(await harness.digest()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });
});

const unit = (serial: number, price: number, store = 'HARBOR') =>
  `${store},${vinOf(serial)},S${serial},N,2025,Honda,Civic,9/20/2026,${price}`;

describe('two files that do not overlap', () => {
  it('may come in either order', async () => {
    const serials = (from: number) =>
      fc.uniqueArray(fc.integer({ min: from, max: from + 19 }), { minLength: 1, maxLength: 8 });
    const file = fc.tuple(fc.boolean(), fc.integer({ min: 13, max: 28 }));
    await fc.assert(
      fc.asyncProperty(serials(1), serials(21), file, file, async (ofOne, ofOther, one, other) => {
        const write = (which: number[], [isStock, day]: [boolean, number]) =>
          isStock
            ? {
                path: put([STOCK, ...which.map((serial) => unit(serial, 20_000 + serial))]),
                asOf: `2026-10-${day}`,
              }
            : { path: put([DEALS, ...which.map((serial) => deal({ serial, day, gross: serial * 10 }))]) };
        const digests = [];
        const first = write(ofOne, one);
        const second = write(ofOther, other);
        for (const order of [
          [first, second],
          [second, first],
        ]) {
          await harness.clear();
          await harness.loadOne(put([STOCK, unit(90, 1)]), { asOf: '2026-10-01' });
          for (const { path, ...options } of order) await harness.loadOne(path, options);
          digests.push(await orderlessDigest());
        }
        expect(digests[1]).toEqual(digests[0]);
      }),
      { numRuns: 5 },
    );
  });

  /** Ids of builds and stores depend on the order; what they stand for does not. */
  async function orderlessDigest(): Promise<unknown> {
    const stays =
      await harness.rows(`select e.vin, e.stock_number, b.model, e.status, e.received_on, e.price_cents, e.source,
      e.first_seen_on, e.last_seen_on, e.closed_on, e.close_reason from stock_episode e join build b on b.id = e.build_id
      order by e.vin, e.received_on`);
    const sold =
      await harness.rows(`select s.deal_number, s.vin, b.model, s.sold_on, s.front_gross_cents, e.vin as stay
      from sale s join build b on b.id = s.build_id left join stock_episode e on e.id = s.episode_id order by s.deal_number`);
    return { stays, sold };
  }
});

describe('a failure at any statement', () => {
  const HOOKS = { signal: new AbortController().signal, onProgress: () => undefined };

  /** What a stage leaves when even dropping it fails is temporary, and the next import's has another name. */
  const dropStages = () =>
    harness.rows(
      `do $$ declare t text; begin for t in select relname from pg_class where relname like 'stage%' and relkind = 'r'
       loop execute 'drop table pg_temp.' || t; end loop; end $$`,
    );

  const expectNoTraceAtAnyStatement = async (path: string, options: object) => {
    const parsed = importOptionsSchema.parse(options);
    const state = async () => ({
      digest: await harness.digest(),
      batches: await harness.rows('select id, undone_at from import_batch order by id'),
      listed: await harness.rows('select batch_id from import_batch_rows order by batch_id'),
      journal: await harness.rows('select count(*) as rows from import_journal'),
      departed: await harness.rows('select episode_id, left_by from departure order by 1'),
      builds: await harness.rows('select count(*) as builds from build'),
      stages: await harness.rows(
        `select relname from pg_class where relname like 'stage%' and relkind = 'r'`,
      ),
    });
    await dropStages();
    const before = await state();
    for (let at = 1; ; at++) {
      const { database, count } = failingDatabase(harness.context.database, at);
      const context = { ...harness.context, database };
      if (!(await failsThere(importFiles(context, [path], parsed, HOOKS)))) return count();
      await dropStages();
      expect(await state(), `statement ${at}`).toEqual(before);
    }
  };

  it('of a stock list that adds, changes, closes and counts departures leaves no trace', async () => {
    await harness.loadOne(put([STOCK, unit(1, 20_000), unit(2, 21_000), unit(3, 22_000)]), {
      asOf: '2026-10-01',
      coverage: 'full',
    });
    await harness.loadOne(put([DEALS, deal({ serial: 3, day: 14, gross: 900 })]));
    await harness.rows(`update store set settings = '{"treatDeparturesAsSales": true}'`);
    const next = put([STOCK, unit(1, 19_000), unit(4, 23_000)]);
    const statements = await expectNoTraceAtAnyStatement(next, { asOf: '2026-10-20', coverage: 'full' });
    expect(statements).toBeGreaterThan(30);
    expect(await harness.rows('select count(*) as sales from sale')).toEqual([{ sales: 2 }]);
  });

  it('of a deal list that adds, changes and reverses leaves no trace', async () => {
    await harness.loadOne(put([STOCK, unit(1, 20_000), unit(2, 21_000)]), { asOf: '2026-10-01' });
    await harness.loadOne(
      put([DEALS, deal({ serial: 1, day: 14, gross: 900 }), deal({ serial: 5, day: 15, gross: 1 })]),
    );
    const next = put([
      `${DEALS},Unwound`,
      `${deal({ serial: 1, day: 14, gross: 900 })},Y`,
      `${deal({ serial: 2, day: 16, gross: 700 })},`,
      `${deal({ serial: 5, day: 15, gross: 2 })},`,
      `${deal({ serial: 6, day: 15, gross: 2 }, { model: '' })},`,
    ]);
    const statements = await expectNoTraceAtAnyStatement(next, {});
    expect(statements).toBeGreaterThan(30);
    const [last] = await harness.rows<{ id: string }>('select max(id)::text as id from import_batch');
    expect((await undoBatch(harness.context, last?.id ?? '')).isUndone).toBe(true);
  });
});
