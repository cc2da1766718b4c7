import { describe, expect, it } from 'vitest';
import type { DemandNode } from './demand-tree';
import { forecastSeries } from './forecast-series';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { buildShares, splitToBuilds } from './split-to-builds';
import type { StockEvidence } from './stock-days';

const periods = 12;
const build = (name: string, units: number, openShare: number): DemandNode => {
  const one: StockEvidence = { units, openUnits: units, openShare, inStockShare: openShare };
  const values = Array<number>(periods).fill(units);
  return {
    level: 'build',
    of: { make: 'Ford', model: 'F-150', trim: 'XLT', engine: name },
    series: { id: `build:${name}`, grain: 'month', start: '2025-01', values },
    evidence: Array<StockEvidence>(periods).fill(one),
    runningUnits: null,
    coming: null,
    children: [],
  };
};

describe('builds', () => {
  it('share by what they sell on days in stock', () => {
    // The second sold half as much and stood half as long: the same rate but for what it is drawn to the pooled one.
    const [often, seldom] = buildShares([build('a', 2, 1), build('b', 1, 0.5)]);
    expect(often).toBeCloseTo(0.5, 6);
    expect(seldom).toBeCloseTo(0.5, 6);
  });

  it('get next to nothing for standing without a sale, and the pooled rate for never having stood', () => {
    const [selling, standing, unknown] = buildShares([build('a', 2, 1), build('b', 0, 1), build('c', 0, 0)]);
    expect(standing).toBeLessThan(0.1);
    expect(unknown).toBeGreaterThan(standing ?? 1);
    expect(selling).toBeGreaterThan(unknown ?? 1);
  });

  it('lose their share when they have not been seen for long', () => {
    const gone = build('b', 2, 1);
    // Sold like the other until nine periods ago: 9 - 4 = 5 periods beyond quiet ones.
    const none: StockEvidence = { units: 0, openUnits: 0, openShare: 0, inStockShare: 0 };
    const evidence = gone.evidence?.map((own, period) => (period < periods - 9 ? own : none)) ?? null;
    const [here, left] = buildShares([build('a', 2, 1), { ...gone, evidence }]);
    expect((left ?? 0) / (here ?? 1)).toBeCloseTo(0.5 ** (5 / 6), 2);
  });

  it('add up to their trim, and their counts are the trim’s thinned', () => {
    const trim = forecastSeries(
      { id: 'trim', grain: 'month', start: '2025-01', values: [3, 4, 2, 3, 5, 3, 4, 2, 3, 4, 3, 3] },
      { horizon: 3, model: 'auto' },
      unavailableLibraries,
    );
    const builds = splitToBuilds(trim, [build('a', 2, 1), build('b', 1, 1)]).map(({ forecast }) => forecast);
    trim.points.forEach(({ mean, period }, step) => {
      expect(builds.reduce((sum, { points }) => sum + (points[step]?.mean ?? 0), 0)).toBeCloseTo(mean, 9);
      expect(builds[0]?.points[step]?.period).toBe(period);
    });
    for (const { points } of builds)
      for (const { quantiles } of points)
        for (const value of Object.values(quantiles)) expect(Number.isInteger(value)).toBe(true);
    expect(builds[0]?.history).toHaveLength(periods);
  });
});
