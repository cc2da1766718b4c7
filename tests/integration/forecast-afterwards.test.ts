/** What comes after a forecast: kept series, scores against later sales, adjustments by hand, successions of trims. */
import path from 'node:path';
import type { EngineContext } from '@engine/engine-context';
import { addAdjustment, listAdjustments, setAdjustmentInForce } from '@engine/forecasting/adjustments-store';
import { forecastStore } from '@engine/forecasting/forecast-store';
import { scoreForecasts } from '@engine/forecasting/outcomes-store';
import { readAccuracy, readSeriesAccuracy } from '@engine/forecasting/read-accuracy';
import { listSeries, readLatestRun, readSeries } from '@engine/forecasting/read-forecasts';
import { decideSuccession, listSuccessions } from '@engine/forecasting/trim-successions';
import { readDemandForecasts } from '@engine/planning/plan-inputs';
import { resolveScope } from '@engine/stores/resolve-scope';
import { addPeriods, periodRange } from '@shared/domain/period';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const EARLIER = '2026-04-30';
const AS_OF = '2026-06-30';
const OPTIONS = { grain: 'month' as const, horizon: 4, model: 'auto' as const };
const quiet = { signal: new AbortController().signal, report: () => undefined };

describe('after a forecast', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let store: HandMadeStore;
  const scopeAt = (asOf: string) => resolveScope(context.db, { storeCode: 'HAND', asOf });

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database, dataDirectory } = test;
    context = engineContext(database, { dataDirectory, workerDirectory: path.resolve('out/main') });
    store = await addHandMadeStore(context.db, 'HAND');
    await addSales(store);
  });
  afterAll(() => test.dispose());

  it('fits again only what has new data', async () => {
    await forecastStore(context, await scopeAt(EARLIER), OPTIONS, quiet);
    const first = await readLatestRun(context.db, store.storeId, 'month', EARLIER);
    expect([first?.fittedCount, first?.keptCount]).toEqual([4, 0]);
    const before = await listSeries(context.db, first?.id ?? '');
    await forecastStore(context, await scopeAt(EARLIER), OPTIONS, quiet);
    const second = await readLatestRun(context.db, store.storeId, 'month', EARLIER);
    expect([second?.fittedCount, second?.keptCount]).toEqual([0, 4]);
    expect(await listSeries(context.db, second?.id ?? '')).toEqual(before);
    // Another question is another forecast.
    await forecastStore(context, await scopeAt(EARLIER), { ...OPTIONS, horizon: 3 }, quiet);
    const third = await readLatestRun(context.db, store.storeId, 'month', EARLIER);
    expect([third?.fittedCount, third?.keptCount]).toEqual([4, 0]);
  });

  it('goes on with the methods of the month before when a month is over, and keeps all within it', async () => {
    const workOf = async (asOf: string) => {
      await forecastStore(context, await scopeAt(asOf), OPTIONS, quiet);
      const run = await readLatestRun(context.db, store.storeId, 'month', asOf);
      return [run?.fittedCount, run?.goneOnCount, run?.keptCount];
    };
    // May is under way: what sold on its 2nd changes no whole month.
    expect(await workOf('2026-05-10')).toEqual([0, 0, 4]);
    expect(await workOf('2026-05-31')).toEqual([0, 4, 0]);
    const run = await readLatestRun(context.db, store.storeId, 'month', '2026-05-31');
    const { details } = await readSeries(context.db, run?.id ?? '', 'trim:Ford|F-150|XLT');
    expect(details.chosenThrough).toBe('2026-04');
    expect(run?.workMilliseconds).toBeGreaterThan(0);
    await sql`delete from forecast_run where as_of > ${EARLIER}`.execute(context.db);
  });

  it('goes on where a cancelled run was', async () => {
    const wide = await addHandMadeStore(context.db, 'WIDE');
    await addManyModels(wide);
    const scope = await resolveScope(context.db, { storeCode: 'WIDE', asOf: EARLIER });
    const controller = new AbortController();
    const report = (_progress: number | null, message: string) => {
      if (message.startsWith('Forecast 4 of 13')) controller.abort(new Error('cancelled by hand'));
    };
    const run = forecastStore(context, scope, OPTIONS, { signal: controller.signal, report });
    await expect(run).rejects.toThrow('cancelled by hand');
    expect(await readLatestRun(context.db, wide.storeId, 'month', EARLIER)).toBeNull();
    await forecastStore(context, scope, OPTIONS, quiet);
    const resumed = await readLatestRun(context.db, wide.storeId, 'month', EARLIER);
    expect(resumed?.keptCount).toBeGreaterThanOrEqual(4);
    expect((resumed?.keptCount ?? 0) + (resumed?.fittedCount ?? 0)).toBe(13);
    expect(resumed?.fittedCount).toBeGreaterThan(0);
  });

  it('is scored against what was sold since, again and again the same', async () => {
    expect(await scoreForecasts(context.db, store.storeId, EARLIER)).toBe(0);
    // The newest run of the day: four series, May and June.
    expect(await scoreForecasts(context.db, store.storeId, AS_OF)).toBe(8);
    const run = await readLatestRun(context.db, store.storeId, 'month', undefined);
    const { outcomes } = await readSeries(context.db, run?.id ?? '', 'trim:Ford|F-150|XLT');
    // Three XLT a month were sold, and one of them every month a year before.
    expect(
      outcomes.map(({ period, stepsAhead, actual, naive }) => [period, stepsAhead, actual, naive]),
    ).toEqual([
      ['2026-05', 1, 3, 3],
      ['2026-06', 2, 3, 3],
    ]);
    const accuracy = await readAccuracy(context.db, store.storeId, 'month', AS_OF);
    expect(accuracy.map(({ level, outcome }) => [level, outcome?.tests])).toEqual([
      ['store', 2],
      ['model', 2],
      ['trim', 4],
    ]);
    const scope = { storeId: store.storeId, grain: 'month' as const, asOf: AS_OF };
    const trims = await readSeriesAccuracy(context.db, scope, 'trim', 'new');
    expect(trims.map(({ id, outcome }) => [id, outcome?.tests])).toEqual([
      ['trim:Ford|F-150|Lariat', 2],
      ['trim:Ford|F-150|XLT', 2],
    ]);
    // Naive is right every month, so no scale is known; what is known of the series is that of its own back-test.
    expect(trims[1]?.backTest).toMatchObject({ series: 1, tests: 4, mase: null });
    await scoreForecasts(context.db, store.storeId, AS_OF);
    expect(await readAccuracy(context.db, store.storeId, 'month', AS_OF)).toEqual(accuracy);
    // What a later import told is undone: its scores go.
    expect(await scoreForecasts(context.db, store.storeId, EARLIER)).toBe(0);
    const undone = await readAccuracy(context.db, store.storeId, 'month', EARLIER);
    expect(undone.every(({ outcome }) => outcome === null)).toBe(true);
  });

  it('is adjusted by hand, which the plan goes by, and which is scored and taken back', async () => {
    const run = await readLatestRun(context.db, store.storeId, 'month', undefined);
    const runId = Number(run?.id);
    const plain = await readDemandForecasts(context.db, runId, 'trim');
    const added = await addAdjustment(context.db, store.storeId, AS_OF, {
      seriesId: 'model:Ford|F-150',
      firstPeriod: '2026-05',
      lastPeriod: '2026-06',
      factor: 1.5,
      units: null,
      reason: 'Road works end',
    });
    expect(added).toMatchObject({ madeAsOf: EARLIER, removedAt: null, score: null });
    const planned = await readDemandForecasts(context.db, runId, 'trim');
    planned.forEach((forecast, index) => {
      const means = plain[index]?.points.map(({ mean }) => mean) ?? [];
      const expected = means.map((mean, step) => (step < 2 ? 1.5 * mean : mean));
      forecast.points.forEach(({ mean }, step) => {
        expect(mean).toBeCloseTo(expected[step] ?? 0, 9);
      });
      expect(forecast.unadjustedMean).toBeCloseTo(plain[index]?.total.mean ?? 0, 9);
    });
    await scoreForecasts(context.db, store.storeId, AS_OF);
    const [scored] = await listAdjustments(context.db, store.storeId);
    expect(scored?.score?.periods).toBe(2);
    expect(scored?.score?.adjustedError).toBeGreaterThan(scored?.score?.modelError ?? 0);
    await setAdjustmentInForce(context.db, added.id, false, new Date('2026-07-01T00:00:00Z'));
    expect(await readDemandForecasts(context.db, runId, 'trim')).toEqual(plain);
    const kept = await listAdjustments(context.db, store.storeId);
    expect(kept[0]).toMatchObject({ id: added.id, reason: 'Road works end' });
    expect(kept[0]?.removedAt).not.toBeNull();
  });

  it('refuses an adjustment of nothing, and one that ends before it begins', async () => {
    const { db } = context;
    const adjustment = {
      seriesId: 'store',
      firstPeriod: '2026-06',
      lastPeriod: '2026-05',
      factor: 2,
      units: null,
      reason: 'x',
    };
    await expect(addAdjustment(db, store.storeId, AS_OF, adjustment)).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const unknown = { ...adjustment, lastPeriod: '2026-07', seriesId: 'model:Ford|Edsel' };
    await expect(addAdjustment(db, store.storeId, AS_OF, unknown)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(setAdjustmentInForce(db, '999', false, new Date())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets a trim go on with the history of another', async () => {
    const name = (trim: string) => ({ make: 'Ford', model: 'F-150', trim });
    await decideSuccession(context.db, store.storeId, name('Lariat'), name('XLT'), 'confirmed');
    const [set] = await listSuccessions(context.db, await scopeAt(EARLIER));
    expect(set).toMatchObject({ from: name('Lariat'), to: name('XLT'), state: 'confirmed' });
    const { runId } = await forecastStore(context, await scopeAt(EARLIER), OPTIONS, quiet);
    const trims = await listSeries(context.db, runId, { level: 'trim' });
    expect(trims.map(({ trim }) => trim)).toEqual(['XLT']);
    const heir = await readSeries(context.db, runId, 'trim:Ford|F-150|XLT');
    expect(heir.details.predecessors.map(({ name: old }) => old)).toEqual(['F-150 Lariat']);
    // Three XLT and one Lariat a month.
    expect(heir.history.at(-1)?.units).toBe(4);
    await decideSuccession(context.db, store.storeId, name('Lariat'), name('XLT'), 'automatic');
    expect(await listSuccessions(context.db, await scopeAt(EARLIER))).toEqual([]);
  });
});

/** Fourteen months to April 2026: six models of one trim, each sold once a month. */
async function addManyModels(store: HandMadeStore): Promise<void> {
  for (const period of periodRange('2025-03', '2026-04')) {
    for (const model of ['Bronco', 'Edge', 'Escape', 'Explorer', 'Maverick', 'Ranger']) {
      const soldOn = `${period}-12`;
      await store.addSale({ model, vin: `${model}${soldOn}`, soldOn, receivedOn: `${period}-01` });
    }
  }
}

/** 32 months to June 2026: three XLT a month and one Lariat, both always in stock. */
async function addSales(store: HandMadeStore): Promise<void> {
  for (const trim of ['XLT', 'Lariat']) {
    const stay = await store.addStay({ trim, vin: `${trim}-STAYS`, receivedOn: '2023-10-20' });
    await store.addSnapshot(AS_OF, stay, 'available', null);
  }
  for (const period of periodRange('2023-11', addPeriods('2023-11', 31))) {
    for (const [trim, day] of [
      ['XLT', '02'],
      ['XLT', '12'],
      ['XLT', '26'],
      ['Lariat', '27'],
    ] as const) {
      const soldOn = `${period}-${day}`;
      await store.addSale({ trim, vin: `${trim}${soldOn}`, soldOn, receivedOn: `${period}-01` });
    }
  }
}
