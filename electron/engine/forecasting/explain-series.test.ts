import { describe, expect, it } from 'vitest';
import { explainSeries } from './explain-series';
import { forecastSeries } from './forecast-series';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { runOut } from './run-out';
import type { DemandSeries } from './types';
import { updateWithRunning } from './update-with-running';

const series: DemandSeries = {
  id: 'a',
  grain: 'month',
  start: '2024-01',
  values: Array.from({ length: 30 }, (_, t) => 4 + (t % 3)),
  demand: Array.from({ length: 30 }, (_, t) => 5 + (t % 3)),
  inStockShare: Array<number>(30).fill(0.8),
};

describe('the account of a forecast', () => {
  const fitted = forecastSeries(series, { horizon: 4, model: 'auto' }, unavailableLibraries);
  const updated = updateWithRunning(fitted, { units: 6, elapsed: 0.5 });
  const ended = runOut(updated, 14, 'built no more');
  const details = explainSeries(series, { fitted, updated, ended, final: ended }, null, []);

  it('adds up to the total', () => {
    expect(details.parts.reduce((sum, { units }) => sum + units, 0)).toBeCloseTo(14, 9);
    // Of a year's 60 units, 4 / 12: 20; each month would have sold one more.
    expect(details.parts.slice(0, 2)).toEqual([
      { part: 'recent_sales', units: expect.closeTo(20, 9) },
      { part: 'stock_outs', units: expect.closeTo(4, 9) },
    ]);
    expect(details.parts.map(({ part }) => part)).toContain('run_out');
  });

  it('takes history apart into what multiplies to it again', () => {
    expect(details.decomposition).toHaveLength(34);
    details.decomposition.slice(0, 30).forEach(({ level, season, rest }, t) => {
      expect(level * season * (rest ?? 0)).toBeCloseTo(5 + (t % 3), 9);
    });
    details.decomposition.slice(30).forEach(({ level, season }, step) => {
      expect(level * season).toBeCloseTo(ended.points[step]?.mean ?? 0, 9);
    });
  });

  it('says how long it was in stock and what that cost', () => {
    expect(details.inStockShare).toBeCloseTo(0.8, 12);
    expect(details.stockOutUnits).toBeCloseTo(12, 9);
  });
});
