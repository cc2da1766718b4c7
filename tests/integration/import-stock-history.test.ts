/** Stays in stock over several lists and deals: identity, closing, reopening, undoing. Small files, made here. */
import { undoBatch } from '@engine/importing/undo-batch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';

type Unit = {
  vin?: string;
  stock?: string;
  received?: string;
  age?: string;
  price?: string;
  status?: string;
  nu?: string;
};

function stockList(units: Unit[]): string {
  const rows = units.map(
    ({ vin = '', stock = '', received = '', age = '', price = '20000', status = 'In Stock', nu = 'U' }) =>
      ['HARBOR', vin, stock, nu, '2022', 'Honda', 'Accord', received, age, price, status].join(','),
  );
  return ['Dealer Id,VIN,Stock #,New/Used,Year,Make,Model,Inventory Date,Age,Price,Status', ...rows].join(
    '\n',
  );
}

type Deal = {
  number?: string;
  vin?: string;
  stock?: string;
  sold: string;
  received?: string;
  state?: string;
  type?: string;
  price?: string;
};

function dealList(deals: Deal[]): string {
  const rows = deals.map(
    ({ number = '', vin = '', stock = '', sold, received = '', state = 'F', type = 'R', price = '21000' }) =>
      [
        'HARBOR',
        number,
        vin,
        stock,
        'U',
        '2022',
        'Honda',
        'Accord',
        sold,
        received,
        state,
        type,
        price,
        '1500',
      ].join(','),
  );
  return [
    'Dealer Id,Deal Number,VIN,Stock #,New/Used,Year,Make,Model,Contract Date,Inventory Date,Deal Status,Sale Type,Sales Price,Front Gross',
    ...rows,
  ].join('\n');
}

type Stay = {
  vin: string | null;
  stockNumber: string | null;
  receivedOn: string;
  status: string;
  source: string;
  closedOn: string | null;
  closeReason: string | null;
};

describe('stays in stock', () => {
  let harness: ImportHarness;
  let files = 0;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  beforeEach(() => harness.clear());
  afterAll(() => harness.dispose());

  const stock = (asOf: string, units: Unit[], coverage = 'full') =>
    harness.loadOne(harness.write(`stock${files++}.csv`, stockList(units)), { asOf, coverage });
  const deals = (list: Deal[]) => harness.loadOne(harness.write(`deals${files++}.csv`, dealList(list)));
  const stays = () =>
    harness.rows<Stay>(`select vin, stock_number, received_on, status, source, closed_on, close_reason
      from stock_episode order by received_on, stock_number`);

  it('closes what a full list lacks, and not what a partial list lacks', async () => {
    await stock('2026-05-01', [
      { vin: A, stock: 'A1', received: '4/20/2026' },
      { vin: B, stock: 'B1', received: '4/22/2026' },
    ]);
    const partial = await stock('2026-05-02', [{ vin: A, stock: 'A1', received: '4/20/2026' }], 'partial');
    expect(partial.changes.closed).toBe(0);
    const full = await stock('2026-05-03', [{ vin: A, stock: 'A1', received: '4/20/2026' }]);
    expect(full.changes).toEqual({ added: 0, changed: 0, closed: 1, reversed: 0 });
    expect(await stays()).toMatchObject([
      { vin: A, closedOn: null },
      { vin: B, closedOn: '2026-05-03', closeReason: 'departed' },
    ]);
  });

  it('does not close used stock by a full list of new vehicles', async () => {
    await stock('2026-05-01', [{ vin: A, stock: 'A1', received: '4/20/2026', nu: 'U' }]);
    await stock('2026-05-02', [{ vin: B, stock: 'B1', received: '4/20/2026', nu: 'N' }]);
    expect((await stays()).filter(({ closedOn }) => closedOn !== null)).toEqual([]);
  });

  it('goes on with a stay whose in-date changes: the earliest stated date wins, an age never overrides it', async () => {
    await stock('2026-05-01', [{ vin: A, stock: 'A1', received: '4/20/2026' }]);
    await stock('2026-05-02', [{ vin: A, stock: 'A1', received: '4/25/2026', price: '19000' }]);
    await stock('2026-05-03', [{ vin: A, stock: 'A1', age: '90', price: '18000' }]);
    expect(await stays()).toMatchObject([{ receivedOn: '2026-04-20', closedOn: null }]);
    await stock('2026-05-04', [{ vin: A, stock: 'A1', received: '4/18/2026', price: '17000' }]);
    expect(await stays()).toMatchObject([{ receivedOn: '2026-04-18' }]);
  });

  it('takes an in-date from the age where none is stated', async () => {
    await stock('2026-05-11', [{ vin: A, stock: 'A1', age: '10' }]);
    expect(await stays()).toMatchObject([{ receivedOn: '2026-05-01' }]);
  });

  it('matches by stock number and the end of the VIN, and by stock number alone', async () => {
    await stock('2026-05-01', [
      { vin: A, stock: 'A1', received: '4/20/2026' },
      { stock: 'B1', received: '4/20/2026' },
    ]);
    await stock('2026-05-02', [
      { vin: A.slice(-8), stock: 'A1', received: '4/20/2026' },
      { vin: B, stock: 'B1', received: '4/20/2026' },
    ]);
    const found = await stays();
    expect(found).toHaveLength(2);
    expect(found[1]).toMatchObject({ vin: B, stockNumber: 'B1' });
  });

  it('begins a new stay when a vehicle comes back after a sale', async () => {
    await stock('2026-05-01', [{ vin: A, stock: 'A1', received: '4/20/2026' }]);
    await deals([{ number: '1', vin: A, stock: 'A1', sold: '5/10/2026', received: '4/20/2026' }]);
    await stock('2026-08-01', [{ vin: A, stock: 'A1B', received: '7/20/2026' }]);
    expect(await stays()).toMatchObject([
      { stockNumber: 'A1', closedOn: '2026-05-10', closeReason: 'sold' },
      { stockNumber: 'A1B', closedOn: null, status: 'available' },
    ]);
  });

  it('keeps a unit that is sold but still listed, as not available, in either order of import', async () => {
    const unit = { vin: A, stock: 'A1', received: '4/20/2026' };
    const deal = { number: '1', vin: A, stock: 'A1', sold: '4/30/2026', received: '4/20/2026' };
    await stock('2026-05-01', [unit]);
    await deals([deal]);
    const first = await stays();
    await harness.clear();
    await deals([deal]);
    await stock('2026-05-01', [unit]);
    expect(await stays()).toEqual(first);
    expect(first).toMatchObject([{ status: 'sold_not_delivered', closedOn: null, source: 'inventory' }]);
  });

  it('records a stay that only a sale tells of, and takes it back when the deal is reversed', async () => {
    await deals([{ number: '1', vin: A, stock: 'A1', sold: '5/10/2026', received: '4/20/2026' }]);
    expect(await stays()).toMatchObject([
      { source: 'sale', receivedOn: '2026-04-20', closedOn: '2026-05-10' },
    ]);
    const reversal = await deals([
      { number: '1', vin: A, stock: 'A1', sold: '5/10/2026', received: '4/20/2026', state: 'U' },
    ]);
    expect(reversal.changes).toEqual({ added: 0, changed: 1, closed: 0, reversed: 1 });
    expect(await stays()).toEqual([]);
    await undoBatch(harness.context, reversal.id);
    expect(await stays()).toMatchObject([{ source: 'sale', closedOn: '2026-05-10' }]);
    expect(
      await harness.rows(
        'select s.deal_state, e.source from sale s join stock_episode e on e.id = s.episode_id',
      ),
    ).toEqual([{ dealState: 'counted', source: 'sale' }]);
  });

  it('opens a stay again when its deal is reversed', async () => {
    await stock('2026-05-01', [{ vin: A, stock: 'A1', received: '4/20/2026' }]);
    await deals([{ number: '1', vin: A, stock: 'A1', sold: '5/10/2026' }]);
    expect(await stays()).toMatchObject([{ closedOn: '2026-05-10', closeReason: 'sold' }]);
    await deals([{ number: '1', vin: A, stock: 'A1', sold: '5/10/2026', state: 'U' }]);
    expect(await stays()).toMatchObject([{ closedOn: null, closeReason: null }]);
  });

  it('does not count pending deals, and changes them when they are booked', async () => {
    await deals([{ number: '1', vin: A, sold: '5/10/2026', received: '4/20/2026', state: 'P' }]);
    expect(await stays()).toEqual([]);
    const booked = await deals([
      { number: '1', vin: A, sold: '5/10/2026', received: '4/20/2026', state: 'B' },
    ]);
    expect(booked.changes).toMatchObject({ added: 0, changed: 1 });
    expect(await stays()).toHaveLength(1);
  });

  it('matches a deal without a number by VIN and a date within a week', async () => {
    await deals([{ number: '1', vin: A, sold: '5/10/2026' }]);
    const again = await deals([{ vin: A, sold: '5/14/2026' }]);
    expect(again.changes).toMatchObject({ added: 0, changed: 1 });
    const other = await deals([{ vin: A, sold: '9/14/2026' }]);
    expect(other.changes).toMatchObject({ added: 1, changed: 0 });
  });

  it('adds an older list as history and changes nothing newer', async () => {
    await stock('2026-05-10', [{ vin: A, stock: 'A1', received: '4/20/2026', price: '18000' }]);
    await stock('2026-05-01', [
      { vin: A, stock: 'A1', received: '4/20/2026', price: '20000' },
      { vin: B, stock: 'B1', received: '4/1/2026' },
    ]);
    expect(await stays()).toMatchObject([
      { vin: B, closedOn: '2026-05-10', closeReason: 'departed' },
      { vin: A, closedOn: null },
    ]);
    expect(
      await harness.rows(`select as_of, i.price_cents from inventory_snapshot i join stock_episode e on e.id = i.episode_id
      where e.vin = '${A}' order by 1`),
    ).toEqual([
      { asOf: '2026-05-01', priceCents: 2_000_000 },
      { asOf: '2026-05-10', priceCents: 1_800_000 },
    ]);
    expect(await harness.rows(`select price_cents from stock_episode where vin = '${A}'`)).toEqual([
      { priceCents: 1_800_000 },
    ]);
  });

  it('is as it was after each undo', async () => {
    const digests = [await harness.digest()];
    const batches = [];
    const steps: (() => Promise<{ id: string }>)[] = [
      () =>
        stock('2026-05-01', [
          { vin: A, stock: 'A1', received: '4/20/2026' },
          { vin: B, stock: 'B1', received: '4/22/2026' },
        ]),
      () => deals([{ number: '1', vin: A, stock: 'A1', sold: '5/2/2026', received: '4/20/2026' }]),
      () =>
        stock('2026-05-03', [{ vin: B, stock: 'B1', received: '4/21/2026', price: '18500', status: 'Hold' }]),
      () =>
        deals([
          { number: '1', vin: A, stock: 'A1', sold: '5/2/2026', state: 'U' },
          { number: '2', vin: B, stock: 'B1', sold: '5/4/2026' },
        ]),
      () => stock('2026-05-05', [{ vin: A, stock: 'A1', received: '4/20/2026' }]),
    ];
    for (const step of steps) {
      batches.push(await step());
      digests.push(await harness.digest());
    }
    for (const [index, batch] of [...batches.entries()].reverse()) {
      await undoBatch(harness.context, batch.id);
      const { store: _now, ...left } = await harness.digest();
      const { store: _then, ...expected } = digests[index] ?? {};
      expect(left).toEqual(expected);
    }
  });
});
