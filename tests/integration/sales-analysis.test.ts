/** How sales spread and the log of lost ones, over rows made by hand. */
import { addLostSale, listLostSales, withdrawLostSale } from '@engine/sales/lost-sales';
import { readSalesAnalysis, toTurn } from '@engine/sales/read-sales-analysis';
import { type ResolvedScope, resolveScope } from '@engine/stores/resolve-scope';
import { lostSalesSchema, type NewLostSale, salesAnalysisSchema } from '@shared/contract/sales-analysis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const SETTINGS = { ageBucketsNew: [30, 60], agedDaysNew: 60, lostSaleCostCents: 50_000 };

describe('sales looked at closely', () => {
  let test: TestDatabase;
  let store: HandMadeStore;
  let scope: ResolvedScope;

  beforeAll(async () => {
    test = await openTestDatabase();
    store = await addHandMadeStore(test.database.db, 'HAND', SETTINGS);
    const gross = (totalGrossCents: number) => ({ totalGrossCents, frontGrossCents: totalGrossCents / 2 });
    // 5, 25, 40 and 100 days; one without a day of arrival, one a year before.
    await store.addSale({ soldOn: '2026-06-10', receivedOn: '2026-06-05', ...gross(300_000) });
    await store.addSale({ soldOn: '2026-06-26', receivedOn: '2026-06-01', ...gross(100_000) });
    await store.addSale({
      soldOn: '2026-06-10',
      receivedOn: '2026-05-01',
      ...gross(150_000),
      trim: 'Lariat',
    });
    await store.addSale({
      soldOn: '2026-05-10',
      receivedOn: '2026-01-30',
      ...gross(-40_000),
      trim: 'Lariat',
    });
    await store.addSale({ soldOn: '2026-05-11' });
    await store.addSale({ soldOn: '2025-06-15', trim: 'Lariat' });
    const stay = await store.addStay({});
    await store.addSnapshot(AS_OF, stay, 'available', null);
    scope = await resolveScope(test.database.db, { storeCode: 'HAND' });
  });
  afterAll(() => test.dispose());

  const ofNew = async (asked = scope) => {
    const [first] = await readSalesAnalysis(test.database.db, asked, 90);
    if (!first) throw new Error('no analysis');
    return salesAnalysisSchema.parse(first);
  };

  it('sets gross beside the age at sale', async () => {
    const { ages, withDays } = await ofNew();
    expect(withDays).toBe(4);
    // Up to 30 days: (3,000 + 1,000) / 2; 31 to 60: 1,500; aged: a loss of 400.
    expect(
      ages.map(({ label, units, totalGrossPerUnitCents }) => [label, units, totalGrossPerUnitCents]),
    ).toEqual([
      ['0–30', 2, 200_000],
      ['31–60', 1, 150_000],
      ['61+', 1, -40_000],
    ]);
    expect(ages[0]?.frontGrossPerUnitCents).toBe(100_000);
  });

  it('spreads days to turn, and finds by when a share had sold', async () => {
    const { turn } = await ofNew();
    expect(turn.steps.filter(({ units }) => units > 0)).toEqual([
      { fromDays: 0, units: 1 },
      { fromDays: 20, units: 1 },
      { fromDays: 40, units: 1 },
      { fromDays: 100, units: 1 },
    ]);
    expect(turn.quartiles).toEqual({ p25: 5, p50: 25, p75: 40, p90: 100 });
    expect(toTurn([{ days: 400, units: 3 }]).steps.at(-1)).toEqual({ fromDays: 180, units: 3 });
    expect(toTurn([]).quartiles).toBeNull();
  });

  it('sets the mix beside the same days a year before, and obeys the filter', async () => {
    const { mix } = await ofNew();
    const trims = mix.filter(({ attribute }) => attribute === 'trim');
    expect(
      trims.map(({ value, units, share, shareYearBefore }) => [value, units, share, shareYearBefore]),
    ).toEqual([
      ['F-150 XLT', 3, 0.6, 0],
      ['F-150 Lariat', 2, 0.4, 1],
    ]);
    const lariat = await ofNew({ ...scope, filter: { trim: 'Lariat' } });
    expect(lariat.withDays).toBe(2);
  });

  it('counts whole months', async () => {
    const { months, seasons } = await ofNew();
    expect(months).toEqual([
      { month: '2025-06', units: 1 },
      { month: '2026-05', units: 2 },
      { month: '2026-06', units: 3 },
    ]);
    expect(seasons).toBeNull();
  });

  describe('the log of lost sales', () => {
    const lost: NewLostSale = {
      lostOn: '2026-06-29',
      condition: 'new',
      make: 'Ford',
      model: 'F-150',
      trim: null,
      exteriorColor: null,
      reason: 'not_in_stock',
    };
    const list = async () => lostSalesSchema.parse(await listLostSales(test.database.db, scope, 365));

    it('shows what was wanted beside what is here and what it earns', async () => {
      await addLostSale(test.database.db, store.storeId, lost, '2026-07-01');
      // Later than the newest data, not later than today.
      await addLostSale(
        test.database.db,
        store.storeId,
        { ...lost, lostOn: '2026-07-01', reason: 'price' },
        '2026-07-01',
      );
      await addLostSale(test.database.db, store.storeId, { ...lost, model: 'Bronco' }, '2026-07-01');
      const { total, models, sales } = await list();
      expect(total).toBe(3);
      expect(sales).toHaveLength(3);
      expect(models).toEqual([
        // (3,000 + 1,000 + 1,500 - 400) / 4 = 1,275 a unit, and 500 for a lost buyer: 2 x 1,775.
        {
          ...{ condition: 'new', make: 'Ford', model: 'F-150', lost: 2, notInStock: 1, availableNow: 1 },
          ...{ grossPerUnitCents: 127_500, lostGrossCents: 355_000 },
        },
        {
          ...{ condition: 'new', make: 'Ford', model: 'Bronco', lost: 1, notInStock: 1, availableNow: 0 },
          ...{ grossPerUnitCents: null, lostGrossCents: null },
        },
      ]);
    });

    it('takes one back and puts it back', async () => {
      const before = await list();
      const id = before.sales[0]?.id ?? '';
      const at = '2026-07-01T08:00:00.000Z';
      await withdrawLostSale(test.database.db, store.storeId, { id, isWithdrawn: true, at });
      expect((await list()).sales.map((sale) => sale.id)).not.toContain(id);
      await withdrawLostSale(test.database.db, store.storeId, { id, isWithdrawn: false, at });
      expect(await list()).toEqual(before);
    });

    it('refuses a day to come and a sale of another store', async () => {
      await expect(
        addLostSale(test.database.db, store.storeId, { ...lost, lostOn: '2026-07-02' }, '2026-07-01'),
      ).rejects.toMatchObject({ code: 'BAD_INPUT' });
      const other = await addHandMadeStore(test.database.db, 'OTHER');
      const { id } = await addLostSale(test.database.db, other.storeId, lost, '2026-07-01');
      await expect(
        withdrawLostSale(test.database.db, store.storeId, {
          id,
          isWithdrawn: true,
          at: '2026-07-01T08:00:00Z',
        }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
