/** Where buyers live, what they choose there and price to market, over rows made by hand. */
import { readMarketPrices, readMarketTrends } from '@engine/market/read-market-trends';
import { readPreferences, readRegionalDemand } from '@engine/market/read-regional-demand';
import { type ResolvedScope, resolveScope } from '@engine/stores/resolve-scope';
import { regionalDemandSchema } from '@shared/contract/market-demand';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const YEAR = { windowDays: 365 };

describe('the market', () => {
  let test: TestDatabase;
  let store: HandMadeStore;
  let scope: ResolvedScope;

  beforeAll(async () => {
    test = await openTestDatabase();
    store = await addHandMadeStore(test.database.db, 'HAND', { zip: '49441' });
    await addDeals();
    await addFacts();
    const stay = await store.addStay({ priceCents: 4_400_000, receivedOn: '2026-06-01' });
    await store.addStay({ priceCents: 4_000_000, receivedOn: '2026-06-11' });
    // Sold and not delivered counts as standing here; what is on its way has no asking price yet.
    await store.addStay({ priceCents: 9_900_000, status: 'in_transit' });
    await store.addSnapshot(AS_OF, stay, 'available', 4_400_000);
    scope = await resolveScope(test.database.db, { storeCode: 'HAND' });
  });
  afterAll(() => test.dispose());

  const addDeals = async () => {
    for (let index = 0; index < 12; index++)
      await store.addSale({ soldOn: '2026-06-02', zip: '49441', trim: 'XLT', priceCents: 4_100_000 });
    for (let index = 0; index < 12; index++)
      await store.addSale({ soldOn: '2026-05-02', zip: '46540', trim: 'Lariat', condition: 'used' });
    await store.addSale({ soldOn: '2026-06-03', zip: null });
    await store.addSale({ soldOn: '2025-06-03', zip: '49441' });
    // Neither counts: wholesale, and undone.
    await store.addSale({ soldOn: '2026-06-04', zip: '49441', saleType: 'wholesale' });
    await store.addSale({ soldOn: '2026-06-04', zip: '49441', dealState: 'reversed' });
  };

  const addFacts = async () => {
    const facts = [
      ['2026-04', 'Ford', 'F-150', 100, 4_000_000],
      ['2026-05', 'Ford', 'F-150', 300, 4_400_000],
      ['2026-06', 'Ram', '1500', 200, 4_200_000],
      ['2026-06', 'Ford', 'F-150', 100, null],
    ] as const;
    for (const [period, make, model, units, averagePriceCents] of facts)
      await test.database.db
        .insertInto('marketFact')
        .values({
          ...{
            storeId: store.storeId,
            batchId: store.batchId,
            rowHash: '',
            region: 'North',
            segment: 'Truck',
          },
          ...{ period, make, model, units, averagePriceCents, daysSupply: null },
        })
        .execute();
  };

  it('counts deals by place, beside the year before, and says what lies on no map', async () => {
    const demand = await readRegionalDemand(test.database.db, scope, YEAR);
    expect(regionalDemandSchema.parse(demand)).toEqual(demand);
    expect(demand.totals).toEqual({ units: 25, placed: 24, withoutZip: 1, unknownZip: 0 });
    expect(demand.states.map(({ code, units, unitsYearBefore }) => [code, units, unitsYearBefore])).toEqual([
      ['IN', 12, 0],
      ['MI', 12, 1],
    ]);
    // Middlebury, Indiana (41.7 N) lies some 104 miles from Muskegon (43.2 N).
    expect(demand.bands.map(({ units }) => units)).toEqual([12, 0, 0, 0, 12]);
    expect(demand.zips.map(({ code }) => code)).toEqual(['46540', '49441']);
  });

  it('obeys the filter', async () => {
    const used = await readRegionalDemand(
      test.database.db,
      { ...scope, filter: { condition: 'used', model: 'F-150', trim: 'Lariat' } },
      YEAR,
    );
    expect(used.zips.map(({ code, units }) => [code, units])).toEqual([['46540', 12]]);
  });

  it('tells what an area chooses beside all buyers', async () => {
    for (const area of [
      { level: 'state', code: 'MI' },
      { level: 'zip3', code: '494' },
      { level: 'zip', code: '49441' },
    ] as const) {
      const { units, preferences } = await readPreferences(test.database.db, scope, { ...YEAR, area });
      expect(units).toBe(12);
      // All 12 here, 12 of 24 everywhere: 6 expected, standard error sqrt(12 / 4) = 1.73, 6 away.
      expect(preferences.find(({ value }) => value === 'Ford F-150 XLT')).toEqual({
        attribute: 'trim',
        value: 'Ford F-150 XLT',
        units: 12,
        share: 1,
        shareEverywhere: 0.5,
        index: 2,
        isClear: true,
      });
    }
  });

  it('sets months side by side, a month without a row as none', async () => {
    const { months, segments } = await readMarketTrends(test.database.db, scope);
    expect(months).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(segments).toEqual([
      {
        segment: 'Truck',
        models: [
          { make: 'Ford', model: 'F-150', isOwn: true, units: [100, 300, 100] },
          { make: 'Ram', model: '1500', isOwn: false, units: [0, 0, 200] },
        ],
      },
    ]);
  });

  it('compares what is asked with what the region pays', async () => {
    const { models } = await readMarketPrices(test.database.db, scope);
    expect(models).toHaveLength(1);
    // (100 x 40,000 + 300 x 44,000) / 400 = 43,000; the month without a price does not weigh. Of 40,000 and 44,000
    // asked, the lower middle is 40,000; 29 and 19 days in stock.
    expect(models[0]).toMatchObject({
      model: 'F-150',
      marketPriceCents: 4_300_000,
      askingPriceCents: 4_000_000,
      unitsAsking: 2,
      soldPriceCents: 4_100_000,
      unitsSold: 12,
      medianAgeDays: 24,
    });
    expect(models[0]?.priceToMarket).toBeCloseTo(0.9302, 4);
  });
});
