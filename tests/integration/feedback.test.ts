/** Outcomes found by matching later imports to decided plan lines, on a real database. */
import { listOutcomes, rateOutcome } from '@engine/feedback/list-outcomes';
import { matchOutcomes } from '@engine/feedback/match-outcomes';
import { readRecordedOutcomes } from '@engine/feedback/recorded-outcomes';
import { summarizeFeedback } from '@engine/feedback/summarize-feedback';
import { defaultStoreSettings } from '@engine/stores/default-store-settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const PLAN_DAY = '2026-01-10';
const TODAY = '2026-06-30';

describe('feedback', () => {
  let test: TestDatabase;
  let storeId: number;
  let batchId: number;
  let forecastRunId: number;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.dispose());

  beforeEach(async () => {
    const { db } = test.database;
    await db.deleteFrom('store').execute();
    ({ storeId, batchId } = await addHandMadeStore(db, 'S1'));
    forecastRunId = await insert('forecastRun', {
      storeId,
      asOf: PLAN_DAY,
      grain: 'month',
      horizon: 3,
      options: '{}',
      milliseconds: 1,
    });
  });

  const scope = () => ({ storeId, asOf: TODAY, settings: defaultStoreSettings });

  it('follows orders by VIN to their arrival and sale', async () => {
    const lineId = await decidedLine({ trim: 'LT', decided: 2 });
    await order('LT', '2026-01-12', 'VIN1');
    await order('LT', '2026-01-13', 'VIN2');
    await arrival('LT', '2026-03-01', 'VIN1');
    await arrival('LT', '2026-03-05', 'VIN2');
    await sale('LT', '2026-03-21', 'VIN1', 200_000);
    await sale('LT', '2026-04-14', 'VIN2', 300_000);
    const [outcome] = await matchAndRead();
    // 1 to 21 March is 20 days, 5 March to 14 April is 40: mean 30. Gross 2,000 + 3,000 dollars.
    expect(outcome).toEqual({
      planLineId: lineId,
      recommendedOn: PLAN_DAY,
      decision: 'accepted',
      orderedQuantity: 2,
      arrivedOn: '2026-03-01',
      unitsSold: 2,
      daysToTurn: 30,
      grossCents: 500_000,
      agedUnits: 0,
      parts: { gross: 0.9, daysToTurn: 0.8, market: 0.7, forecast: null },
    });
    expect(await feedbackRows()).toMatchObject([{ planLineId: lineId, unitsSold: 2, scoreGross: 0.9 }]);
  });

  it('shows what was known on an earlier day', async () => {
    await decidedLine({ trim: 'LT', decided: 2 });
    await order('LT', '2026-01-12', 'VIN1');
    await order('LT', '2026-01-13', 'VIN2');
    await arrival('LT', '2026-03-01', 'VIN1');
    await arrival('LT', '2026-03-05', 'VIN2');
    await sale('LT', '2026-03-21', 'VIN1', 200_000);
    await sale('LT', '2026-04-14', 'VIN2', 300_000);
    await matchAndRead();
    const on = async (asOf: string) =>
      (await readRecordedOutcomes(test.database.db, { storeId, asOf }))[0] ?? null;
    // Mean of 20 and 40 days after the arrival on 1 March: known from 31 March.
    expect(await on('2026-01-09')).toBeNull();
    expect(await on('2026-02-28')).toMatchObject({ arrivedOn: null, unitsSold: null });
    expect(await on('2026-03-30')).toMatchObject({
      arrivedOn: '2026-03-01',
      unitsSold: null,
      grossCents: null,
    });
    expect(await on('2026-03-31')).toMatchObject({ unitsSold: 2, grossCents: 500_000 });
  });

  it('counts a unit as aged while it stands and after it sold', async () => {
    await decidedLine({ trim: 'LT', decided: 2 });
    await order('LT', '2026-01-12', 'VIN1');
    await order('LT', '2026-01-13', 'VIN2');
    await arrival('LT', '2026-02-01', 'VIN1');
    await arrival('LT', '2026-03-05', 'VIN2');
    await sale('LT', '2026-06-01', 'VIN1', 100_000);
    // New units are aged after 90 days: the first took 120, the second stands since 117.
    const [outcome] = await matchAndRead();
    expect(outcome).toMatchObject({ unitsSold: 1, daysToTurn: 120, agedUnits: 2 });
  });

  it('takes no more orders than were decided, none that the plan did not cause, and each only once', async () => {
    await decidedLine({ trim: 'LT', decided: 1 });
    await decidedLine({ trim: 'LT', decided: 5, planDay: '2026-01-20' });
    await order('LT', '2026-01-09', 'BEFORE');
    await order('LT', '2026-01-12', 'FIRST');
    await order('LT', '2026-01-13', 'BEYOND');
    await order('LT', '2026-01-14', 'CUSTOMER', { orderType: 'sold' });
    await order('LT', '2026-01-21', 'SECOND');
    await order('LT', '2026-01-22', 'CANCELLED', { status: 'cancelled' });
    await order('RST', '2026-01-22', 'OTHER');
    await order('LT', '2026-03-15', 'LATE');
    const outcomes = await matchAndRead();
    expect(outcomes.map(({ recommendedOn, orderedQuantity }) => [recommendedOn, orderedQuantity])).toEqual([
      [PLAN_DAY, 1],
      ['2026-01-20', 1],
    ]);
  });

  it('gives every order to the plan before it, however many plans there are', async () => {
    for (let plan = 0; plan < 12; plan++) {
      const day = (offset: number) => `2026-01-${String(2 * plan + offset).padStart(2, '0')}`;
      await decidedLine({ trim: 'LT', decided: 3, planDay: day(1) });
      await order('LT', day(2), `VIN${plan}`);
    }
    expect((await matchAndRead()).map(({ orderedQuantity }) => orderedQuantity)).toEqual(
      Array.from({ length: 12 }, () => 1),
    );
  });

  it('stands on arrivals near the delivery time where the store imports no orders', async () => {
    await decidedLine({ trim: 'LT', decided: 2 });
    // Delivery takes 60 days: arrivals from day 45 count, the first two of them, and a trade is no sale.
    await arrival('LT', '2026-01-20', 'PIPELINE');
    await arrival('LT', '2026-03-10', 'VIN1');
    await arrival('LT', '2026-03-12', 'VIN2');
    await arrival('LT', '2026-03-15', 'BEYOND');
    await sale('LT', '2026-03-30', 'VIN1', 150_000);
    await sale('LT', '2026-03-13', 'VIN2', 900_000, { saleType: 'dealer_trade' });
    const [outcome] = await matchAndRead();
    expect(outcome).toMatchObject({
      orderedQuantity: 2,
      arrivedOn: '2026-03-10',
      unitsSold: 1,
      daysToTurn: 20,
    });
  });

  it('keeps declined advice without an outcome, and ignores what was not decided', async () => {
    await decidedLine({ trim: 'LT', decided: 0, decision: 'declined' });
    await decidedLine({ trim: 'RST', decided: 0, decision: null });
    await order('LT', '2026-01-12', 'VIN1');
    await arrival('LT', '2026-03-10', 'VIN1');
    const outcomes = await matchAndRead();
    expect(outcomes).toMatchObject([
      { decision: 'declined', orderedQuantity: 0, unitsSold: null, agedUnits: null },
    ]);
  });

  it('changes nothing the second time, updates what moved on and drops what was taken back', async () => {
    const { db } = test.database;
    const lineId = await decidedLine({ trim: 'LT', decided: 1 });
    await order('LT', '2026-01-12', 'VIN1');
    expect(await matchOutcomes(db, scope())).toMatchObject({ added: 1 });
    expect(await matchOutcomes(db, scope())).toEqual({ added: 0, changed: 0, removed: 0 });
    await arrival('LT', '2026-03-01', 'VIN1');
    expect(await matchOutcomes(db, scope())).toEqual({ added: 0, changed: 1, removed: 0 });
    await db
      .updateTable('planDecision')
      .set({ withdrawnAt: '2026-04-01T00:00:00.000Z' })
      .where('lineId', '=', lineId)
      .execute();
    expect(await matchOutcomes(db, scope())).toEqual({ added: 0, changed: 0, removed: 1 });
  });

  it('leaves the rows of feedback files alone and adds them to the summary', async () => {
    const { db } = test.database;
    await imported('P-1', { unitsSold: 2, orderedQuantity: 2, daysToTurn: 20, grossCents: 400_000 });
    await imported('P-2', {
      unitsSold: 1,
      orderedQuantity: 3,
      daysToTurn: 60,
      grossCents: 100_000,
      agedUnits: 2,
    });
    await imported('P-3', { decision: 'declined', orderedQuantity: 0, arrivedOn: null });
    await decidedLine({ trim: 'LT', decided: 1 });
    await order('LT', '2026-01-12', 'VIN1');
    await arrival('LT', '2026-03-01', 'VIN1');
    await sale('LT', '2026-03-31', 'VIN1', 250_000);
    const before = await feedbackRows();
    await matchOutcomes(db, scope());
    expect((await feedbackRows()).slice(0, 3)).toEqual(before);
    // Days 20, 30, 60: median 30. Gross 4,000 + 1,000 + 2,500 dollars over 2 + 1 + 1 units: 1,875.
    expect(await summarizeFeedback(db, scope())).toEqual({
      outcomes: 4,
      complete: 2,
      accepted: 3,
      changed: 0,
      declined: 1,
      unitsOrdered: 6,
      unitsSold: 4,
      medianDaysToTurn: 30,
      grossPerUnitCents: 187_500,
      agedUnits: 2,
    });
  });

  it('summarizes nothing as nothing, without inventing a median', async () => {
    expect(await summarizeFeedback(test.database.db, scope())).toMatchObject({
      outcomes: 0,
      unitsSold: 0,
      medianDaysToTurn: null,
      grossPerUnitCents: null,
    });
  });

  it('forgets what a feedback file says was sold after the day', async () => {
    await imported('P-1', { unitsSold: 2, orderedQuantity: 2, daysToTurn: 20, grossCents: 400_000 });
    // Arrived on 1 March, sold by 21 March.
    const [before] = await readRecordedOutcomes(test.database.db, { storeId, asOf: '2026-03-20' });
    expect(before).toMatchObject({ arrivedOn: '2026-03-01', unitsSold: null, grossCents: null });
    const [after] = await readRecordedOutcomes(test.database.db, { storeId, asOf: '2026-03-21' });
    expect(after).toMatchObject({ unitsSold: 2, grossCents: 400_000 });
  });

  it('lists outcomes by where they stand: what is on its way or unsold is no failure', async () => {
    await decidedLine({ trim: 'LT', decided: 2 });
    await decidedLine({ trim: 'RST', decided: 1 });
    await decidedLine({ trim: 'LS', decided: 0, decision: 'declined' });
    await order('LT', '2026-01-12', 'VIN1');
    await order('LT', '2026-01-12', 'VIN2');
    await order('RST', '2026-01-12', 'VIN3');
    await arrival('LT', '2026-03-01', 'VIN1');
    await arrival('LT', '2026-03-01', 'VIN2');
    await sale('LT', '2026-03-11', 'VIN1', 200_000);
    await matchOutcomes(test.database.db, scope());
    const page = { offset: 0, limit: 10, states: [] };
    const listed = await listOutcomes(test.database.db, scope(), page);
    expect(listed).toMatchObject({
      total: 3,
      byState: { declined: 1, on_order: 1, partly_sold: 1, sold: 0 },
    });
    const partly = listed.outcomes.find(({ state }) => state === 'partly_sold');
    expect(partly).toMatchObject({
      source: 'plan',
      build: { trim: 'LT' },
      unitsSold: 1,
      grossPerUnitCents: 200_000,
    });
    const declined = await listOutcomes(test.database.db, scope(), { ...page, states: ['declined'] });
    expect(declined).toMatchObject({ total: 1, outcomes: [{ build: { trim: 'LS' }, state: 'declined' }] });
  });

  it('keeps a rating and a note through later matching, and takes them back', async () => {
    const { db } = test.database;
    await decidedLine({ trim: 'LT', decided: 1 });
    await order('LT', '2026-01-12', 'VIN1');
    await matchOutcomes(db, scope());
    const page = { offset: 0, limit: 10, states: [] };
    const outcomeId = (await listOutcomes(db, scope(), page)).outcomes[0]?.id ?? '';
    const today = async () => TODAY;
    expect(await rateOutcome(db, { outcomeId, rating: 4, note: 'Wrong colour' }, today)).toMatchObject({
      rating: 4,
      note: 'Wrong colour',
    });
    await arrival('LT', '2026-03-01', 'VIN1');
    await matchOutcomes(db, scope());
    expect((await listOutcomes(db, scope(), page)).outcomes).toMatchObject([
      { state: 'in_stock', rating: 4, note: 'Wrong colour' },
    ]);
    expect(await rateOutcome(db, { outcomeId, rating: null, note: null }, today)).toMatchObject({
      rating: null,
      note: null,
    });
    await expect(
      rateOutcome(db, { outcomeId: '999999', rating: 1, note: null }, today),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  async function matchAndRead() {
    await matchOutcomes(test.database.db, scope());
    return readRecordedOutcomes(test.database.db, scope());
  }

  async function insert(table: string, values: Record<string, unknown>): Promise<number> {
    const { id } = await test.database.db
      .insertInto(table as 'setting')
      .values(values as never)
      .returning('id' as never)
      .executeTakeFirstOrThrow();
    return id as number;
  }

  async function build(trim: string, modelYear: number | null): Promise<number> {
    const attributes = { make: 'Chevrolet', model: 'Tahoe', trim, modelYear };
    const found = await test.database.db
      .selectFrom('build')
      .select('id')
      .where('trim', '=', trim)
      .where('modelYear', modelYear === null ? 'is' : '=', modelYear)
      .executeTakeFirst();
    if (found) return found.id;
    const unknown = { body: null, drivetrain: null, engine: null, package: null };
    return insert('build', { ...attributes, ...unknown, exteriorColor: null, interiorColor: null });
  }

  async function decidedLine(line: {
    trim: string;
    decided: number;
    decision?: 'accepted' | 'declined' | null;
    planDay?: string;
  }): Promise<number> {
    const { trim, decided, decision = 'accepted', planDay = PLAN_DAY } = line;
    const planId = await insert('planRun', {
      storeId,
      asOf: planDay,
      forecastRunId,
      weightSetId: null,
      options: '{}',
      outcome: '{}',
    });
    const lineId = await insert('planLine', {
      planId,
      position: 1,
      // A plan's build leaves the model year open; orders and units name one.
      buildId: await build(trim, null),
      quantity: 3,
      uncappedQuantity: 3,
      score: 0.8,
      parts: JSON.stringify({ gross: 0.9, daysToTurn: 0.8, market: 0.7, forecast: null }),
      expectedValueCents: 0,
      unitCostCents: 0,
      onHand: 0,
      pipeline: 0,
      demand: 1,
      marginalValuesCents: '[]',
      reasons: '[]',
      notScoredBecause: null,
    });
    if (decision) await insert('planDecision', { lineId, decision, quantity: decided, reason: null });
    return lineId;
  }

  async function order(trim: string, orderedOn: string, vin: string, changes: object = {}): Promise<void> {
    await insert('factoryOrder', {
      storeId,
      orderNumber: `O-${vin}`,
      buildId: await build(trim, 2026),
      allocationGroup: null,
      status: 'placed',
      rawStatus: null,
      orderType: 'stock',
      orderedOn,
      estimatedArrivalOn: null,
      arrivedOn: null,
      vin,
      msrpCents: null,
      invoiceCents: null,
      lastSeenOn: orderedOn,
      closedOn: null,
      raw: '{}',
      rowHash: '',
      batchId,
      ...changes,
    });
  }

  async function arrival(trim: string, receivedOn: string, vin: string): Promise<void> {
    await insert('stockEpisode', {
      storeId,
      vin,
      buildId: await build(trim, 2026),
      condition: 'new',
      status: 'available',
      receivedOn,
      source: 'inventory',
      firstSeenOn: receivedOn,
      lastSeenOn: receivedOn,
      raw: '{}',
      rowHash: '',
      batchId,
    });
  }

  async function sale(
    trim: string,
    soldOn: string,
    vin: string,
    totalGrossCents: number,
    changes: object = {},
  ): Promise<void> {
    await insert('sale', {
      storeId,
      dealNumber: `D-${vin}`,
      vin,
      buildId: await build(trim, 2026),
      condition: 'new',
      saleType: 'retail',
      dealState: 'counted',
      soldOn,
      contractOn: soldOn,
      totalGrossCents,
      raw: '{}',
      rowHash: '',
      batchId,
      ...changes,
    });
  }

  async function imported(reference: string, changes: object): Promise<void> {
    await insert('feedback', {
      storeId,
      planLineId: null,
      reference,
      buildId: await build('LT', 2026),
      recommendedOn: '2026-01-05',
      recommendedQuantity: 3,
      decision: 'accepted',
      arrivedOn: '2026-03-01',
      unitsSold: null,
      daysToTurn: null,
      grossCents: null,
      agedUnits: null,
      rating: null,
      scoreGross: 0.5,
      scoreDaysToTurn: 0.5,
      scoreMarket: 0.5,
      scoreForecast: 0.5,
      reason: null,
      rowHash: reference,
      batchId,
      ...changes,
    });
  }

  async function feedbackRows() {
    return test.database.db.selectFrom('feedback').selectAll().orderBy('id').execute();
  }
});
