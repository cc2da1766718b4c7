/** The shared filter: what each part leaves adds up to the whole, on every figure that counts vehicles. */
import { listFilterChoices } from '@engine/inventory/list-filter-choices';
import { listStockUnits } from '@engine/inventory/list-stock-units';
import { readInventorySummaries } from '@engine/inventory/read-inventory-summary';
import { readOverview } from '@engine/overview/read-overview';
import { readSalesSummaries } from '@engine/sales/read-sales-summary';
import { resolveScope } from '@engine/stores/resolve-scope';
import type { DataFilter } from '@shared/contract/data-filter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const ESCAPE = { make: 'Ford', model: 'Escape', trim: 'SEL' } as const;
const SOUL = { make: 'Kia', model: 'Soul', trim: null } as const;

describe('the shared filter', () => {
  let test: TestDatabase;
  const scope = (filter: DataFilter) =>
    resolveScope(test.database.db, { storeCode: 'FILTER', asOf: AS_OF, filter });
  const stock = async (filter: DataFilter) => {
    const summaries = await readInventorySummaries(test.database.db, await scope(filter));
    return summaries.map(({ unitsInStock }) => unitsInStock.value);
  };
  const sold = async (filter: DataFilter) => {
    const summaries = await readSalesSummaries(test.database.db, await scope(filter), 90);
    return summaries.map(({ unitsSold }) => unitsSold.value);
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    const store = await addHandMadeStore(test.database.db, 'FILTER');
    // New stock: F-150 at 20 and 100 days, an Escape at 40; used: one Soul at 100.
    const first = await store.addStay({ receivedOn: '2026-06-10' });
    await store.addStay({ receivedOn: '2026-03-22' });
    await store.addStay({ ...ESCAPE, receivedOn: '2026-05-21' });
    await store.addStay({ ...SOUL, condition: 'used', receivedOn: '2026-03-22' });
    await store.addSnapshot(AS_OF, first, 'available', null);
    // Sold: two F-150, one after 10 days and one after 70; a Soul after 30.
    await store.addSale({ soldOn: '2026-06-20', receivedOn: '2026-06-10', dealNumber: '1' });
    await store.addSale({ soldOn: '2026-06-20', receivedOn: '2026-04-11', dealNumber: '2' });
    await store.addSale({
      ...SOUL,
      condition: 'used',
      soldOn: '2026-06-01',
      receivedOn: '2026-05-02',
      dealNumber: '3',
    });
    await store.addOrder({ orderedOn: '2026-06-01', estimatedArrivalOn: '2026-07-10' });
    await store.addOrder({ ...ESCAPE, orderedOn: '2026-06-01', estimatedArrivalOn: '2026-07-10' });
  });
  afterAll(() => test.dispose());

  it('leaves everything as it is when nothing is filtered', async () => {
    expect(await stock({})).toEqual([3, 1]);
    expect(await sold({})).toEqual([2, 1]);
  });

  it('narrows by condition, make, model and trim', async () => {
    expect(await stock({ condition: 'used' })).toEqual([0, 1]);
    expect(await stock({ make: 'Ford' })).toEqual([3, 0]);
    expect(await stock({ model: 'Escape' })).toEqual([1, 0]);
    expect(await stock({ trim: 'XLT' })).toEqual([2, 0]);
    expect(await sold({ make: 'Kia' })).toEqual([0, 1]);
    expect(await sold({ model: 'F-150', trim: 'Lariat' })).toEqual([0, 0]);
  });

  it('takes the age of a sold unit from its days to turn', async () => {
    expect(await stock({ minAgeDays: 91 })).toEqual([1, 1]);
    expect(await stock({ maxAgeDays: 90 })).toEqual([2, 0]);
    expect(await sold({ maxAgeDays: 30 })).toEqual([1, 1]);
    expect(await sold({ minAgeDays: 31 })).toEqual([1, 0]);
  });

  it('lists behind a figure as many units as the figure counts', async () => {
    for (const filter of [
      {},
      { model: 'F-150' },
      { condition: 'new', minAgeDays: 91 },
    ] satisfies DataFilter[]) {
      const counted = (await stock(filter)).reduce<number>((sum, units) => sum + (units ?? 0), 0);
      const page = { sort: { field: 'ageDays', direction: 'desc' }, offset: 0, limit: 10 } as const;
      const listed = await listStockUnits(test.database.db, await scope({}), { ...page, filter });
      expect(listed.total).toBe(counted);
    }
  });

  it('reaches every part of the Overview', async () => {
    const overview = async (filter: DataFilter) =>
      readOverview(test.database.db, await scope(filter), new Date('2026-07-01T12:00:00Z'));
    const units = ({ incoming }: Awaited<ReturnType<typeof overview>>) =>
      incoming.reduce((sum, week) => sum + week.units, 0);
    expect(units(await overview({}))).toBe(2);
    const escapes = await overview({ model: 'Escape' });
    expect(units(escapes)).toBe(1);
    expect(escapes.actions.filter(({ id }) => id.includes('Soul'))).toEqual([]);
    expect(escapes.sales.map(({ monthToDate }) => monthToDate.value)).toEqual([0, 0]);
  });

  it('offers what stands here or sold in a year', async () => {
    const choices = await listFilterChoices(test.database.db, await scope({}));
    expect(choices.map(({ model, trim, units }) => [model, trim, units])).toEqual([
      ['Escape', 'SEL', 1],
      ['F-150', 'XLT', 4],
      ['Soul', null, 2],
    ]);
  });
});
