/** Series and stores that say nothing, or too much: through the whole path, from a file or rows to what is shown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineContext } from '@engine/engine-context';
import { forecastStore } from '@engine/forecasting/forecast-store';
import { listSeries, readSeries } from '@engine/forecasting/read-forecasts';
import { resolveScope } from '@engine/stores/resolve-scope';
import { type ForecastSeries, forecastDetailSchema } from '@shared/contract/forecast';
import { addPeriods } from '@shared/domain/period';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doso, dosoJson } from '../helpers/command-line';
import { engineContext } from '../helpers/engine-context';
import { addHandMadeStore } from '../helpers/hand-made-store';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

const quiet = { signal: new AbortController().signal, report: () => undefined };
const of = (length: number, valueAt: (month: number) => number | null) =>
  Array.from({ length }, (_, month) => valueAt(month));

/** Value by month, null for an empty cell; what is expected of the series. */
const SERIES: Record<string, { start: string; values: (number | null)[]; status: 'ok' | 'not_enough_data' }> =
  {
    zeros: { start: '2022-01', values: of(48, () => 0), status: 'ok' },
    one: { start: '2026-01', values: [7], status: 'not_enough_data' },
    constant: { start: '2022-01', values: of(48, () => 12), status: 'ok' },
    gaps: { start: '2022-01', values: of(48, (month) => (month % 5 < 2 ? null : month)), status: 'ok' },
    unknown: { start: '2022-01', values: of(20, () => null), status: 'not_enough_data' },
    negative: { start: '2022-01', values: of(48, (month) => -40 - (month % 7)), status: 'ok' },
    spike: { start: '2022-01', values: of(48, (month) => (month === 30 ? 1e9 : 0)), status: 'ok' },
    tiny: { start: '2022-01', values: of(48, (month) => 1e-9 * (month % 3)), status: 'ok' },
    long: { start: '1200-01', values: of(10_000, (month) => 20 + (month % 12)), status: 'ok' },
  };

/** Every number that is shown; a NaN or an infinite one is null in JSON. */
function expectWhole(forecast: Pick<ForecastSeries, 'id' | 'points' | 'total'>): void {
  for (const { mean, quantiles } of [...forecast.points, forecast.total]) {
    const numbers = [mean, ...Object.values(quantiles)];
    expect(numbers.every(Number.isFinite), forecast.id).toBe(true);
    const rising = Object.keys(quantiles)
      .sort()
      .map((level) => quantiles[level] ?? 0);
    expect(
      [...rising].sort((a, b) => a - b),
      forecast.id,
    ).toEqual(rising);
  }
}

describe('series from a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-degenerate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are forecast sensibly or said to be too short, never by a number that is none', async () => {
    const file = path.join(folder, 'series.csv');
    const rows = Object.entries(SERIES).flatMap(([id, { start, values }]) =>
      values.map((value, month) => `${id},${addPeriods(start, month)},${value ?? ''}`),
    );
    writeFileSync(file, ['series_id,period,value', ...rows].join('\n'));
    const { code, reply } = await dosoJson<{ series: ForecastSeries[] }>('forecast', '--series', file);
    expect(code).toBe(0);
    expect(reply.series.map(({ id, status }) => [id, status])).toEqual(
      Object.entries(SERIES).map(([id, { status }]) => [id, status]),
    );
    reply.series.forEach(expectWhole);
    const meanOf = (id: string) => (reply.series.find((one) => one.id === id)?.total.mean ?? Number.NaN) / 6;
    expect(meanOf('zeros')).toBe(0);
    expect(meanOf('constant')).toBeCloseTo(12, 6);
    expect(meanOf('negative')).toBeLessThan(-39);
    expect(meanOf('long')).toBeGreaterThan(19);
    const { stdout } = await doso('forecast', '--series', file, '--model', 'theta');
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('are read in UTF-16 too, as spreadsheets save text', async () => {
    const file = path.join(folder, 'wide.csv');
    const rows = of(12, (month) => month + 5).map(
      (value, month) => `a\t${addPeriods('2025-01', month)}\t${value}`,
    );
    const text = ['\uFEFFseries_id\tperiod\tvalue', ...rows].join('\r\n');
    writeFileSync(file, text, 'utf16le');
    const { code, reply } = await dosoJson<{ series: ForecastSeries[] }>('forecast', '--series', file);
    expect(code).toBe(0);
    expect(reply.series.map(({ id, status }) => [id, status])).toEqual([['a', 'ok']]);
  });

  it.each(['NaN', 'Infinity', '1e999', '12 units'])(
    'are refused with the line of a value like %s',
    async (value) => {
      const file = path.join(folder, 'bad.csv');
      writeFileSync(file, `series_id,period,value\na,2026-01,3\na,2026-02,${value}\n`);
      const { code, reply } = await dosoJson<{ error: { code: string; message: string } }>(
        'forecast',
        '--series',
        file,
      );
      expect(code).toBe(2);
      expect(reply.error.message).toContain('line 3, column value');
    },
  );
});

describe('a store that has hardly sold', () => {
  let test: TestDatabase;
  let context: EngineContext;
  beforeAll(async () => {
    test = await openTestDatabase();
    const { database, dataDirectory } = test;
    context = engineContext(database, { dataDirectory, workerDirectory: path.resolve('out/main') });
  });
  afterAll(() => test.dispose());

  const addStore = async (code: string, days: readonly string[]) => {
    const store = await addHandMadeStore(context.db, code);
    for (const [at, soldOn] of days.entries()) {
      const condition = at % 2 === 1 ? 'used' : 'new';
      await store.addSale({ vin: `${code}${at}`, soldOn, receivedOn: soldOn, condition });
    }
  };

  it('is told what is missing when not one month is known whole', async () => {
    await addStore('ONE', Array<string>(9).fill('2026-03-02'));
    const scope = await resolveScope(context.db, { storeCode: 'ONE', asOf: '2026-06-30' });
    const options = { grain: 'month', horizon: 6, model: 'auto' } as const;
    await expect(forecastStore(context, scope, options, quiet)).rejects.toMatchObject({
      code: 'NO_DATA',
      nextStep: expect.stringContaining('Import'),
    });
  });

  it.each([
    ['PAIR', ['2026-03-02', '2026-03-02', '2026-06-29']],
    ['GAP', ['2019-01-02', '2019-05-03', '2026-06-29']],
    ['SAME', Array<string>(40).fill('2026-06-01')],
  ])('%s: shows numbers or says why not', async (code, days) => {
    await addStore(code, [...days, '2026-06-28', '2026-06-30']);
    const scope = await resolveScope(context.db, { storeCode: code, asOf: '2026-06-30' });
    for (const grain of ['month', 'week'] as const) {
      const options = { grain, horizon: 6, model: 'auto' as const };
      const run = await forecastStore(context, scope, options, quiet);
      for (const condition of ['new', 'used'] as const) {
        const series = await listSeries(context.db, run.runId, { condition });
        series.forEach(expectWhole);
        for (const { id } of series) {
          const detail = forecastDetailSchema.parse(await readSeries(context.db, run.runId, id));
          expect(detail.points.length > 0 || detail.note !== null, id).toBe(true);
        }
      }
    }
  });
});
