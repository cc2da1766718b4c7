/** Whole forecasts with the real libraries: what goes in broken, what comes out. */
import { QUANTILE_LEVELS, quantileKey } from '@shared/domain/quantile-levels';
import { beforeAll, describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { loadModelLibraries } from './libraries/load-model-libraries';
import { MODEL_CATALOGUE, MODEL_NAMES } from './models/model-catalogue';
import type { ForecastOptions, ModelLibraries, SeriesForecast } from './types';

let libraries: ModelLibraries;
beforeAll(async () => {
  libraries = await loadModelLibraries();
});

const seasonal = Array.from({ length: 36 }, (_, month) =>
  Math.round(100 + month + 25 * Math.sin((month * Math.PI) / 6) + ((month * 7) % 5)),
);

function run(values: (number | null)[], options: Partial<ForecastOptions> = {}): SeriesForecast {
  const series = { id: 's', grain: 'month' as const, start: '2021-01', values };
  return forecastSeries(series, { horizon: 6, model: 'auto', ...options }, libraries);
}

/** Throws the test when any number anywhere is NaN or infinite: JSON would turn it into null. */
function expectFinite(forecast: SeriesForecast): void {
  expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
  const numbers = JSON.stringify(forecast, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'NOT FINITE' : value,
  );
  expect(numbers).not.toContain('NOT FINITE');
}

describe('a forecast', () => {
  it('has the periods that follow, nineteen quantiles each, and a total', () => {
    const forecast = run(seasonal);
    expectFinite(forecast);
    expect(forecast.status).toBe('ok');
    expect(forecast.points.map(({ period }) => period)).toEqual([
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
    ]);
    const keys = QUANTILE_LEVELS.map(quantileKey);
    for (const { quantiles } of [...forecast.points, forecast.total]) {
      expect(Object.keys(quantiles)).toEqual(keys);
      const values = keys.map((key) => quantiles[key] ?? Number.NaN);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
      expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    }
    expect(forecast.total.mean).toBeCloseTo(
      forecast.points.reduce((sum, { mean }) => sum + mean, 0),
      9,
    );
  });

  it('finds season and trend, and beats naive where there is a trend', () => {
    const forecast = run(seasonal);
    // The next January: 100 + 36 + 25 * sin(6 pi) + about 2.
    expect(Math.abs((forecast.points[0]?.mean ?? 0) - 138)).toBeLessThan(6);
    expect(forecast.accuracy.beatsNaive).toBe(true);
    expect(forecast.accuracy.mase).toBeLessThan(0.6);
    expect(forecast.accuracy.origins).toBe(6);
  });

  it.each([
    ['smooth', seasonal],
    ['intermittent', seasonal.map((units, month) => (month % 3 === 0 ? units : 0))],
  ] as const)('tries every model for %s series and says what each scored', (kind, values) => {
    const { candidates } = run([...values]);
    const suited = MODEL_CATALOGUE.filter(
      ({ isAutomatic, suits }) => isAutomatic && ['any', kind].includes(suits),
    );
    // The steady rate of an intermittent series has nothing to be combined with.
    const combined = kind === 'smooth' ? ['combination'] : [];
    expect(candidates.map(({ model }) => model)).toEqual([...suited.map(({ name }) => name), ...combined]);
    expect(candidates.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(candidates.every(({ mase }) => mase !== null)).toBe(true);
  });

  it.each(MODEL_NAMES)('uses %s when told to', (model) => {
    const forecast = run(seasonal, { model });
    expectFinite(forecast);
    expect(forecast.model).toBe(model);
    expect(forecast.accuracy.origins).toBeGreaterThanOrEqual(3);
  });

  it('says when the model that was asked for loses to naive', () => {
    const noise = Array.from(
      { length: 48 },
      (_, month) => [2, 9, 4, 30, 1, 7, 22, 3, 8, 15, 5, 40][month % 12] ?? 0,
    );
    const forecast = run(
      noise.map((units, month) => units + (month % 5 === 0 ? 1 : 0)),
      { model: 'tsb' },
    );
    expect(forecast.accuracy.beatsNaive).toBe(false);
    expect(forecast.note).toContain('lost to the seasonal naive method');
  });

  it('is the same every time', () => {
    expect(run(seasonal)).toEqual(run(seasonal));
  });

  it('does not look beyond the last complete period', () => {
    const forecast = run([...seasonal, 3], { completeThrough: '2023-12' });
    expect(forecast.points).toEqual(run(seasonal).points);
    expect(forecast.note).toContain('incomplete');
  });

  it('forecasts weeks', () => {
    const values = Array.from({ length: 156 }, (_, week) => 20 + ((week * 3) % 7));
    const series = { id: 'w', grain: 'week' as const, start: '2023-W01', values };
    const forecast = forecastSeries(series, { horizon: 13, model: 'auto' }, libraries);
    expectFinite(forecast);
    // 156 weeks from 2023-W01 end with 2025-W52; 2025 has no week 53.
    expect(forecast.points[0]?.period).toBe('2026-W01');
  });
});

describe('a forecast of odd input', () => {
  const zeros = Array<number>(36).fill(0);
  it.each<[string, (number | null)[]]>([
    ['zeros', zeros],
    ['one sale', zeros.map((_, month) => (month === 10 ? 1 : 0))],
    ['a constant', zeros.map(() => 7)],
    ['a few values', [3, 1, 2, 4]],
    ['two years less one', seasonal.slice(0, 23)],
    ['gaps', seasonal.map((units, month) => (month % 3 === 0 ? null : units))],
    ['gaps at the end', [...seasonal, null, null]],
    ['NaN', seasonal.map((units, month) => (month === 5 ? Number.NaN : units))],
    ['infinity', seasonal.map((units, month) => (month === 5 ? Number.POSITIVE_INFINITY : units))],
    ['negative values', seasonal.map((units) => units - 130)],
    ['huge values', seasonal.map((units) => units * 1e12)],
    ['tiny values', seasonal.map((units) => units * 1e-12)],
    ['an outlier', seasonal.map((units, month) => (month === 30 ? 1e6 : units))],
    ['10,000 points', Array.from({ length: 10_000 }, (_, month) => (month * 7919) % 101)],
  ])('%s: is finite', (_, values) => {
    const forecast = run(values);
    expect(forecast.status).toBe('ok');
    expect(forecast.points).toHaveLength(6);
    expectFinite(forecast);
  });

  it('expects nothing where nothing was ever sold, and the constant of a constant', () => {
    expect(run(zeros).total).toMatchObject({ mean: 0, quantiles: { '0.95': 0 } });
    expect(run(zeros.map(() => 7)).points[0]?.mean).toBeCloseTo(7, 6);
  });

  it('keeps negative series negative', () => {
    expect(run(seasonal.map((units) => units - 300)).points[0]?.mean).toBeLessThan(-100);
  });

  it.each<[string, (number | null)[]]>([
    ['no value', []],
    ['only gaps', [null, null, null, null, null]],
    ['one point', [5]],
    ['three points', [1, 2, null, 3]],
  ])('%s: is not enough', (_, values) => {
    const forecast = run(values);
    expect(forecast).toMatchObject({ status: 'not_enough_data', model: 'none', points: [] });
    expect(forecast.note).toContain('at least 4');
    expectFinite(forecast);
  });

  it('refuses a horizon of nothing', () => {
    expect(() => run(seasonal, { horizon: 0 })).toThrow(RangeError);
  });
});
