/** Stock and sales figures over rows made by hand; every expected number is worked out beside it. */

import { listStockUnits } from '@engine/inventory/list-stock-units';
import { readInventorySummaries } from '@engine/inventory/read-inventory-summary';
import { readMarketSummary } from '@engine/market/read-market-summary';
import { readDataFacts, readModelFacts } from '@engine/overview/read-action-facts';
import { readOverview } from '@engine/overview/read-overview';
import { readSalesSummaries } from '@engine/sales/read-sales-summary';
import { type ResolvedScope, resolveScope } from '@engine/stores/resolve-scope';
import { inventorySummarySchema } from '@shared/contract/inventory';
import { overviewSchema } from '@shared/contract/overview';
import { salesSummarySchema } from '@shared/contract/sales';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
/** 7.3 % of $10,000 over 365 days is $2.00 a day. */
const SETTINGS = {
  floorPlanAnnualRate: 0.073,
  floorPlanFreeDays: 10,
  otherHoldingCostPerDayCents: 500,
  ageBucketsNew: [30, 60, 90],
  agedDaysNew: 60,
};

describe('figures', () => {
  let test: TestDatabase;
  let store: HandMadeStore;
  let scope: ResolvedScope;

  beforeAll(async () => {
    test = await openTestDatabase();
    store = await addHandMadeStore(test.database.db, 'HAND', SETTINGS);
    await addStock(store);
    await addDeals(store);
    scope = await resolveScope(test.database.db, { storeCode: 'HAND', asOf: AS_OF });
  });
  afterAll(() => test.dispose());

  const summaries = () => readInventorySummaries(test.database.db, scope);
  const newStock = async () => {
    const [first] = await summaries();
    if (!first) throw new Error('no summary');
    return first;
  };

  describe('of stock', () => {
    it('counts what stands on the ground and keeps apart what cannot be sold', async () => {
      const stock = await newStock();
      // Stays 1-6 stand here; 7 is in transit, 8 left on the data date, 9 came the day after.
      expect(stock.unitsInStock.value).toBe(6);
      // Less one sold but not delivered and one on hold.
      expect(stock.availableUnits.value).toBe(4);
      expect(Object.fromEntries(stock.statuses.map((row) => [row.status, row.units]))).toEqual({
        available: 4,
        sold_not_delivered: 1,
        on_hold: 1,
        demo: 0,
        loaner: 0,
        in_transit: 1,
      });
    });

    it('adds up cost and price and says what has none', async () => {
      const stock = await newStock();
      // 10,000 + 20,000 + 30,000 + 10,000 + 10,000; the sixth has no cost.
      expect(stock.stockCost).toMatchObject({ value: 8_000_000, sampleSize: 5, note: '1 unit has no cost' });
      // 12,000 + 24,000; four have no price.
      expect(stock.stockPrice).toMatchObject({
        value: 3_600_000,
        sampleSize: 2,
        note: '4 units have no price',
      });
    });

    it('buckets ages with both ends in the right place', async () => {
      const stock = await newStock();
      // Ages 0, 30, 31, 60, 61, 100: 0-30 has two, 31-60 two, 61-90 one, 91+ one.
      expect(stock.ageBuckets.map((bucket) => [bucket.label, bucket.units, bucket.isAged])).toEqual([
        ['0–30', 2, false],
        ['31–60', 2, false],
        ['61–90', 1, true],
        ['91+', 1, true],
      ]);
      // Median of six: (31 + 60) / 2.
      expect(stock.medianAge.value).toBe(45.5);
      // More than 60 days: 61 and 100.
      expect(stock.agedUnits.value).toBe(2);
    });

    it('sets available units against retail and lease sales of the window', async () => {
      const stock = await newStock();
      // 4 available x 45 / 3 sold since 2026-05-17.
      expect(stock.daysSupply).toMatchObject({ value: 60, sampleSize: 3, windowDays: 45, note: null });
    });

    it('annualises a history shorter than a year', async () => {
      const stock = await newStock();
      // 5 counted deals in the 73 days from 2026-04-19 to 2026-06-30: 5 x 365 / 73 = 25 a year, over 6 units.
      expect(stock.turnFlow).toMatchObject({ sampleSize: 5, windowDays: 73 });
      expect(stock.turnFlow.value).toBeCloseTo(25 / 6, 10);
    });

    it('charges interest after the free days and the other cost from the first', async () => {
      const stock = await newStock();
      // $10,000 costs $2 a day. Ages 0 (free), 30: $20,000 -> 4.00, 31: $30,000 -> 6.00, 60 and 61: 2.00 each,
      // 100: no cost -> 0. Interest 14.00 + 6 units x 5.00 = 44.00.
      expect(stock.holdingCostPerDay).toMatchObject({ value: 4400, unit: 'cents_per_day' });
      expect(stock.holdingInterestPerDay).toMatchObject({ value: 1400, sampleSize: 5 });
      expect(stock.otherHoldingCostPerDay).toMatchObject({ value: 3000, sampleSize: 6 });
    });

    it('says which rates the holding cost rests on, and whether anyone chose them', async () => {
      const stock = await newStock();
      expect(stock.holdingRates).toMatchObject({ floorPlanAnnualRate: 0.073, isDefault: false });
      expect(stock.holdingCostPerDay.note).toBe('1 unit has no cost');
      expect(stock.holdingInterestPerDay.note).toBe(
        '1 unit has no cost; interest at 7.3 % a year on cost, over 365 days after 10 free days',
      );
      expect(stock.otherHoldingCostPerDay.note).toBe('other cost of $5.00 a unit a day');
      const untouched = { ...scope, store: { ...scope.store, settings: { agedDaysNew: 60 } } };
      const [unset] = await readInventorySummaries(test.database.db, untouched);
      expect(unset?.holdingRates.isDefault).toBe(true);
      expect(unset?.otherHoldingCostPerDay.note).toMatch(/; the rates are defaults until set in Settings$/);
    });

    it('says "no sales" and not 0 or infinity where nothing was sold', async () => {
      const used = (await summaries())[1];
      expect(used?.unitsInStock.value).toBe(1);
      expect(used?.daysSupply).toMatchObject({ value: null, note: 'no sales in 45 days' });
      expect(used?.turnFlow).toMatchObject({ value: null, note: 'no sales in 365 days' });
    });

    it('lists a model that ran out beside those that stand here', async () => {
      const stock = await newStock();
      const byModel = new Map(stock.models.map((row) => [row.model, row]));
      // F-150: five on the ground of which three available; two sold in the window: 3 x 45 / 2.
      expect(byModel.get('F-150')).toMatchObject({ units: 5, soldInWindow: 2, daysSupply: 67.5 });
      expect(byModel.get('Bronco')).toMatchObject({ units: 1, soldInWindow: 0, daysSupply: null });
      expect(byModel.get('Escape')).toMatchObject({ units: 0, soldInWindow: 1, daysSupply: 0 });
    });

    it('has parts that sum to the whole, in the shape of the contract', async () => {
      for (const summary of await summaries()) {
        inventorySummarySchema.parse(summary);
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(summary.ageBuckets.map((bucket) => bucket.units))).toBe(summary.unitsInStock.value);
        expect(sum(summary.ageBuckets.map((bucket) => bucket.costCents))).toBe(summary.stockCost.value ?? 0);
        expect(sum(summary.models.map((model) => model.units))).toBe(summary.unitsInStock.value);
        const onGround = summary.statuses.filter((row) => row.status !== 'in_transit');
        expect(sum(onGround.map((row) => row.units))).toBe(summary.unitsInStock.value);
      }
      const listed = await listAll();
      const onGround = listed.units.filter((unit) => unit.status !== 'in_transit');
      expect(onGround).toHaveLength(sumOf((await summaries()).map((summary) => summary.unitsInStock.value)));
    });
  });

  const listAll = () =>
    listStockUnits(test.database.db, scope, {
      filter: {},
      sort: { field: 'ageDays', direction: 'desc' },
      offset: 0,
      limit: 100,
    });

  describe('of the unit list', () => {
    it('sorts, filters and pages, and totals all that the filter lets through', async () => {
      const list = await listStockUnits(test.database.db, scope, {
        filter: { condition: 'new', minAgeDays: 31, maxAgeDays: 61 },
        sort: { field: 'ageDays', direction: 'asc' },
        offset: 1,
        limit: 1,
      });
      expect(list).toMatchObject({ total: 3, costCents: 5_000_000 });
      expect(list.units.map((unit) => unit.ageDays)).toEqual([60]);
    });

    it('costs a unit from its first day, interest from the end of the free days', async () => {
      const list = await listAll();
      // Age 61, $10,000: 61 x 5.00 + (61 - 10) x 2.00 = 407.00.
      expect(list.units.find((unit) => unit.ageDays === 61)?.holdingCostToDateCents).toBe(40_700);
      // In transit: no age, no cost yet.
      const inTransit = list.units.find((unit) => unit.status === 'in_transit');
      expect(inTransit).toMatchObject({ ageDays: null, holdingCostToDateCents: null });
    });

    it('takes a search for what it says, wildcards and quotes included', async () => {
      const search = async (text: string) =>
        (
          await listStockUnits(test.database.db, scope, {
            filter: { text },
            sort: { field: 'stockNumber', direction: 'asc' },
            offset: 0,
            limit: 10,
          })
        ).units.map((unit) => unit.stockNumber);
      expect(await search('n100')).toEqual(['N100']);
      expect(await search('bronco')).toEqual(['N105']);
      expect(await search('%')).toEqual([]);
      expect(await search("'; drop table sale; --")).toEqual([]);
    });
  });

  describe('of sales', () => {
    const newSales = async (windowDays = 90) => {
      const [first] = await readSalesSummaries(test.database.db, scope, windowDays);
      if (!first) throw new Error('no summary');
      return salesSummarySchema.parse(first);
    };

    it('counts retail and lease and shows the rest with the reason', async () => {
      const sold = await newSales();
      expect(sold.unitsSold.value).toBe(5);
      expect(Object.fromEntries(sold.excluded.map((row) => [row.reason, row.units]))).toEqual({
        fleet: 1,
        'dealer trade': 1,
        reversed: 1,
        pending: 1,
      });
    });

    it('averages gross over the deals that state it, losses included', async () => {
      const sold = await newSales();
      // Front: 2,000 + 1,000 - 300 over three deals. Total: 3,000 + 1,500 - 300 + 800 + 0 over five.
      expect(sold.frontGrossPerUnit).toMatchObject({ value: 90_000, sampleSize: 3 });
      expect(sold.totalGrossPerUnit).toMatchObject({ value: 100_000, sampleSize: 5 });
      expect(sold.totalGross.value).toBe(500_000);
    });

    it('takes the median of the days, and 0 for a unit sold before it came', async () => {
      const sold = await newSales();
      // Days 10, 20, 40 and 0 (sold two days before it came); one has no received date: (10 + 20) / 2.
      expect(sold.medianDaysToTurn).toMatchObject({ value: 15, sampleSize: 4 });
      expect(sold.turnFromDays.value).toBeCloseTo(365 / 15, 10);
    });

    it('lets the stock that is stuck lengthen the median', async () => {
      const sold = await newSales();
      // The window opens on 2026-04-02. Watched, as entry-exit: sold 0-0, 0-10, 0-20, 0-40; standing unsold (the
      // sold-not-delivered one left out) 0-0, 0-30, 0-60, 0-61 and 11-100 (came on 2026-03-22).
      // Day 0: 8 at risk, 1 sold: 7/8. Day 10: 6 at risk: x 5/6. Day 20: 5 and the old one: x 5/6 = 0.61.
      // Day 40: 40, 60, 61 and the old one: x 3/4 = 0.46: the median is 40.
      expect(sold.survivalMedianDaysToTurn).toMatchObject({ value: 40, sampleSize: 9 });
    });

    it('shows each month from the first sale, empty ones too', async () => {
      const sold = await newSales();
      expect(sold.months.map(({ month, units, isComplete }) => [month, units, isComplete])).toEqual([
        ['2026-04', 2, true],
        ['2026-05', 1, true],
        ['2026-06', 2, true],
      ]);
      expect(sold.monthToDate).toMatchObject({ value: 2, windowDays: 30 });
    });

    it('tells what a month is on pace for, over the days on which the store sells', async () => {
      // 1 to 10 June 2026: Sunday the 7th and the 9th are closed: 8 days, 1 sold. June has Sundays 7, 14, 21 and 28
      // and the 9th: 25 days. 1 / 8 x 25 = 3.125.
      const settings = { ...scope.settings, closedWeekdays: [0], closedDays: ['2026-06-09'] };
      const [sold] = await readSalesSummaries(
        test.database.db,
        { ...scope, asOf: '2026-06-10', settings },
        90,
      );
      expect(sold?.monthPace).toMatchObject({ value: 3, sampleSize: 1, note: '8 of 25 selling days' });
      expect(sold?.monthUnderWay).toEqual({
        month: '2026-06',
        sellingDaysSoFar: 8,
        sellingDays: 25,
        unitsYearBefore: null,
      });
      const [closed] = await readSalesSummaries(
        test.database.db,
        { ...scope, asOf: '2026-06-10', settings: { ...settings, closedWeekdays: [0, 1, 2, 3, 4, 5, 6] } },
        90,
      );
      expect(closed?.monthPace).toMatchObject({ value: null, note: 'no selling day in the month yet' });
    });

    it('sets the month beside the same month of the year before', async () => {
      const yearOn = { ...scope, asOf: '2027-06-30' };
      const [sold] = await readSalesSummaries(test.database.db, yearOn, 90);
      expect(sold?.monthUnderWay.unitsYearBefore).toBe(2);
    });

    it('uses only rows dated up to the day asked for', async () => {
      const earlier = { ...scope, asOf: '2026-05-31' };
      const [sold] = await readSalesSummaries(test.database.db, earlier, 90);
      expect(sold?.unitsSold.value).toBe(3);
      const [stock] = await readInventorySummaries(test.database.db, earlier);
      // On 2026-05-31 stays 3, 4, 5, 6 and 8 stood (2 came that day too): ages 0, 1, 30, 31, 70 and 8's 40.
      expect(stock?.unitsInStock.value).toBe(6);
      expect(stock?.medianAge.value).toBe((30 + 31) / 2);
    });
  });

  it('tells a status from the newest snapshot up to the day, not from what became known later', async () => {
    const other = await addHandMadeStore(test.database.db, 'SNAP');
    const stay = { firstSeenOn: '2026-05-01', receivedOn: '2026-05-01', priceCents: 900, status: 'on_hold' };
    const id = await other.addStay(stay);
    await other.addSnapshot('2026-05-01', id, 'available', 1000);
    await other.addSnapshot('2026-06-30', id, 'on_hold', 900);
    const listAt = async (asOf: string) => {
      const at = await resolveScope(test.database.db, { storeCode: 'SNAP', asOf });
      const sort = { field: 'ageDays', direction: 'desc' } as const;
      const list = await listStockUnits(test.database.db, at, { filter: {}, sort, offset: 0, limit: 10 });
      return list.units.map((unit) => [unit.status, unit.priceCents]);
    };
    expect(await listAt('2026-05-20')).toEqual([['available', 1000]]);
    expect(await listAt('2026-06-30')).toEqual([['on_hold', 900]]);
  });

  it('takes market shares within the segment against the same months a year before', async () => {
    const { db } = test.database;
    const facts = [
      // Last three months: F-150 30 of 100; a year before 20 of 80.
      ...['2026-04', '2026-05', '2026-06'].flatMap((period) => [
        { period, model: 'F-150', make: 'Ford', units: 10, averagePriceCents: 5_000_000 },
        {
          period,
          model: 'Tundra',
          make: 'Toyota',
          units: period === '2026-06' ? 30 : 20,
          averagePriceCents: null,
        },
      ]),
      { period: '2025-05', model: 'F-150', make: 'Ford', units: 20, averagePriceCents: 1 },
      { period: '2025-05', model: 'Tundra', make: 'Toyota', units: 60, averagePriceCents: 1 },
      // Known only later, and another region: neither counts.
      { period: '2026-07', model: 'F-150', make: 'Ford', units: 999, averagePriceCents: 1 },
      { period: '2026-06', model: 'F-150', make: 'Ford', units: 999, averagePriceCents: 1, region: 'South' },
    ];
    const common = {
      storeId: store.storeId,
      region: 'North',
      segment: 'Pickup',
      rowHash: '',
      batchId: store.batchId,
    };
    await db
      .insertInto('marketFact')
      .values(facts.map((fact) => ({ ...common, daysSupply: null, ...fact })))
      .execute();
    const summary = await readMarketSummary(db, scope);
    expect(summary).toMatchObject({ newestPeriod: '2026-06', region: 'North' });
    expect(summary.models).toHaveLength(2);
    expect(summary.models[1]).toMatchObject({
      model: 'F-150',
      isOwn: true,
      units: 30,
      averagePriceCents: 5_000_000,
    });
    expect(summary.models[1]?.share).toBeCloseTo(0.3, 10);
    expect(summary.models[1]?.shareYearBefore).toBeCloseTo(0.25, 10);
    expect(summary.models[1]?.trend).toBeCloseTo(0.5, 10);
    expect(summary.models[0]).toMatchObject({ model: 'Tundra', isOwn: false, units: 70 });
  });

  it('puts money beside what is worth doing', async () => {
    const overview = overviewSchema.parse(
      await readOverview(test.database.db, scope, new Date('2026-07-10T15:00:00Z')),
    );
    expect(overview.daysOld).toBe(10);
    // A1 with a day; A2 and the unit in transit without. The draft, the arrived one and the one whose car already
    // stands here are not on their way.
    expect(overview.incoming).toEqual([
      { week: '2026-W28', units: 1 },
      { week: 'unknown', units: 2 },
    ]);
    const byId = new Map(overview.actions.map((action) => [action.id, action]));
    // Aged and available: 61 days, $10,000 (2.00 + 5.00 a day) and 100 days without a cost (5.00): Bronco.
    expect(byId.get('aged:new:Ford:F-150')).toMatchObject({
      amountCents: 700 * 30,
      severity: 'caution',
      target: { screen: 'inventory', filter: { model: 'F-150', minAgeDays: '61', status: 'available' } },
    });
    expect(byId.get('aged:new:Ford:Bronco')?.amountCents).toBe(500 * 30);
    expect(byId.get('data:old')).toMatchObject({ severity: 'caution', amountCents: null });
    expect(byId.get('forecast:none')).toBeDefined();
  });

  it('reads what the actions rest on', async () => {
    const facts = await readModelFacts(test.database.db, scope);
    expect(facts.find((fact) => fact.model === 'Escape')).toMatchObject({
      available: 0,
      soldIn90: 1,
      grossPerUnitCents: -30_000,
      onOrder: 2,
      nextArrivalOn: '2026-07-08',
    });
    expect(await readDataFacts(test.database.db, scope, 10)).toMatchObject({
      newestSaleOn: '2026-06-20',
      rejected: [],
      plan: null,
      forecastAsOf: null,
    });
  });

  it('tells when the data begins, and does not give zeros for a day before', async () => {
    // The first counted sale of HAND is of 2026-04-19; SNAP has a snapshot of 2026-05-01 and no sale.
    const before = { ...scope, asOf: '2026-04-18' };
    const { db } = test.database;
    const sort = { field: 'ageDays', direction: 'desc' } as const;
    for (const read of [
      () => readInventorySummaries(db, before),
      () => readSalesSummaries(db, before, 90),
      () => readOverview(db, before, new Date('2026-07-10T15:00:00Z')),
      () => listStockUnits(db, before, { filter: {}, sort, offset: 0, limit: 1 }),
    ]) {
      await expect(read()).rejects.toMatchObject({
        code: 'NO_DATA',
        message: 'The data of Store HAND begins on Apr 19, 2026.',
      });
    }
    expect(await readSalesSummaries(db, { ...scope, asOf: '2026-04-19' }, 90)).toHaveLength(2);
    const snapshotOnly = await resolveScope(db, { storeCode: 'SNAP', asOf: '2026-04-30' });
    await expect(readInventorySummaries(db, snapshotOnly)).rejects.toMatchObject({ code: 'NO_DATA' });
  });

  it('names the store that has nothing to take a day from', async () => {
    await addHandMadeStore(test.database.db, 'EMPTY');
    await expect(resolveScope(test.database.db, { storeCode: 'EMPTY' })).rejects.toMatchObject({
      code: 'NO_DATA',
    });
  });
});

function sumOf(values: (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

async function addStock({ addStay }: HandMadeStore): Promise<void> {
  const dollars = (amount: number) => amount * 100;
  // Ages on 2026-06-30: 0, 30, 31, 60, 61, 100.
  await addStay({
    stockNumber: 'N100',
    vin: 'VINOFN100',
    receivedOn: '2026-06-30',
    costCents: dollars(10_000),
    priceCents: dollars(12_000),
  });
  await addStay({
    stockNumber: 'N101',
    receivedOn: '2026-05-31',
    costCents: dollars(20_000),
    priceCents: dollars(24_000),
  });
  await addStay({ receivedOn: '2026-05-30', costCents: dollars(30_000), status: 'sold_not_delivered' });
  await addStay({ receivedOn: '2026-05-01', costCents: dollars(10_000), status: 'on_hold' });
  await addStay({ receivedOn: '2026-04-30', costCents: dollars(10_000) });
  await addStay({ stockNumber: 'N105', model: 'Bronco', receivedOn: '2026-03-22' });
  await addStay({ status: 'in_transit', costCents: dollars(50_000) });
  await addStay({
    receivedOn: '2026-04-21',
    firstSeenOn: '2026-04-21',
    lastSeenOn: '2026-06-01',
    closedOn: AS_OF,
    closeReason: 'sold',
  });
  await addStay({ receivedOn: '2026-07-01', firstSeenOn: '2026-07-01', lastSeenOn: '2026-07-01' });
  await addStay({ condition: 'used', receivedOn: '2026-06-01', costCents: dollars(9_000), model: 'Focus' });
}

async function addDeals({ addSale, addOrder }: HandMadeStore): Promise<void> {
  await addSale({
    soldOn: '2026-04-19',
    receivedOn: '2026-04-09',
    frontGrossCents: 200_000,
    backGrossCents: 100_000,
    totalGrossCents: 300_000,
  });
  await addSale({ soldOn: '2026-04-30', totalGrossCents: 150_000, frontGrossCents: 100_000 });
  await addSale({
    soldOn: '2026-05-20',
    receivedOn: '2026-04-30',
    model: 'Escape',
    frontGrossCents: -30_000,
    totalGrossCents: -30_000,
  });
  await addSale({
    soldOn: '2026-06-10',
    receivedOn: '2026-05-01',
    saleType: 'lease',
    totalGrossCents: 80_000,
  });
  await addSale({ soldOn: '2026-06-20', receivedOn: '2026-06-22', totalGrossCents: 0 });
  // None of these count, and the last is known only later.
  await addSale({ soldOn: '2026-06-11', saleType: 'fleet' });
  await addSale({ soldOn: '2026-06-12', saleType: 'dealer_trade' });
  await addSale({ soldOn: '2026-06-13', dealState: 'reversed' });
  await addSale({ soldOn: '2026-06-14', dealState: 'pending' });
  await addSale({ soldOn: '2026-07-01' });
  await addOrder({ orderNumber: 'A1', model: 'Escape', estimatedArrivalOn: '2026-07-08' });
  await addOrder({ orderNumber: 'A2', model: 'Escape' });
  await addOrder({ orderNumber: 'A3', model: 'Escape', status: 'draft' });
  await addOrder({ orderNumber: 'A5', vin: 'VINOFN100' });
  await addOrder({ orderNumber: 'A4', model: 'Escape', status: 'at_dealer', arrivedOn: '2026-06-01' });
}
