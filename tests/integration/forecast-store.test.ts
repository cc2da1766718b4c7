/** A store's forecast from rows in the database to the saved run, on the bundled worker. */
import path from 'node:path';
import type { EngineContext } from '@engine/engine-context';
import { readDemandRows } from '@engine/forecasting/demand-series';
import { buildDemandTree } from '@engine/forecasting/demand-tree';
import { forecastCsv } from '@engine/forecasting/forecast-csv';
import { forecastStore } from '@engine/forecasting/forecast-store';
import { scoreForecasts } from '@engine/forecasting/outcomes-store';
import { listSeries, readLatestRun, readSeries } from '@engine/forecasting/read-forecasts';
import { easterSunday } from '@engine/forecasting/us-holidays';
import { resolveScope } from '@engine/stores/resolve-scope';
import {
  forecastDetailSchema,
  forecastRunSchema,
  forecastSeriesSchema,
  seriesForecastSchema,
} from '@shared/contract/forecast';
import { addDays } from '@shared/domain/calendar-day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore, type HandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const AS_OF = '2026-06-30';
const workerDirectory = path.resolve('out/main');
const quiet = { signal: new AbortController().signal, report: () => undefined };

describe('forecasting a store', () => {
  let test: TestDatabase;
  let context: EngineContext;
  let store: HandMadeStore;

  beforeAll(async () => {
    test = await openTestDatabase();
    context = engineContext(test.database, { dataDirectory: test.dataDirectory, workerDirectory });
    store = await addHandMadeStore(context.db, 'HAND');
    await addYearsOfSales(store);
  });
  afterAll(() => test.dispose());

  const readNew = (asOf: string) =>
    readDemandRows(context.db, { storeId: store.storeId, condition: 'new', asOf });

  it('counts what customers bought new, and nothing else, as of the day', async () => {
    const rows = await readNew(AS_OF);
    const june = rows?.sales.filter(({ soldOn }) => soldOn.startsWith('2026-06'));
    // Three XLT and one Lariat; the used, fleet, reversed and later ones do not count.
    expect(june?.map(({ trim, soldOn, units }) => [trim, soldOn, units])).toEqual([
      ['Lariat', '2026-06-15', 1],
      ['XLT', '2026-06-02', 1],
      ['XLT', '2026-06-12', 1],
      ['XLT', '2026-06-27', 1],
    ]);
    expect(rows?.lastSoldOn).toBe('2026-06-27');
    const earlier = await readNew('2026-05-31');
    expect(earlier?.sales.some(({ soldOn }) => soldOn.startsWith('2026-06'))).toBe(false);
    const used = await readDemandRows(context.db, { storeId: store.storeId, condition: 'used', asOf: AS_OF });
    expect(used?.sales.map(({ soldOn, units }) => [soldOn, units])).toEqual([['2026-06-10', 1]]);
    // No sale of a used unit is lost for want of its twin.
    expect([rows?.spans === null, used?.spans]).toEqual([false, null]);
  });

  it('knows the days without stock from the stays', async () => {
    const rows = await readNew(AS_OF);
    const tree = rows && buildDemandTree(rows, 'month', AS_OF, 'trim');
    const lariat = tree?.root.children[0]?.children.find(({ of }) => of.trim === 'Lariat');
    // Each Lariat came on the 6th and was sold on the 15th: 10 of June's 30 days.
    expect(lariat?.series.inStockShare?.at(-1)).toBeCloseTo(10 / 30, 9);
  });

  it('saves levels that add up, as the contract shows them', async () => {
    const scope = await resolveScope(context.db, { storeCode: 'HAND', asOf: AS_OF });
    const { runId } = await forecastStore(
      context,
      scope,
      { grain: 'month', horizon: 3, model: 'auto' },
      quiet,
    );
    const run = forecastRunSchema.parse(await readLatestRun(context.db, store.storeId, 'month', undefined));
    expect(run).toMatchObject({ id: runId, storeCode: 'HAND', asOf: AS_OF, horizon: 3, seriesCount: 4 });
    const series = await listSeries(context.db, runId);
    expect(series.map(({ id }) => id)).toEqual([
      'store',
      'model:Ford|F-150',
      'trim:Ford|F-150|Lariat',
      'trim:Ford|F-150|XLT',
    ]);
    const [whole, model, ...trims] = series;
    whole?.points.forEach(({ period, mean }, step) => {
      expect(period).toBe(['2026-07', '2026-08', '2026-09'][step]);
      expect(model?.points[step]?.mean).toBeCloseTo(mean, 6);
      const sum = trims.reduce((total, trim) => total + (trim.points[step]?.mean ?? 0), 0);
      expect(sum).toBeCloseTo(mean, 6);
    });
    expect(whole?.accuracy.origins).toBeGreaterThanOrEqual(3);
    const { candidates } = forecastSeriesSchema.parse(await readSeries(context.db, runId, 'store'));
    for (const name of ['seasonal_naive', 'ets', 'arima', 'prophet'])
      expect(candidates.find(({ model }) => model === name)?.pinball, name).toEqual(expect.any(Number));
    const detail = forecastDetailSchema.parse(await readSeries(context.db, runId, 'trim:Ford|F-150|Lariat'));
    expect(detail.history.at(-1)).toMatchObject({ period: '2026-06', units: 1 });
    expect(detail.history.at(-1)?.demand).toBeGreaterThan(1);
    expect(detail.note).toContain('raised for days without stock');
    expect((await listSeries(context.db, runId, { level: 'trim' })).length).toBe(2);
    // The store has one build a trim: it gets all of its trim's forecast.
    const builds = await listSeries(context.db, runId, { level: 'build', under: 'trim:Ford|F-150|Lariat' });
    expect(builds.map(({ id }) => id)).toEqual(['build:Ford|F-150|Lariat||||']);
    expect(builds[0]?.total.mean).toBeCloseTo(detail.total.mean, 6);
    const parts = detail.details.parts.reduce((sum, { units }) => sum + units, 0);
    expect(parts).toBeCloseTo(detail.total.mean, 6);
    const used = await listSeries(context.db, runId, { condition: 'used' });
    expect(used.map(({ id, status }) => [id, status])).toEqual([]);
  });

  it('forecasts one level and weeks alone, and keeps runs apart', async () => {
    const scope = await resolveScope(context.db, { storeCode: 'HAND', asOf: AS_OF });
    const options = { grain: 'week' as const, horizon: 4, model: 'theta' as const, level: 'model' as const };
    const { runId } = await forecastStore(context, scope, options, quiet);
    const series = await listSeries(context.db, runId);
    expect(series.map(({ id, model }) => [id, model])).toEqual([['model:Ford|F-150', 'theta']]);
    expect(series[0]?.points[0]?.period).toBe('2026-W27');
    expect((await readLatestRun(context.db, store.storeId, 'month', undefined))?.id).not.toBe(runId);
    expect(await readLatestRun(context.db, store.storeId, 'week', '2026-01-01')).toBeNull();
  });

  it('goes down to builds by weeks too, whose trims share what their model is forecast', async () => {
    const scope = await resolveScope(context.db, { storeCode: 'HAND', asOf: AS_OF });
    const options = { grain: 'week' as const, horizon: 3, model: 'auto' as const };
    const { runId } = await forecastStore(context, scope, options, quiet);
    const [whole, model, ...trims] = await listSeries(context.db, runId);
    expect(trims.map(({ id, model: method, status }) => [id, method, status])).toEqual([
      ['trim:Ford|F-150|Lariat', 'share', 'ok'],
      ['trim:Ford|F-150|XLT', 'share', 'ok'],
    ]);
    expect(whole?.points.map(({ period }) => period)).toEqual(['2026-W27', '2026-W28', '2026-W29']);
    whole?.points.forEach(({ mean }, step) => {
      const sum = trims.reduce((total, trim) => total + (trim.points[step]?.mean ?? 0), 0);
      expect(model?.points[step]?.mean).toBeCloseTo(mean, 6);
      expect(sum).toBeCloseTo(mean, 6);
    });
    const builds = await listSeries(context.db, runId, { level: 'build' });
    expect(builds.map(({ trim }) => trim)).toEqual(['Lariat', 'XLT']);
  });

  it('is scored against what it forecast: demand with stock every day, not the sales of a trim that ran out', async () => {
    const scope = await resolveScope(context.db, { storeCode: 'HAND', asOf: '2026-04-30' });
    const options = { grain: 'month', horizon: 2, model: 'recent_rate' } as const;
    const { runId } = await forecastStore(context, scope, options, quiet);
    await scoreForecasts(context.db, store.storeId, AS_OF);
    const lariat = await readSeries(context.db, runId, 'trim:Ford|F-150|Lariat');
    const later = await readDemandRows(context.db, { storeId: store.storeId, condition: 'new', asOf: AS_OF });
    const sold = later?.sales.filter(({ trim, soldOn }) => trim === 'Lariat' && soldOn.startsWith('2026-05'));
    expect(sold).toHaveLength(1);
    // One sold in May, on the ten days that it stood there.
    const [may] = lariat.outcomes;
    expect(may?.actual).toBeGreaterThan(1.1);
    expect(may?.naive).toBeGreaterThan(1.1);
    const xlt = await readSeries(context.db, runId, 'trim:Ford|F-150|XLT');
    expect(xlt.outcomes.map(({ actual }) => actual)).toEqual([3, 3]);
  });

  it('forecasts a trim that is only ordered, from its siblings and from when it is due', async () => {
    const ordering = await addHandMadeStore(context.db, 'ORDERS');
    await addYearsOfSales(ordering);
    const order = { orderedOn: '2026-05-02', estimatedArrivalOn: '2026-08-20' };
    await ordering.addOrder({ ...order, trim: 'Tremor', orderNumber: 'T1' });
    await ordering.addOrder({ ...order, model: 'Bronco', trim: 'Base', orderNumber: 'B1' });
    const scope = await resolveScope(context.db, { storeCode: 'ORDERS', asOf: AS_OF });
    const options = { grain: 'month', horizon: 3, model: 'recent_rate' } as const;
    const { runId } = await forecastStore(context, scope, options, quiet);
    const trims = await listSeries(context.db, runId, { level: 'trim' });
    const tremor = trims.find(({ trim }) => trim === 'Tremor');
    expect(tremor).toMatchObject({ status: 'ok', model: 'launch' });
    expect(tremor?.note).toContain('never sold or stood here, 1 on the way, expected after 1 whole period');
    const [july, august = 0, september = 0] = tremor?.points.map(({ mean }) => mean) ?? [];
    expect(july).toBeCloseTo(0, 2);
    expect(august).toBeGreaterThan(0);
    expect(september).toBeGreaterThan(0);
    const detail = forecastDetailSchema.parse(await readSeries(context.db, runId, 'trim:Ford|F-150|Tremor'));
    expect(detail.history).toEqual([]);
    // A model that is only ordered is forecast too, and levels add up as ever.
    const models = await listSeries(context.db, runId, { level: 'model' });
    const whole = (await listSeries(context.db, runId, { level: 'store' }))[0];
    const sum = (of: typeof models) => of.reduce((total, one) => total + one.total.mean, 0);
    expect(models.find(({ id }) => id === 'model:Ford|Bronco')?.total.mean).toBeGreaterThan(0);
    expect(sum(models)).toBeCloseTo(whole?.total.mean ?? 0, 6);
    expect(sum(trims)).toBeCloseTo(whole?.total.mean ?? 0, 6);
    const builds = await listSeries(context.db, runId, { level: 'build', under: 'trim:Ford|F-150|Tremor' });
    expect(builds[0]?.total.mean).toBeCloseTo(tremor?.total.mean ?? 0, 6);
  });

  it('saves nothing when it is cancelled', async () => {
    const scope = await resolveScope(context.db, { storeCode: 'HAND', asOf: AS_OF });
    const before = await readLatestRun(context.db, store.storeId, 'month', undefined);
    const controller = new AbortController();
    const report = () => controller.abort(new Error('cancelled by hand'));
    const run = forecastStore(
      context,
      scope,
      { grain: 'month', horizon: 3, model: 'auto' },
      { signal: controller.signal, report },
    );
    await expect(run).rejects.toThrow('cancelled by hand');
    expect(await readLatestRun(context.db, store.storeId, 'month', undefined)).toEqual(before);
  });

  it('says what is missing', async () => {
    const empty = await addHandMadeStore(context.db, 'EMPTY');
    const episode = await empty.addStay({ vin: 'NEW', receivedOn: '2026-06-01' });
    await empty.addSnapshot(AS_OF, episode, 'available', null);
    const scope = await resolveScope(context.db, { storeCode: 'EMPTY' });
    const run = forecastStore(context, scope, { grain: 'month', horizon: 3, model: 'auto' }, quiet);
    await expect(run).rejects.toMatchObject({ code: 'NO_DATA' });
    await expect(listSeries(context.db, '999999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listSeries(context.db, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets Prophet know the calendar: Easter sells in March where it falls there', async () => {
    // Twenty years about 100 a month, 25 more in the month of Easter: April in 16 of them. In 2027 it is March 28.
    const rows = Array.from({ length: 240 }, (_, month) => {
      const [year, place] = [2007 + Math.floor(month / 12), (month % 12) + 1];
      const isEaster = Number(easterSunday(year).slice(5, 7)) === place;
      return `a,${year}-${String(place).padStart(2, '0')},${100 + ((year + 5 * place) % 4) + (isEaster ? 25 : 0)}`;
    });
    const options = { horizon: 4, model: 'prophet' as const };
    const text = ['series_id,period,value', ...rows].join('\n');
    const [reply] = await forecastCsv(text, options, { workerDirectory, threads: 1 });
    const [, february = 0, march = 0, april = 0] = reply?.points.map(({ mean }) => mean) ?? [];
    expect(march - february).toBeGreaterThan(15);
    expect(Math.abs(april - february)).toBeLessThan(5);
  });

  it('forecasts any CSV on the same worker, the same every time', async () => {
    const rows = Array.from({ length: 30 }, (_, month) => {
      const period = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      return `a,${period},${20 + month + (month % 4)}`;
    });
    const text = ['series_id,period,value', ...rows].join('\n');
    const options = { horizon: 4, model: 'auto' as const };
    const [reply] = await forecastCsv(text, options, { workerDirectory, threads: 2 });
    expect(seriesForecastSchema.parse(reply)).toMatchObject({ id: 'a', status: 'ok' });
    expect(reply?.candidates.map(({ model }) => model)).toContain('prophet');
    expect(await forecastCsv(text, options, { workerDirectory, threads: 1 })).toEqual([reply]);
  });
});

/** 36 months: three XLT a month, always in stock; one Lariat a month, in stock from the 6th to the 15th. */
async function addYearsOfSales(store: HandMadeStore): Promise<void> {
  const xlt = await store.addStay({ trim: 'XLT', vin: 'XLT-STAYS', receivedOn: '2023-06-20' });
  await store.addSnapshot(AS_OF, xlt, 'available', null);
  for (let month = 0; month < 36; month++) {
    const period = `${2023 + Math.floor((month + 6) / 12)}-${String(((month + 6) % 12) + 1).padStart(2, '0')}`;
    for (const day of ['02', '12', '27']) {
      await store.addSale({
        trim: 'XLT',
        vin: `X${month}${day}`,
        soldOn: `${period}-${day}`,
        receivedOn: `${period}-01`,
      });
    }
    const vin = `L${month}`;
    const came = { receivedOn: `${period}-06`, firstSeenOn: `${period}-06`, lastSeenOn: `${period}-15` };
    const episodeId = await store.addStay({
      ...came,
      trim: 'Lariat',
      vin,
      closedOn: `${period}-15`,
      closeReason: 'sold',
    });
    await store.addSale({
      trim: 'Lariat',
      vin,
      episodeId,
      soldOn: `${period}-15`,
      receivedOn: `${period}-06`,
    });
  }
  const ignored = { soldOn: '2026-06-10', receivedOn: '2026-06-01' };
  await store.addSale({ ...ignored, vin: 'USED', condition: 'used' });
  await store.addSale({ ...ignored, vin: 'FLEET', saleType: 'fleet' });
  await store.addSale({ ...ignored, vin: 'UNDONE', dealState: 'reversed' });
  await store.addSale({ vin: 'LATER', soldOn: addDays(AS_OF, 3), receivedOn: '2026-06-01' });
}
