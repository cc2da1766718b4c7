import { describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { deviationOfSum } from './forecast-spread';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { type ForecastTree, reconcileForecasts } from './reconcile-forecasts';
import type { SeriesForecast } from './types';

const make = (id: string, values: number[]): SeriesForecast =>
  forecastSeries(
    { id, grain: 'month', start: '2024-01', values },
    { horizon: 3, model: 'auto' },
    unavailableLibraries,
  );

const big = Array.from({ length: 30 }, (_, month) => 6 + (month % 3));
const small = Array.from({ length: 30 }, (_, month) => (month % 4 === 0 ? 1 : 0));
const store = make(
  'store',
  big.map((units, month) => units + (small[month] ?? 0) + 3),
);
const launch = make('c', [2, 1]);
const tree: ForecastTree = {
  forecast: store,
  children: [make('a', big), make('b', small), launch].map((forecast) => ({ forecast, children: [] })),
};

describe('reconciled forecasts', () => {
  const results = reconcileForecasts(tree, 6);

  it('add up in every period and over the horizon', () => {
    const whole = results.get('store');
    const parts = ['a', 'b', 'c'].map((id) => results.get(id));
    whole?.points.forEach((point, step) => {
      const sum = parts.reduce((total, part) => total + (part?.points[step]?.mean ?? 0), 0);
      expect(sum).toBeCloseTo(point.mean, 6);
    });
    expect(parts.reduce((total, part) => total + (part?.total.mean ?? 0), 0)).toBeCloseTo(
      whole?.total.mean ?? 0,
      6,
    );
  });

  it('give a launch its share, and say so', () => {
    expect(launch.status).toBe('not_enough_data');
    const shared = results.get('c');
    expect(shared?.points.map(({ period }) => period)).toEqual(store.points.map(({ period }) => period));
    expect(shared?.total.mean).toBeGreaterThan(0);
    expect(shared?.note).toContain('split from the level above');
  });

  it('have spreads that agree: some correlation of the parts, from none to full, adds up to the whole', () => {
    const spreads = ['a', 'b', 'c'].map((id) => results.get(id)?.spread);
    const whole = results.get('store')?.spread;
    whole?.deviations.forEach((deviation, step) => {
      const parts = spreads.map((spread) => spread?.deviations[step] ?? 0);
      expect(deviation).toBeGreaterThanOrEqual(deviationOfSum(parts, 0) - 1e-9);
      expect(deviation).toBeLessThanOrEqual(deviationOfSum(parts, 1) + 1e-9);
    });
    const totals = spreads.map((spread) => spread?.totalDeviation ?? 0);
    expect(whole?.totalDeviation).toBeGreaterThanOrEqual(deviationOfSum(totals, 0) - 1e-9);
    expect(whole?.totalDeviation).toBeLessThanOrEqual(deviationOfSum(totals, 1) + 1e-9);
  });

  it('are the same for a whole and its only part, quantiles included', () => {
    const alone = {
      forecast: make('m', big),
      children: [
        {
          forecast: make(
            't',
            big.map((units) => units + 1),
          ),
          children: [],
        },
      ],
    };
    const [whole, part] = [...reconcileForecasts(alone, 6).values()];
    expect(part?.id).toBe('t');
    expect(whole?.total).toEqual(part?.total);
    expect(whole?.points).toEqual(part?.points);
  });

  it('are listed from the top down', () => {
    expect([...results.keys()]).toEqual(['store', 'a', 'b', 'c']);
  });

  it('keep quantiles around the new means', () => {
    for (const { points } of results.values()) {
      for (const { mean, quantiles } of points) {
        expect(quantiles['0.05']).toBeLessThanOrEqual(mean + 1);
        expect(quantiles['0.95']).toBeGreaterThanOrEqual(mean - 1);
      }
    }
  });

  it('stay as they are without a forecast at the top', () => {
    const empty = make('store', [1]);
    expect(
      reconcileForecasts({ forecast: empty, children: [{ forecast: launch, children: [] }] }, 6),
    ).toEqual(
      new Map([
        ['store', empty],
        ['c', launch],
      ]),
    );
  });
});
