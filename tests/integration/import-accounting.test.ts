/** What an import accounts for: totals against the file's own, batches compared, departures, corrections, undoing beside later imports. */
import { compareBatch } from '@engine/importing/account/compare-batches';
import { listCorrections, makeCorrection, takeCorrectionBack } from '@engine/importing/corrections/correct';
import { listDepartures } from '@engine/importing/departures/list-departures';
import { treatDeparturesAsSales } from '@engine/importing/departures/treat-as-sales';
import { describeUndo, undoBatch } from '@engine/importing/undo-batch';
import type { BatchComparison } from '@shared/contract/import-accounting';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const C = 'JH4KA7561PC008269';

let harness: ImportHarness;
let files = 0;
beforeAll(async () => {
  harness = await openImportHarness();
});
beforeEach(() => harness.clear());
afterAll(() => harness.dispose());

const load = (text: string, options: object = {}) =>
  harness.loadOne(harness.write(`file${files++}.csv`, text), options);

const STOCK = 'Dealer Id,VIN,Stock #,New/Used,Year,Make,Model,Trim,Inventory Date,Price';
type Unit = [vin: string, stock: string, price: number, trim?: string, store?: string];
const stock = (asOf: string, units: Unit[]) =>
  load(
    [
      STOCK,
      ...units.map(
        ([vin, number, price, trim = 'EX', store = 'HARBOR']) =>
          `${store},${vin},${number},U,2022,Honda,Accord,${trim},4/20/2026,${price}`,
      ),
    ].join('\n'),
    { asOf, coverage: 'full' },
  );

const DEALS =
  'Dealer Id,Deal Number,VIN,Stock #,New/Used,Year,Make,Model,Contract Date,Sales Price,Front Gross';
type Deal = [number: string, vin: string, stock: string, sold: string, gross: string];
const deals = (rows: Deal[]) =>
  load(
    [
      DEALS,
      ...rows.map(
        ([number, vin, stockNumber, sold, gross]) =>
          `HARBOR,${number},${vin},${stockNumber},U,2022,Honda,Accord,${sold},21000,${gross}`,
      ),
    ].join('\n'),
  );

describe('a file and its own totals', () => {
  const withTotal = (gross: string, label = 'Grand Total') =>
    load(
      [
        'Deal Number,VIN,Stock #,New/Used,Make,Model,Contract Date,Front Gross,Back Gross,City',
        `1,${A},A1,U,Honda,Accord,10/4/2026,"1,240.00",500.25,Dearborn`,
        `2,${B},B1,N,Chevrolet,Equinox,10/16/2026,(320.50),0,Flint`,
        `,,,,,,,,,`,
        `${label},,,,,,,${gross},500.25,`,
        '2 ITEMS LISTED.',
      ].join('\n'),
    );

  it('agree', async () => {
    // 1,240.00 - 320.50 = 919.50
    const { reconciliation, problems } = await withTotal('$919.50');
    expect(reconciliation?.totals).toEqual([
      {
        column: 'Front Gross',
        target: 'frontGross',
        totalCents: 91_950,
        rejectedCents: 0,
        statedCents: 91_950,
        isAgreed: true,
      },
      {
        column: 'Back Gross',
        target: 'backGross',
        totalCents: 50_025,
        rejectedCents: 0,
        statedCents: 50_025,
        isAgreed: true,
      },
    ]);
    expect(reconciliation).toMatchObject({
      totalsLine: 5,
      statedRows: 2,
      areRowsAgreed: true,
      dateColumns: ['Contract Date'],
      ambiguousDateColumns: [],
      droppedColumns: [{ column: 'City', reason: 'personal' }],
      ignored: [
        { reason: 'total', rows: 1, firstLine: 5 },
        { reason: 'footer', rows: 1, firstLine: 6 },
      ],
    });
    expect(problems).toEqual([]);
  });

  it('differ, and a warning names both figures', async () => {
    const { problems } = await withTotal('"$1,000.00"', 'Total');
    expect(problems).toMatchObject([
      { line: 5, column: 'Front Gross', code: 'TOTAL_DIFFERS', severity: 'warning' },
    ]);
    expect(problems[0]?.message).toContain('$1,000.00');
    expect(problems[0]?.message).toContain('$919.50');
    expect(problems[0]?.message).toContain('$80.50 less');
  });

  it('are those of sections when only sections have totals; an average is no total', async () => {
    const batch = await load(
      [
        'Stock #,Year,Make,Model,Miles,Price',
        'A1,2021,Honda,Accord,30000,20000',
        'A2,2021,Honda,Civic,30000,18000',
        'Total New,,,,,38000',
        'Averages,,,,,19000',
        'A3,2020,Honda,Pilot,30000,25000',
        'Total Used,,,,,25000',
      ].join('\n'),
    );
    expect(batch.reconciliation?.totals).toMatchObject([
      { totalCents: 6_300_000, statedCents: 6_300_000, isAgreed: true },
    ]);
  });

  it('count rejected rows, which the file totals too', async () => {
    const batch = await load(
      [
        'Stock #,VIN,Year,Make,Model,Price',
        `A1,${A},2021,Honda,Accord,20000`,
        `A2,${B},2021,Honda,,15000`,
        'Total,,,,,35000',
      ].join('\n'),
    );
    expect(batch.rows).toMatchObject({ read: 3, rejected: 1, ignored: 1 });
    expect(batch.reconciliation?.totals).toMatchObject([
      { totalCents: 3_500_000, rejectedCents: 1_500_000, isAgreed: true },
    ]);
  });

  it('say that a row repeats another', async () => {
    const batch = await load(
      `Stock #,VIN,Year,Make,Model,Price\nA1,${A},2021,Honda,Accord,20000\nA1,${A},2021,Honda,Accord,20000\n`,
    );
    expect(batch.rows).toMatchObject({ read: 2, ignored: 1 });
    expect(batch.reconciliation?.ignored).toEqual([
      { reason: 'repeats another row of the file', rows: 1, firstLine: 2 },
    ]);
  });
});

describe('a batch beside the one before it', () => {
  const compare = (batchId?: string, change?: 'added' | 'changed' | 'gone'): Promise<BatchComparison> =>
    compareBatch(harness.context.database.db, { batchId, change, offset: 0, limit: 100 });

  it('has added, changed and gone records, with the fields that differ', async () => {
    const first = await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    expect((await compare()).counts).toEqual({ added: 2, changed: 0, gone: 0, same: 0 });
    await stock('2026-05-02', [
      [A, 'A1', 19_500, 'EX-L'],
      [C, 'C1', 9_000],
    ]);
    const { previous, counts, rows, total } = await compare();
    expect(previous?.id).toBe(first.id);
    expect(counts).toEqual({ added: 1, changed: 1, gone: 1, same: 0 });
    expect(total).toBe(3);
    expect(rows).toEqual([
      {
        change: 'changed',
        storeCode: 'HARBOR',
        key: `A1, ${A}`,
        subject: '2022 Honda Accord EX-L',
        fields: [
          { field: 'priceCents', from: '2000000', to: '1950000', isMoney: true },
          { field: 'vehicle', from: '2022 Honda Accord EX', to: '2022 Honda Accord EX-L', isMoney: false },
        ],
      },
      { change: 'added', storeCode: 'HARBOR', key: `C1, ${C}`, subject: '2022 Honda Accord EX', fields: [] },
      { change: 'gone', storeCode: 'HARBOR', key: `B1, ${B}`, subject: '2022 Honda Accord EX', fields: [] },
    ]);
    expect((await compare(undefined, 'gone')).rows).toHaveLength(1);
    // Earlier batches can still be compared after later ones changed the same records.
    await stock('2026-05-03', [[A, 'A1', 18_000, 'EX-L']]);
    const again = await compare((Number(first.id) + 1).toString());
    expect(again.counts).toEqual(counts);
    expect(again.rows[0]?.fields[0]).toMatchObject({ from: '2000000', to: '1950000' });
  });

  it('compares deals of the days that both files cover', async () => {
    await deals([
      ['1', A, 'A1', '5/2/2026', '1000'],
      ['2', B, 'B1', '5/20/2026', '500'],
    ]);
    await deals([
      ['3', C, 'C1', '5/15/2026', '700'],
      ['4', A, 'A9', '6/2/2026', '900'],
    ]);
    const { counts, rows, comparedFrom, comparedTo } = await compare();
    // The later file begins on 5/15, the earlier one ends on 5/20: deal 2 is gone, deal 1 is not compared.
    expect([comparedFrom, comparedTo]).toEqual(['2026-05-15', '2026-05-20']);
    expect(counts).toEqual({ added: 2, changed: 0, gone: 1, same: 0 });
    expect(rows.find(({ change }) => change === 'gone')?.key).toBe(`2, B1, ${B}`);
  });

  it('is refused for a batch that was undone', async () => {
    const batch = await stock('2026-05-01', [[A, 'A1', 20_000]]);
    await undoBatch(harness.context, batch.id);
    await expect(compare(batch.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('what left stock without a deal', () => {
  const storeId = async (code = 'HARBOR') =>
    (await harness.rows<{ id: number }>(`select id from store where code = '${code}'`))[0]?.id ?? 0;
  const departures = async () =>
    listDepartures(harness.context.database.db, {
      storeId: await storeId(),
      asOf: undefined,
      outcome: undefined,
      offset: 0,
      limit: 100,
    });
  const counted = () =>
    harness.rows(
      `select vin, sold_on, sale_type, source, price_cents from sale where deal_state = 'counted' order by sold_on`,
    );

  it('is a departure, and no sale', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    await stock('2026-05-08', [[A, 'A1', 20_000]]);
    expect(await departures()).toMatchObject({
      counts: { unknown: 1, sold: 0, moved: 0 },
      departures: [
        // In stock from 4/20 to 5/8: 18 days.
        {
          vin: B,
          lastSeenOn: '2026-05-01',
          leftBy: '2026-05-08',
          daysInStock: 18,
          outcome: 'unknown',
          isCountedAsSale: false,
        },
      ],
    });
    expect(await counted()).toEqual([]);
  });

  it('is no departure any more when it is listed again, nor after an undo', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    const second = await stock('2026-05-08', [[A, 'A1', 20_000]]);
    await undoBatch(harness.context, second.id);
    expect((await departures()).total).toBe(0);
    await stock('2026-05-08', [[A, 'A1', 20_000]]);
    expect((await departures()).total).toBe(1);
    await stock('2026-05-09', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    expect((await departures()).total).toBe(0);
  });

  it('left by the first full list without it, in whatever order lists come', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    await stock('2026-05-08', [[A, 'A1', 20_000]]);
    await stock('2026-05-03', [[A, 'A1', 20_000]]);
    expect((await departures()).departures).toMatchObject([
      { lastSeenOn: '2026-05-01', leftBy: '2026-05-03' },
    ]);
  });

  it('becomes a sale when a sales file says so', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    await stock('2026-05-08', [[A, 'A1', 20_000]]);
    await deals([['7', B, 'B1', '5/5/2026', '800']]);
    expect(await departures()).toMatchObject({
      counts: { unknown: 0, sold: 1, moved: 0 },
      departures: [{ outcome: 'sold', dealNumber: '7', soldOn: '2026-05-05' }],
    });
  });

  it('moved when another store of the group has it', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    await stock('2026-05-08', [
      [A, 'A1', 20_000],
      [B, 'X7', 15_500, 'EX', 'NORTH'],
    ]);
    expect(await departures()).toMatchObject({
      counts: { unknown: 0, sold: 0, moved: 1 },
      departures: [{ outcome: 'moved', movedTo: 'NORTH' }],
    });
    await treatDeparturesAsSales(harness.context.database.db, await storeId(), true);
    expect(await counted()).toEqual([]);
  });

  it('counts as a sale where the store says so, until a sales file or the store says otherwise', async () => {
    const { db } = harness.context.database;
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000],
    ]);
    await stock('2026-05-08', [[A, 'A1', 20_000]]);
    const before = await harness.digest();
    expect(await treatDeparturesAsSales(db, await storeId(), true)).toBe(1);
    const assumed = {
      vin: B,
      soldOn: '2026-05-08',
      saleType: 'retail',
      source: 'departure',
      priceCents: 1_500_000,
    };
    expect(await counted()).toEqual([assumed]);
    expect(await treatDeparturesAsSales(db, await storeId(), false)).toBe(0);
    const { store: _then, ...was } = before;
    const { store: _now, ...is } = await harness.digest();
    expect(is).toEqual(was);
    // Turned on, later imports keep it up: the next departure counts at once, a deal replaces the assumption.
    await treatDeparturesAsSales(db, await storeId(), true);
    await stock('2026-05-15', [[C, 'C1', 9_000]]);
    expect(await counted()).toEqual([
      assumed,
      { ...assumed, vin: A, soldOn: '2026-05-15', priceCents: 2_000_000 },
    ]);
    const sold = await deals([['7', B, 'B1', '5/5/2026', '800']]);
    expect(sold.changes).toMatchObject({ added: 1, changed: 0 });
    expect(await counted()).toMatchObject([
      { vin: B, soldOn: '2026-05-05', source: 'file' },
      { vin: A, source: 'departure' },
    ]);
    await undoBatch(harness.context, sold.id);
    expect(await counted()).toMatchObject([{ vin: B, source: 'departure' }, { vin: A }]);
  });
});

describe('a correction made by hand', () => {
  const unit = async () =>
    (
      await harness.rows<{ id: number; priceCents: number; vin: string; trim: string }>(
        `select e.id, e.price_cents, e.vin, b.trim from stock_episode e join build b on b.id = e.build_id`,
      )
    )[0];
  const correct = async (field: string, value: string | null) =>
    makeCorrection(harness.context.database.db, {
      record: 'stock',
      recordId: String((await unit())?.id),
      field,
      value,
      note: 'seen on the lot',
      madeAt: '2026-05-01T10:00:00.000Z',
    });

  it('survives the next import, and taking it back shows what the files say by then', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const price = await correct('priceCents', '1950000');
    expect(price).toMatchObject({ key: `A1, ${A}`, from: '2000000', to: '1950000', field: 'priceCents' });
    expect(await unit()).toMatchObject({ priceCents: 1_950_000 });
    const next = await stock('2026-05-02', [[A, 'A1', 18_000]]);
    expect(next.changes).toMatchObject({ added: 0, changed: 1 });
    expect(await unit()).toMatchObject({ priceCents: 1_950_000 });
    const same = await stock('2026-05-03', [[A, 'A1', 18_000]]);
    expect(same.rows).toMatchObject({ unchanged: 1 });
    const { corrections } = await listCorrections(harness.context.database.db, { offset: 0, limit: 10 });
    expect(corrections).toMatchObject([{ from: '1800000', to: '1950000', isInForce: true }]);
    await takeCorrectionBack(harness.context.database.db, price.id);
    expect(await unit()).toMatchObject({ priceCents: 1_800_000 });
  });

  it('of a VIN does not make the next list add the vehicle again', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    await correct('vin', B);
    const next = await stock('2026-05-02', [[A, 'A1', 20_000]]);
    expect(next.changes).toMatchObject({ added: 0, closed: 0 });
    expect(await unit()).toMatchObject({ vin: B });
  });

  it('of the vehicle itself gives it another build', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const made = await correct('trim', 'Touring');
    expect(made).toMatchObject({
      field: 'vehicle',
      from: '2022 Honda Accord EX',
      to: '2022 Honda Accord Touring',
    });
    await stock('2026-05-02', [[A, 'A1', 19_000]]);
    expect(await unit()).toMatchObject({ trim: 'Touring', priceCents: 1_900_000 });
    await takeCorrectionBack(harness.context.database.db, made.id);
    expect(await unit()).toMatchObject({ trim: 'EX' });
  });

  it('stays when an import made before or after it is undone', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const second = await stock('2026-05-02', [[A, 'A1', 19_000]]);
    const made = await correct('priceCents', '1234500');
    await undoBatch(harness.context, second.id);
    expect(await unit()).toMatchObject({ priceCents: 1_234_500 });
    await takeCorrectionBack(harness.context.database.db, made.id);
    expect(await unit()).toMatchObject({ priceCents: 2_000_000 });
  });

  it('is in force again when the import of its vehicle was undone and comes again', async () => {
    const first = await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const price = await correct('priceCents', '1950000');
    await correct('vin', B);
    await undoBatch(harness.context, first.id);
    expect(await unit()).toBeUndefined();
    await stock('2026-05-02', [[A, 'A1', 18_000]]);
    expect(await unit()).toMatchObject({ priceCents: 1_950_000, vin: B });
    await takeCorrectionBack(harness.context.database.db, price.id);
    expect(await unit()).toMatchObject({ priceCents: 1_800_000, vin: B });
  });

  it.each([
    ['priceCents', 'cheap', 'whole cents'],
    ['receivedOn', '5/1/2026', 'YYYY-MM-DD'],
    ['status', 'gone', 'available'],
    ['condition', null, 'cannot be empty'],
    ['batchId', '1', 'cannot be corrected'],
  ])('refuses %s = %s', async (field, value, text) => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    await expect(correct(field, value)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining(text),
    });
  });
});

describe('undoing beside later imports of another kind', () => {
  it('tells beforehand and afterwards which rows keep their later change', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const list = await stock('2026-05-02', [[A, 'A1', 19_000]]);
    const sold = await deals([['1', A, 'A1', '5/10/2026', '900']]);
    const expected = { removed: 0, restored: 0, kept: [{ batchId: sold.id, kind: 'sales', rows: 1 }] };
    const before = await harness.digest();
    expect(await describeUndo(harness.context, list.id)).toMatchObject(expected);
    expect(await harness.digest()).toEqual(before);
    expect((await undoBatch(harness.context, list.id)).undo).toMatchObject(expected);
  });
});

describe('undoing a list whose unit was sold since', () => {
  it('tells that the unit stays', async () => {
    const list = await stock('2026-05-02', [
      [A, 'A1', 19_000],
      [B, 'B1', 15_000],
    ]);
    const sold = await deals([['1', A, 'A1', '5/10/2026', '900']]);
    const expected = { removed: 1, restored: 0, kept: [{ batchId: sold.id, kind: 'sales', rows: 1 }] };
    expect(await describeUndo(harness.context, list.id)).toMatchObject(expected);
    expect((await undoBatch(harness.context, list.id)).undo).toMatchObject(expected);
    expect(await harness.rows('select vin from stock_episode')).toEqual([{ vin: A }]);
  });
});

describe('undoing back to an older import', () => {
  it('leaves the stores as they were before it, and other stores as they are', async () => {
    await stock('2026-05-01', [[A, 'A1', 20_000]]);
    const before = await harness.digest();
    const second = await stock('2026-05-02', [
      [A, 'A1', 19_000],
      [B, 'B1', 15_000],
    ]);
    const sold = await deals([['1', A, 'A1', '5/10/2026', '900']]);
    const third = await stock('2026-05-12', [[B, 'B1', 14_000]]);
    const expected = [third, sold, second].map(({ id, kind }) => ({ id, kind }));
    const described = await describeUndo(harness.context, second.id, true);
    expect(described).toMatchObject({ batches: expected, kept: [] });
    const { undo } = await undoBatch(harness.context, second.id, true);
    expect(undo).toEqual(described);
    const { import_batch: _was, ...was } = before;
    const { import_batch: _is, ...is } = await harness.digest();
    expect(is).toEqual(was);
    await expect(undoBatch(harness.context, sold.id, true)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a file that names its store in its title alone', () => {
  it('goes to that store of several', async () => {
    await stock('2026-05-01', [
      [A, 'A1', 20_000],
      [B, 'B1', 15_000, 'EX', 'NORTH'],
    ]);
    await harness.rows(`update store set name = 'North Point Motors' where code = 'NORTH'`);
    const text = (title: string) =>
      `${title}\nas of 5/20/2026\n\nStock #,VIN,Year,Make,Model,Price\nC1,${C},2022,Acura,Integra,9000\n`;
    const batch = await load(text('North Point Motors - Used'));
    expect(batch.storeCodes).toEqual(['NORTH']);
    expect(batch.remarks.join(' ')).toContain('North Point Motors');
    const report = await harness.load(harness.write('elsewhere.csv', text('Elsewhere')));
    expect(report.refused).toMatchObject([{ code: 'STORE_UNKNOWN' }]);
  });
});
