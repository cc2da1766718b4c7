/** Stock in groups, by age and by arrival, one vehicle in full, and rows to paste, over rows made by hand. */
import { copyUnits, groupStock, readHeatMap } from '@engine/inventory/group-stock';
import { listIncoming } from '@engine/inventory/list-incoming';
import { listStockUnits } from '@engine/inventory/list-stock-units';
import { readVehicle } from '@engine/inventory/read-vehicle';
import { type ResolvedScope, resolveScope } from '@engine/stores/resolve-scope';
import { vehicleSchema } from '@shared/contract/inventory-analysis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const OLDEST_FIRST = { field: 'ageDays', direction: 'desc' } as const;
/** 7.3 % of $10,000 over 365 days is $2.00 a day. */
const SETTINGS = {
  floorPlanAnnualRate: 0.073,
  floorPlanFreeDays: 0,
  otherHoldingCostPerDayCents: 500,
  ageBucketsNew: [30, 60],
  agedDaysNew: 60,
};

describe('the stock looked at closely', () => {
  let test: TestDatabase;
  let store: HandMadeStore;
  let scope: ResolvedScope;
  let unitId: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    store = await addHandMadeStore(test.database.db, 'HAND', SETTINGS);
    const cost = { costCents: 1_000_000 };
    // 29 days, 45 and 90 in stock, and one on its way.
    const youngest = await store.addStay({ ...cost, receivedOn: '2026-06-01', stockNumber: '=A1' });
    await store.addStay({ ...cost, receivedOn: '2026-05-16', trim: 'Lariat', stockNumber: 'A2' });
    const oldest = await store.addStay({
      ...{ ...cost, vin: '1FTFW1E50NFA00001', stockNumber: 'A3', priceCents: 1_200_000 },
      ...{ receivedOn: '2026-04-01', firstSeenOn: '2026-04-02', lastSeenOn: AS_OF },
    });
    await store.addStay({ status: 'in_transit', model: 'Ranger', vin: '1FTFW1E50NFA00009' });
    unitId = String(oldest);
    await store.addSnapshot('2026-04-02', oldest, 'available', 1_300_000);
    await store.addSnapshot('2026-05-02', oldest, 'on_hold', 1_300_000);
    await store.addSnapshot(AS_OF, oldest, 'available', 1_200_000);
    await store.addSnapshot(AS_OF, youngest, 'available', null);
    await store.addSale({ soldOn: '2026-06-10', receivedOn: '2026-05-31', totalGrossCents: 200_000 });
    await store.addSale({ soldOn: '2026-06-20', receivedOn: '2026-05-31', trim: 'Lariat' });
    const order = { status: 'in_transit', orderedOn: '2026-05-01' } as const;
    await store.addOrder({ ...order, orderNumber: '1', estimatedArrivalOn: '2026-07-08' });
    await store.addOrder({ ...order, orderNumber: '2', estimatedArrivalOn: '2026-07-12', model: 'Ranger' });
    await store.addOrder({ ...order, orderNumber: '3', estimatedArrivalOn: '2026-06-20' });
    scope = await resolveScope(test.database.db, { storeCode: 'HAND' });
  });
  afterAll(() => test.dispose());

  it('adds up the list by an attribute', async () => {
    const byTrim = await groupStock(test.database.db, scope, { filter: { model: 'F-150' }, by: 'trim' });
    expect(byTrim).toEqual([
      // 29 and 90 days: median 59.5, one over 60. A day costs twice $2.00 + $5.00.
      {
        ...{ condition: 'new', make: 'Ford', model: 'F-150', value: 'XLT', units: 2, costCents: 2_000_000 },
        ...{ medianAgeDays: 59.5, agedUnits: 1, holdingCentsPerDay: 1_400 },
      },
      {
        ...{
          condition: 'new',
          make: 'Ford',
          model: 'F-150',
          value: 'Lariat',
          units: 1,
          costCents: 1_000_000,
        },
        ...{ medianAgeDays: 45, agedUnits: 0, holdingCentsPerDay: 700 },
      },
    ]);
    const byStatus = await groupStock(test.database.db, scope, { filter: {}, by: 'status' });
    expect(byStatus.map(({ value, units }) => [value, units])).toEqual([
      ['available', 3],
      ['in_transit', 1],
    ]);
  });

  it('spreads models over ages, what is on its way left out', async () => {
    const { conditions } = await readHeatMap(test.database.db, scope, {});
    expect(conditions).toHaveLength(1);
    expect(conditions[0]?.buckets.map(({ label, isAged }) => [label, isAged])).toEqual([
      ['0–30', false],
      ['31–60', false],
      ['61+', true],
    ]);
    expect(conditions[0]?.models.map(({ model, cells }) => [model, cells.map(({ units }) => units)])).toEqual(
      [['F-150', [1, 1, 1]]],
    );
  });

  it('lists arrivals by the Monday of their week, what is overdue apart', async () => {
    const incoming = await listIncoming(test.database.db, scope, {});
    // July 8 and 12 of 2026 are the Wednesday and the Sunday of the week of July 6; the unit in transit has no day.
    expect(incoming).toMatchObject({ units: 4, overdueUnits: 1, undatedUnits: 1 });
    expect(incoming.weeks).toEqual([
      {
        startsOn: '2026-07-06',
        units: 2,
        models: [
          { make: 'Ford', model: 'F-150', units: 1 },
          { make: 'Ford', model: 'Ranger', units: 1 },
        ],
      },
    ]);
  });

  it('tells a vehicle in full', async () => {
    const vehicle = await readVehicle(test.database.db, scope, unitId);
    expect(vehicleSchema.parse(vehicle)).toEqual(vehicle);
    expect(vehicle.events.map(({ on, text }) => `${on} ${text}`)).toEqual([
      '2026-04-01 Came into stock',
      '2026-04-02 Listed as available at $13,000',
      '2026-05-02 available to on hold',
      '2026-06-30 on hold to available',
      '2026-06-30 Price cut by $1,000 to $12,000',
    ]);
    // 90 days at $2.00 and $5.00.
    expect(vehicle.holding).toMatchObject({ toDateCents: 63_000, perDayCents: 700 });
    expect(vehicle.holding.interestPerDayCents).toBeCloseTo(200, 6);
    expect(vehicle.chanceBasis).toEqual({ sold: 2, standing: 3, windowDays: 365 });
    const chances = vehicle.chances.map(({ chance }) => chance);
    expect(chances.slice().sort((a, b) => a - b)).toEqual(chances);
    expect(chances.every((chance) => chance > 0 && chance < 1)).toBe(true);
    expect(vehicle.similarInStock.map(({ stockNumber }) => stockNumber)).toEqual(['=A1']);
    expect(
      vehicle.similarSold.map(({ daysToTurn, totalGrossCents }) => [daysToTurn, totalGrossCents]),
    ).toEqual([[10, 200_000]]);
  });

  it('says what to do about a unit that is gone', async () => {
    await expect(readVehicle(test.database.db, scope, '999999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readVehicle(test.database.db, scope, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('writes rows for a spreadsheet, and no formula among them', async () => {
    const list = (page: Parameters<typeof listStockUnits>[2]) =>
      listStockUnits(test.database.db, scope, page);
    const all = await copyUnits(list, { filter: { model: 'F-150' }, sort: OLDEST_FIRST });
    const lines = all.text.split('\r\n').map((line) => line.split('\t'));
    expect(lines[0]?.slice(0, 3)).toEqual(['Stock number', 'VIN', 'New or used']);
    expect(lines.slice(1).map(([stock]) => stock)).toEqual(['A3', 'A2', "'=A1"]);
    expect(all).toMatchObject({ copied: 3, total: 3 });
    const marked = await copyUnits(list, { filter: {}, sort: OLDEST_FIRST, unitIds: [unitId] });
    expect(marked.text.split('\r\n')).toHaveLength(2);
    expect(marked).toMatchObject({ copied: 1, total: 4 });
  });
});
