import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineContext } from '@engine/engine-context';
import { EventHub } from '@engine/jobs/event-hub';
import { readMarketSummary } from '@engine/market/read-market-summary';
import { analyseOrder } from '@engine/planning/analyse-order';
import { analysePlan } from '@engine/planning/analyse-plan';
import { decideLines, undecideLines } from '@engine/planning/decide';
import { listAgedUnits } from '@engine/planning/list-aged-units';
import { listEvidence } from '@engine/planning/list-evidence';
import { listGaps } from '@engine/planning/list-gaps';
import { loadHighs } from '@engine/planning/load-highs';
import { makePlan } from '@engine/planning/make-plan';
import { planOrder } from '@engine/planning/plan-order';
import { readLatestPlan, readPlan } from '@engine/planning/read-plan';
import { saveOrderSheet } from '@engine/planning/save-order-sheet';
import { signOffPlan } from '@engine/planning/sign-off';
import type { PlanAnalyser, PlanSolver } from '@engine/planning/solve-in-worker';
import { saveStoredConstraints } from '@engine/planning/store-constraints';
import { estimateLimits, tryLimits } from '@engine/planning/try-limits';
import { plan as procedures } from '@engine/procedures/plan';
import { resolveScope } from '@engine/stores/resolve-scope';
import { call } from '@orpc/server';
import { planSchema } from '@shared/contract/plan';
import { addDays } from '@shared/domain/calendar-day';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const asOf = '2026-10-31';
const now = () => new Date('2026-11-01T09:00:00.000Z');
const handle = { signal: new AbortController().signal, report: () => {} };

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
  await fillStore(test);
});
afterAll(() => test.dispose());

/** The solver on the test's own thread; the worker thread has its own test. */
const solveHere: PlanSolver = async (inputs) => ({
  draft: planOrder(inputs, await loadHighs(), { timeLimitSeconds: 10 }),
  milliseconds: 1,
});

const analyseHere: PlanAnalyser = async ({ question, limits, inputs }) =>
  analyseOrder(question, limits, inputs, await loadHighs());

async function plan(options: Partial<Parameters<typeof makePlan>[1]['options']> = {}, day?: string) {
  const { db } = test.database;
  const scope = await resolveScope(db, day ? { asOf: day } : {});
  const context = { db, events: new EventHub(), now, workerDirectory: '' };
  const request = {
    scope,
    options: { constraints: [], ...options },
    readMarket: readMarketSummary,
    solve: solveHere,
  };
  const { planId, inputs } = await makePlan(context, request, handle);
  await analysePlan(context, { planId, inputs, analyse: analyseHere }, handle);
  return readPlan(db, planId);
}

describe('a plan from the database', () => {
  it('has the contract shape, and its lines add up to its totals', async () => {
    const made = await plan();
    expect(() => planSchema.parse(made)).not.toThrow();
    expect(made).toMatchObject({ storeCode: 'S1', asOf, windowDays: 90, createdAt: now().toISOString() });
    expect(made.lines.length).toBeGreaterThan(0);
    const units = made.lines.reduce((sum, line) => sum + line.quantity, 0);
    const cost = made.lines.reduce((sum, line) => sum + line.quantity * line.unitCostCents, 0);
    const value = made.lines.reduce((sum, line) => sum + line.expectedValueCents, 0);
    expect(made.totals).toEqual({ units, costCents: cost, expectedValueCents: value });
  });

  it('recommends configurations without colours, in the newest model year, with their own stock and pipeline', async () => {
    const made = await plan();
    const trax = made.lines.find((line) => line.build.model === 'Trax' && line.build.trim === 'LT');
    expect(trax?.build).toMatchObject({ modelYear: 2027, exteriorColor: null, interiorColor: null });
    // Two of three are available (one is a demo); one of two orders comes within the window.
    expect(trax).toMatchObject({ onHand: 2, pipeline: 1 });
    // The invoice of the order, not the cost of what was sold.
    expect(trax?.unitCostCents).toBe(2_350_000);
  });

  it('makes the same plan twice', async () => {
    const withoutIds = ({ id: _, lines, ...rest }: Awaited<ReturnType<typeof plan>>) => ({
      ...rest,
      lines: lines.map(({ lineId: __, ...line }) => line),
    });
    expect(withoutIds(await plan())).toEqual(withoutIds(await plan()));
  });

  it('does not use what became known later', async () => {
    const { db } = test.database;
    const before = await plan();
    const { id } = await db
      .insertInto('sale')
      .values(saleRow(await buildId('Tahoe', 'LS', 2027, 'Black'), '2026-11-15', 'LATER', 900_000))
      .returning('id')
      .executeTakeFirstOrThrow();
    const after = await plan();
    await db.deleteFrom('sale').where('id', '=', id).execute();
    expect(after.lines.map((line) => line.marginalValuesCents)).toEqual(
      before.lines.map((line) => line.marginalValuesCents),
    );
  });

  it('counts a sold unit until its sale is in the books, and no longer', async () => {
    const { db } = test.database;
    const pipelineOfTrax = async () =>
      (await plan()).lines.find((line) => line.build.model === 'Trax' && line.build.trim === 'LT')?.pipeline;
    const setStatus = async (status: 'sold_not_delivered' | 'demo') => {
      await db.updateTable('inventorySnapshot').set({ status }).where('status', '!=', 'available').execute();
      await db.updateTable('stockEpisode').set({ status }).where('vin', '=', 'C').execute();
    };
    // The demo is neither stock nor pipeline; one of two orders arrives in the window.
    expect(await pipelineOfTrax()).toBe(1);
    await setStatus('sold_not_delivered');
    expect(await pipelineOfTrax()).toBe(2);
    const build = await buildId('Trax', 'LT', 2027, 'White');
    const booked = { ...saleRow(build, asOf, 'BOOKED', 240_000), vin: 'C' };
    await db.insertInto('sale').values(booked).execute();
    expect(await pipelineOfTrax()).toBe(1);
    await db.deleteFrom('sale').where('dealNumber', '=', 'BOOKED').execute();
    await setStatus('demo');
  });

  it('goes by the status that an order had on the day', async () => {
    const { db } = test.database;
    const orders = await db.selectFrom('factoryOrder').select(['id', 'orderNumber']).execute();
    const id = orders.find((order) => order.orderNumber === '1')?.id ?? 0;
    const history = [
      { orderId: id, asOf: '2026-10-15', status: 'scheduled', rawStatus: null },
      { orderId: id, asOf: '2026-11-10', status: 'cancelled', rawStatus: null },
    ];
    await db.insertInto('factoryOrderStatus').values(history).execute();
    await db.updateTable('factoryOrder').set({ status: 'cancelled' }).where('id', '=', id).execute();
    const made = await plan();
    expect(made.lines.find((line) => line.build.trim === 'LT')?.pipeline).toBe(1);
    await db.deleteFrom('factoryOrderStatus').execute();
    await db.updateTable('factoryOrder').set({ status: 'scheduled' }).where('id', '=', id).execute();
  });

  it('is scored with the weights that were known on its day', async () => {
    const { db } = test.database;
    const weightsUsed = async () => {
      const { id } = await plan();
      const run = db.selectFrom('planRun').innerJoin('weightSet', 'weightSet.id', 'planRun.weightSetId');
      const used = run.select(['version', 'weights']).where('planRun.id', '=', Number(id));
      return used.executeTakeFirstOrThrow();
    };
    const even = { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 };
    expect(await weightsUsed()).toEqual({ version: 1, weights: even });

    const grossOnly = { gross: 1, daysToTurn: 0, market: 0, forecast: 0 };
    await learnWeights(2, asOf, grossOnly);
    expect(await weightsUsed()).toEqual({ version: 2, weights: grossOnly });
    await learnWeights(3, addDays(asOf, 1), even);
    expect(await weightsUsed()).toEqual({ version: 2, weights: grossOnly });
    // Taken up again by hand: version 1 counts, though version 2 is newer.
    await activate(1);
    expect(await weightsUsed()).toMatchObject({ version: 1 });
    await db.updateTable('planRun').set({ weightSetId: null }).execute();
    await db.deleteFrom('weightSet').execute();
  });

  it('keeps to the allocation of the cycle, less what was ordered in it', async () => {
    const { db } = test.database;
    const allocation = {
      storeId: 1,
      cycle: '2026-10',
      cycleStart: '2026-10-01',
      cycleEnd: '2026-10-31',
      make: 'Chevrolet',
      allocationGroup: 'Small SUV',
      models: ['Trax'],
      units: 3,
      rowHash: 'a',
      batchId: 1,
    };
    await db.insertInto('allocation').values(allocation).execute();
    const made = await plan();
    await db.deleteFrom('allocation').execute();
    // Of the two orders one was placed in October.
    const limit = made.limits.find((one) => one.kind === 'allocation');
    expect(limit).toMatchObject({
      bound: 2,
      used: 2,
      source: 'cycle 2026-10: 3 allocated, 1 already ordered',
    });
    const ordered = made.lines.filter((line) => line.build.model === 'Trax');
    expect(ordered.reduce((sum, line) => sum + line.quantity, 0)).toBe(2);
    expect(made.shadowPrices.find((price) => price.constraint === limit?.id)?.cents).toBeGreaterThan(0);
  });

  it('finds the allocation of the cycle that begins next month', async () => {
    const { db } = test.database;
    const next = {
      storeId: 1,
      cycle: '2026-11',
      cycleStart: '2026-11-01',
      cycleEnd: '2026-11-30',
      make: 'Chevrolet',
      allocationGroup: 'Small SUV',
      models: ['Trax'],
      units: 1,
      rowHash: 'b',
      batchId: 1,
    };
    await db.insertInto('allocation').values(next).execute();
    const made = await plan();
    await db.deleteFrom('allocation').execute();
    expect(made.limits.find((one) => one.kind === 'allocation')).toMatchObject({ bound: 1 });
    expect(made.windowNote).toContain('one allocation cycle of 30');
    expect(made.notes).toContain('No allocation group names Tahoe, so allocation does not limit them.');
  });

  it('takes budget and places from the options and prices them', async () => {
    const free = await plan();
    const made = await plan({ budgetCents: 12_000_000, places: 3 });
    expect(made.totals.units).toBeLessThanOrEqual(3);
    expect(made.totals.costCents).toBeLessThanOrEqual(12_000_000);
    expect(made.uncappedTotals).toEqual(free.totals);
    expect(made.shadowPrices.map((price) => price.step)).toEqual(['$10,000 more', 'one more place']);
  });

  it('names what to do when there is no forecast for the day', async () => {
    await expect(plan({}, '2026-09-30')).rejects.toMatchObject({
      code: 'NO_DATA',
      nextStep: 'Run the forecast first, then plan.',
    });
  });

  it('keeps nothing of a plan whose limits conflict', async () => {
    const { db } = test.database;
    const count = async () => (await db.selectFrom('planRun').select('id').execute()).length;
    const before = await count();
    const kind = 'minimum_mix' as const;
    const minimum = { id: 'm', kind, label: 'Four Tahoe', models: ['Tahoe'], bound: 4 };
    await expect(plan({ places: 1, constraints: [minimum] })).rejects.toMatchObject({ code: 'INFEASIBLE' });
    expect(await count()).toBe(before);
  });

  it('is found as the latest, and by day', async () => {
    const { db } = test.database;
    const made = await plan();
    expect((await readLatestPlan(db, 1, undefined))?.id).toBe(made.id);
    expect(await readLatestPlan(db, 1, '2026-10-30')).toBeNull();
    await expect(readPlan(db, '999999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readPlan(db, "1' or true")).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the procedures', () => {
  it('plan in a job on a worker thread, and tell of the new plan', async () => {
    const context = planContext();
    const { jobId } = await call(procedures.start, { places: 2 }, { context });
    const job = await context.jobs.wait(jobId);
    expect(job).toMatchObject({ state: 'done', result: { planId: expect.any(String) } });
    expect(await context.jobs.wait(String(job.result?.analysisJobId))).toMatchObject({ state: 'done' });
    const latest = await call(procedures.getLatest, {}, { context });
    expect(latest).toMatchObject({
      id: job.result?.planId,
      totals: { units: 2 },
      shadowPrices: [{ constraint: 'places' }],
      sensitivity: [{ demandFactor: 0.8 }, { demandFactor: 1.2 }],
      analysedAt: now().toISOString(),
    });
    const gaps = await call(procedures.listGaps, {}, { context });
    expect(gaps.gaps.length).toBeGreaterThan(0);
  });

  it('refuse to start without a forecast for the day', async () => {
    const start = call(procedures.start, { asOf: '2026-09-30' }, { context: planContext() });
    await expect(start).rejects.toMatchObject({ code: 'NO_DATA', data: { nextStep: expect.any(String) } });
  });
});

function planContext(): EngineContext {
  return engineContext(test.database, { ...test, workerDirectory: path.resolve('out/main') }, now);
}

describe('decisions', () => {
  it('accepts the planned quantity, changes to the given one and declines to none', async () => {
    const { db } = test.database;
    const made = await plan();
    const [first, second] = made.lines;
    if (!first || !second) throw new Error('the plan needs two lines');
    const decided = await decideLines(
      db,
      {
        planId: made.id,
        lines: [
          { lineId: first.lineId, decision: 'accepted' },
          { lineId: second.lineId, decision: 'changed', quantity: 7, reason: 'Fleet deal' },
        ],
      },
      now(),
    );
    expect(decided.lines[0]?.decision).toEqual({
      decision: 'accepted',
      quantity: first.quantity,
      reason: null,
      decidedAt: '2026-11-01T09:00:00.000Z',
    });
    expect(decided.lines[1]?.decision).toMatchObject({ quantity: 7, reason: 'Fleet deal' });
    expect(decided.totals).toEqual(made.totals);
    expect(() => planSchema.parse(decided)).not.toThrow();

    const declined = await decideLines(
      db,
      { planId: made.id, lines: [{ lineId: first.lineId, decision: 'declined' }] },
      now(),
    );
    expect(declined.lines[0]?.decision).toMatchObject({ decision: 'declined', quantity: 0 });
  });

  it('takes a decision back and keeps its history', async () => {
    const { db } = test.database;
    const made = await plan();
    const lineId = made.lines[0]?.lineId ?? '';
    for (const decision of ['accepted', 'declined'] as const) {
      await decideLines(db, { planId: made.id, lines: [{ lineId, decision }] }, now());
    }
    const open = await undecideLines(db, { planId: made.id, lineIds: [lineId] }, now());
    expect(open.lines[0]?.decision).toBeNull();
    const history = await db
      .selectFrom('planDecision')
      .select(['decision', 'withdrawnAt'])
      .where('lineId', '=', Number(lineId))
      .orderBy('id')
      .execute();
    expect(history.map((row) => row.decision)).toEqual(['accepted', 'declined']);
    expect(history.every((row) => row.withdrawnAt !== null)).toBe(true);
  });

  it('refuses a change without a quantity, a foreign line and a line named twice, and records none of them', async () => {
    const { db } = test.database;
    const made = await plan();
    const lineId = made.lines[0]?.lineId ?? '';
    const decide = (lines: Parameters<typeof decideLines>[1]['lines']) =>
      decideLines(db, { planId: made.id, lines }, now());
    const accepted = { lineId, decision: 'accepted' } as const;
    await expect(decide([accepted, { lineId: '987654', decision: 'declined' }])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(decide([{ lineId, decision: 'changed' }])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(decide([accepted, { lineId, decision: 'declined' }])).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect((await readPlan(db, made.id)).lines[0]?.decision).toBeNull();
  });
});

describe('a plan under moved limits', () => {
  const context = () => ({ db: test.database.db, workerDirectory: path.resolve('out/main') });
  const never = new AbortController().signal;

  it('is the plan itself when nothing is moved, and the plan of those limits when one is', async () => {
    const made = await plan({ places: 5 });
    const same = await tryLimits(context(), { planId: made.id, limits: [] }, never);
    expect(same).toMatchObject({ ...made.totals, isEstimate: false, changes: [], conflict: null });
    const moved = { planId: made.id, limits: [{ id: 'places', bound: 3 }] };
    const exact = await tryLimits(context(), moved, never);
    expect(exact).toMatchObject((await plan({ places: 3 })).totals);
    expect(exact.changes.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(-2);
    // In fractions it is worth no less than whole units, tilted by the score by an eighth at most.
    const estimate = await estimateLimits(context(), moved);
    expect(estimate).toMatchObject({ isEstimate: true, units: 3 });
    expect(estimate.expectedValueCents).toBeGreaterThan(0.75 * exact.expectedValueCents);
  });

  it('names the limits that cannot hold, and refuses a limit that the plan has not', async () => {
    const constraints = [
      { id: 'm', kind: 'minimum_mix' as const, label: 'Three Tahoe', models: ['Tahoe'], bound: 3 },
    ];
    const made = await plan({ places: 5, constraints });
    const moved = { planId: made.id, limits: [{ id: 'places', bound: 2 }] };
    const conflict = [
      { id: 'places', label: 'Lot places' },
      { id: 'm', label: 'Three Tahoe' },
    ];
    expect(await estimateLimits(context(), moved)).toMatchObject({ conflict });
    expect(await tryLimits(context(), moved, never)).toMatchObject({ conflict });
    const unknown = { planId: made.id, limits: [{ id: 'garage', bound: 2 }] };
    await expect(estimateLimits(context(), unknown)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('signing a plan off', () => {
  it('closes it: nothing of it changes any more, and a later one supersedes it', async () => {
    const { db } = test.database;
    const first = await plan();
    const lineId = first.lines[0]?.lineId ?? '';
    await decideLines(db, { planId: first.id, lines: [{ lineId, decision: 'declined' }] }, now());
    await expect(signOffPlan(db, { planId: first.id, undecided: 'refuse' }, now())).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const signed = await signOffPlan(db, { planId: first.id, undecided: 'accept', note: 'October' }, now());
    expect(signed).toMatchObject({ signedOffAt: now().toISOString(), signedOffNote: 'October' });
    expect(signed.lines[0]?.decision).toMatchObject({ decision: 'declined', quantity: 0 });
    const rest = signed.lines.slice(1).filter((line) => line.quantity > 0);
    expect(rest.length).toBeGreaterThan(0);
    for (const line of rest)
      expect(line.decision).toMatchObject({ decision: 'accepted', quantity: line.quantity });

    const closed = { code: 'CONFLICT' };
    const again = { planId: first.id, lines: [{ lineId, decision: 'accepted' as const }] };
    await expect(decideLines(db, again, now())).rejects.toMatchObject(closed);
    await expect(undecideLines(db, { planId: first.id, lineIds: [lineId] }, now())).rejects.toMatchObject(
      closed,
    );
    await expect(signOffPlan(db, { planId: first.id, undecided: 'accept' }, now())).rejects.toMatchObject(
      closed,
    );

    const second = await plan();
    await signOffPlan(db, { planId: second.id, undecided: 'decline' }, now());
    const superseded = await readPlan(db, first.id);
    expect(superseded).toEqual({ ...signed, supersededByPlanId: second.id });
    expect((await readPlan(db, second.id)).lines.every((line) => line.decision?.quantity === 0)).toBe(true);
  });
});

describe('the rows behind a line', () => {
  it('are the sales, units and orders that fit it, as of the plan’s day', async () => {
    const { db } = test.database;
    const made = await plan();
    const line = made.lines.find(({ build }) => build.model === 'Trax' && build.trim === 'LT');
    const evidence = await listEvidence(db, { planId: made.id, lineId: line?.lineId ?? '' });
    // One sold every seven days for 48 weeks; two stand free and a demo; two orders, one of them in the window.
    expect(evidence.sales).toHaveLength(48);
    expect(evidence.sales[0]).toMatchObject({ soldOn: asOf, daysInStock: 25, grossCents: 240_000 });
    expect(evidence.stock.map(({ status }) => status).sort()).toEqual(['available', 'available', 'demo']);
    expect(evidence.coming.map(({ orderNumber }) => orderNumber)).toEqual(['1', '2']);
    await expect(listEvidence(db, { planId: made.id, lineId: '987654' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the order sheet', () => {
  it('holds what was decided, to the cent, in both formats', async () => {
    const { db } = test.database;
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-order-'));
    const made = await plan({ places: 4 });
    const csv = path.join(folder, 'order.csv');
    await expect(saveOrderSheet(db, { planId: made.id, path: csv })).rejects.toMatchObject({
      code: 'NO_DATA',
    });
    await signOffPlan(db, { planId: made.id, undecided: 'accept' }, now());
    const saved = await saveOrderSheet(db, { planId: made.id, path: csv });
    expect(saved).toMatchObject({ units: made.totals.units, costCents: made.totals.costCents });
    const [header = '', ...rows] = readFileSync(csv, 'utf8').trim().split('\r\n');
    const column = header.slice(1).split(',');
    const sumOf = (name: string) =>
      rows.reduce((sum, row) => sum + Number(row.split(',')[column.indexOf(name)]), 0);
    expect(sumOf('Units')).toBe(made.totals.units);
    expect(Math.round(sumOf('Cost') * 100)).toBe(made.totals.costCents);

    const xlsx = path.join(folder, 'order.xlsx');
    await saveOrderSheet(db, { planId: made.id, path: xlsx });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(xlsx);
    const sheet = workbook.getWorksheet('Order');
    expect(sheet?.getCell('A1').value).toContain(`plan ${made.id}`);
    expect(sheet?.rowCount).toBeGreaterThan(rows.length);
    await expect(saveOrderSheet(db, { planId: made.id, path: 'order.csv' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    rmSync(folder, { recursive: true });
  });
});

describe('limits kept with the store', () => {
  it('bind every plan until they are changed', async () => {
    const { db } = test.database;
    const blocked = { id: 'no-rs', kind: 'blocked' as const, label: 'No RS', trim: 'RS', bound: 0 };
    const half = {
      id: 'half',
      kind: 'maximum_mix' as const,
      label: 'Half Trax',
      models: ['Trax'],
      unit: 'percent' as const,
      bound: 50,
    };
    const free = await plan();
    await saveStoredConstraints(db, 1, [blocked, half]);
    const made = await plan();
    const unitsOf = (name: 'trim' | 'model', value: string, of = made) =>
      of.lines.filter((line) => line.build[name] === value).reduce((sum, line) => sum + line.quantity, 0);
    expect(unitsOf('trim', 'RS', free)).toBeGreaterThan(0);
    expect(unitsOf('trim', 'RS')).toBe(0);
    expect(unitsOf('model', 'Trax') * 2).toBeLessThanOrEqual(made.totals.units);
    const share = made.limits.find((limit) => limit.id === 'half');
    expect(share?.used).toBeCloseTo((100 * unitsOf('model', 'Trax')) / made.totals.units, 10);
    const twice = saveStoredConstraints(db, 1, [blocked, blocked]);
    await expect(twice).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await saveStoredConstraints(db, 1, []);
    expect((await plan()).totals).toEqual(free.totals);
  });
});

describe('gaps', () => {
  it('sets the target supply against stock and pipeline, new and used apart', async () => {
    const { db } = test.database;
    const list = await listGaps(db, await resolveScope(db, {}), 'model');
    const newTrax = list.gaps.find((gap) => gap.condition === 'new' && gap.model === 'Trax');
    // 4 a month. Until an order placed today arrives in 60 days, November and 30 days of December: 4 + 4 x 30 / 31 =
    // 7.871 are wanted; 2 are available, one of two orders comes by then: sold out. The 60 days after that hold a
    // day of December, January and February: 4 / 31 + 4 + 4 x 28 / 28 = 8.129 (31 + 28 + 1 = 60).
    expect(newTrax?.ideal).toBeCloseTo(8.129, 3);
    expect(newTrax).toMatchObject({
      available: 2,
      pipeline: 2,
      leadDays: 60,
      arriving: 1,
      projected: 0,
      gap: 8,
      note: 'in 60 days, when an order placed today arrives: 2 + 1 arriving − 7.9 sold = 0, sold out before',
    });
    // As in the inventory: 2 available; sold in 45 days on day 0, 7, .. 42: 7 LT, and RS with every third: 3 more.
    expect(newTrax?.daysSupply).toBeCloseTo((2 * 45) / 10, 10);
    // Used: 1 a month is forecast, so November and 15 days of December: 1 + 15 / 31 = 1.4839; none in stock.
    const usedTrax = list.gaps.find((gap) => gap.condition === 'used' && gap.model === 'Trax');
    expect(usedTrax).toMatchObject({
      available: 0,
      pipeline: 0,
      leadDays: 0,
      projected: 0,
      ideal: expect.closeTo(1.4839, 4),
      gap: 1,
      note: null,
    });
    expect(list.forecastRunId).not.toBeNull();
  });

  it('says what the newest plan of the day orders of each, and the dollars of the difference', async () => {
    const { db } = test.database;
    const made = await plan({ places: 1 });
    const { gaps } = await listGaps(db, await resolveScope(db, {}), 'model');
    const ofPlan = (model: string) =>
      made.lines.filter((line) => line.build.model === model).reduce((sum, line) => sum + line.quantity, 0);
    for (const gap of gaps.filter(({ condition }) => condition === 'new'))
      expect(gap.inPlan?.units).toBe(ofPlan(gap.model));
    const trax = gaps.find((gap) => gap.condition === 'new' && gap.model === 'Trax');
    // One place for all: eight are missing, and the next would be worth its own marginal value.
    expect(trax?.inPlan?.because).toBe('no_room');
    const worths = made.lines
      .filter((line) => line.build.model === 'Trax')
      .map((line) => line.marginalValuesCents[line.quantity] ?? 0);
    expect(trax?.inPlan?.cents).toBe(Math.max(...worths));
    expect(gaps.filter(({ condition }) => condition === 'used').every((gap) => gap.inPlan === null)).toBe(
      true,
    );
  });

  it('splits by trim', async () => {
    const { db } = test.database;
    const { gaps } = await listGaps(db, await resolveScope(db, {}), 'trim');
    const ofTrax = gaps.filter((gap) => gap.condition === 'new' && gap.model === 'Trax');
    expect(ofTrax.map((gap) => gap.trim).sort()).toEqual(['LT', 'RS']);
    // The three used ones sold are of one trim, which so has the whole forecast of its model: 1 + 15 / 31.
    const used = gaps.filter((gap) => gap.condition === 'used' && gap.model === 'Trax');
    expect(used.map(({ ideal }) => ideal)).toEqual([expect.closeTo(1.4839, 4)]);
  });
});

describe('units that stand too long', () => {
  it('are judged in dollars, with what falls due, and add up', async () => {
    const { db } = test.database;
    const scope = await resolveScope(db, {});
    const settings = {
      ...scope.settings,
      agedDaysNew: 29,
      curtailmentsNew: [{ afterDays: 45, share: 0.1 }],
    };
    const { units, totals } = await listAgedUnits(db, { ...scope, settings });
    // Two of three are available; all came on October 1, 30 days ago.
    expect(units.map(({ ageDays, isAged, isTooMany }) => [ageDays, isAged, isTooMany])).toEqual([
      [30, true, false],
      [30, true, false],
    ]);
    // October 1 + 45 days; a tenth of $24,000.
    expect(units[0]?.curtailment).toEqual({ dueOn: '2026-11-15', amountCents: 240_000, share: 0.1 });
    // 30 days at $24,000 x 7.5 % / 365 + $15 = $4.9315 + $15.
    expect(units[0]?.holdingNextMonthCents).toBe(59_795);
    expect(totals).toEqual({
      units: 2,
      costCents: 4_800_000,
      stakeCents: units.reduce((sum, unit) => sum + unit.stakeCents, 0),
      holdingNextMonthCents: 119_590,
      curtailmentsDueCents: 480_000,
      curtailmentsDueUnits: 2,
    });
    for (const unit of units) {
      expect(unit.options.map(({ action }) => action)).toEqual(['hold', 'reprice', 'trade', 'wholesale']);
      expect(unit.reasons.length).toBeLessThanOrEqual(3);
    }
    // Nothing is aged, too many or due under the settings as they are.
    expect((await listAgedUnits(db, scope)).units).toEqual([]);
  });
});

/** As a learning run as of `day` leaves it: a new version in use. */
async function learnWeights(version: number, day: string, weights: Record<string, number>): Promise<void> {
  const { db } = test.database;
  const { id } = await db
    .insertInto('learningRun')
    .values({ storeId: 1, asOf: day, target: 'gross', evidence: '{}', activated: true, note: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const set = {
    storeId: 1,
    version,
    tilt: 0.25,
    isActive: false,
    learningRunId: id,
    evidence: '{}',
    note: '',
  };
  await db
    .insertInto('weightSet')
    .values({ ...set, weights: JSON.stringify(weights) })
    .execute();
  await activate(version);
}

async function activate(version: number): Promise<void> {
  const { db } = test.database;
  await db.updateTable('weightSet').set({ isActive: false }).execute();
  await db.updateTable('weightSet').set({ isActive: true }).where('version', '=', version).execute();
}

async function buildId(
  model: string,
  trim: string,
  modelYear: number,
  exteriorColor: string | null,
): Promise<number> {
  const { db } = test.database;
  const build = {
    make: 'Chevrolet',
    model,
    modelYear,
    body: 'SUV',
    trim,
    drivetrain: 'AWD',
    engine: null,
    package: null,
    exteriorColor,
    interiorColor: null,
  };
  await db
    .insertInto('build')
    .values(build)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('build')
    .select('id')
    .where('model', '=', model)
    .where('trim', '=', trim)
    .where('modelYear', '=', modelYear)
    .where('exteriorColor', exteriorColor === null ? 'is' : '=', exteriorColor)
    .executeTakeFirstOrThrow();
  return row.id;
}

function saleRow(
  build: number,
  soldOn: string,
  dealNumber: string,
  totalGrossCents: number,
  condition: 'new' | 'used' = 'new',
) {
  return {
    storeId: 1,
    dealNumber,
    buildId: build,
    condition,
    saleType: 'retail' as const,
    dealState: 'counted' as const,
    soldOn,
    contractOn: soldOn,
    receivedOn: addDays(soldOn, -25),
    costCents: 2_500_000,
    totalGrossCents,
    raw: '{}',
    rowHash: dealNumber,
    batchId: 1,
  };
}

/** A small store: three builds that sell, stock with a demo among it, two orders, and forecasts of models and trims. */
async function fillStore({ database: { db } }: TestDatabase): Promise<void> {
  await addHandMadeStore(db, 'S1');
  const white = await buildId('Trax', 'LT', 2026, 'White');
  const whiteNew = await buildId('Trax', 'LT', 2027, 'White');
  const black = await buildId('Trax', 'LT', 2027, 'Black');
  const rs = await buildId('Trax', 'RS', 2026, 'White');
  const tahoe = await buildId('Tahoe', 'LS', 2027, 'Black');
  const sales = Array.from({ length: 48 }, (_, index) => [
    saleRow(index % 2 ? white : black, addDays(asOf, -7 * index), `LT${index}`, 240_000),
    ...(index % 3 === 0 ? [saleRow(rs, addDays(asOf, -7 * index), `RS${index}`, 200_000)] : []),
    ...(index % 2 === 0 ? [saleRow(tahoe, addDays(asOf, -7 * index), `T${index}`, 450_000)] : []),
  ]).flat();
  const used = [10, 40, 80].map((days) => saleRow(white, addDays(asOf, -days), `U${days}`, 150_000, 'used'));
  await db
    .insertInto('sale')
    .values([...sales, ...used])
    .execute();
  await insertStock(white, black);
  await insertOrders(whiteNew);
  await insertForecasts();
}

async function insertStock(white: number, black: number): Promise<void> {
  const { db } = test.database;
  const stay = (vin: string, buildId: number, status: 'available' | 'demo') => ({
    storeId: 1,
    vin,
    stockNumber: vin,
    buildId,
    condition: 'new' as const,
    status,
    receivedOn: '2026-10-01',
    odometerMiles: null,
    costCents: 2_400_000,
    priceCents: null,
    msrpCents: null,
    location: null,
    source: 'inventory',
    firstSeenOn: asOf,
    lastSeenOn: asOf,
    closedOn: null,
    closeReason: null,
    raw: '{}',
    rowHash: vin,
    batchId: 1,
  });
  const episodes = await db
    .insertInto('stockEpisode')
    .values([stay('A', white, 'available'), stay('B', black, 'available'), stay('C', white, 'demo')])
    .returning(['id', 'status'])
    .execute();
  await db
    .insertInto('inventorySnapshot')
    .values(
      episodes.map(({ id, status }) => ({
        storeId: 1,
        asOf,
        episodeId: id,
        status,
        priceCents: null,
        batchId: 1,
      })),
    )
    .execute();
}

async function insertOrders(build: number): Promise<void> {
  const order = (orderNumber: string, orderedOn: string, estimatedArrivalOn: string) => ({
    storeId: 1,
    orderNumber,
    buildId: build,
    allocationGroup: 'Small SUV',
    status: 'scheduled',
    rawStatus: null,
    orderType: 'stock' as const,
    orderedOn,
    estimatedArrivalOn,
    arrivedOn: null,
    vin: null,
    msrpCents: null,
    invoiceCents: 2_350_000,
    lastSeenOn: asOf,
    closedOn: null,
    raw: '{}',
    rowHash: orderNumber,
    batchId: 1,
  });
  await test.database.db
    .insertInto('factoryOrder')
    .values([order('1', '2026-09-20', '2026-12-01'), order('2', '2026-10-20', '2027-03-01')])
    .execute();
}

async function insertForecasts(): Promise<void> {
  const { db } = test.database;
  const { id: runId } = await db
    .insertInto('forecastRun')
    .values({ storeId: 1, asOf, grain: 'month', horizon: 4, options: '{}', milliseconds: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const series = [
    { level: 'model', model: 'Trax', trim: null, perMonth: 4 },
    { level: 'trim', model: 'Trax', trim: 'LT', perMonth: 3 },
    { level: 'trim', model: 'Trax', trim: 'RS', perMonth: 1 },
    { level: 'model', model: 'Tahoe', trim: null, perMonth: 2 },
    { level: 'trim', model: 'Tahoe', trim: 'LS', perMonth: 2 },
    { level: 'model', model: 'Trax', trim: null, perMonth: 1, condition: 'used' },
  ] as const;
  for (const { perMonth, ...one } of series) {
    const quantiles = JSON.stringify({ '0.10': perMonth * 2.5, '0.90': perMonth * 6 });
    const { id: seriesId } = await db
      .insertInto('forecastSeries')
      .values({
        runId,
        seriesKey: `${'condition' in one ? 'used:' : ''}${one.level}:${one.model}:${one.trim}`,
        make: 'Chevrolet',
        ...one,
        modelName: 'ets',
        status: 'ok',
        note: null,
        totalMean: perMonth * 4,
        totalQuantiles: quantiles,
        history: '[]',
        candidates: '[]',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const periods = ['2026-11', '2026-12', '2027-01', '2027-02'];
    await db
      .insertInto('forecastPoint')
      .values(periods.map((period) => ({ seriesId, period, mean: perMonth, quantiles })))
      .execute();
  }
}
