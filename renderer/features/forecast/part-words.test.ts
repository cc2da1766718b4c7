import { describe, expect, it } from 'vitest';
import { describeParts } from './part-words';

const details = {
  season: { basis: 'store' as const, errorRatio: 0.8 },
  decomposition: [],
  parts: [
    { part: 'recent_sales' as const, units: 30 },
    { part: 'stock_outs' as const, units: 6 },
    { part: 'season' as const, units: -9 },
  ],
  outliers: [],
  inStockShare: 0.75,
  stockOutUnits: 12,
  chosenThrough: null,
  predecessors: [],
};
const points = [{ period: '2026-11', mean: 27, quantiles: {} }];

describe('the parts of a forecast', () => {
  it('say what each rests on', () => {
    const parts = describeParts({
      details,
      points,
      grain: 'month',
      total: { mean: 27, quantiles: {} },
      unadjustedMean: null,
      model: 'theta',
    });
    expect(parts.map(({ label, units }) => [label, units])).toEqual([
      ['Pace of the last year', 30],
      ['Days without stock', 6],
      ['Season ahead', -9],
    ]);
    expect(parts[1]?.reason).toBe(
      'Some unit of it stood on 75% of days; with every build there on every day, 12.0 more would have sold in the last year',
    );
    expect(parts[2]?.reason).toContain('20% smaller');
  });

  it('end with what was changed by hand, so that they add up', () => {
    const parts = describeParts({
      details,
      points,
      grain: 'month',
      total: { mean: 32.4, quantiles: {} },
      unadjustedMean: 27,
      model: 'theta',
    });
    expect(parts.at(-1)?.units).toBeCloseTo(5.4, 12);
    expect(parts.reduce((sum, { units }) => sum + units, 0)).toBeCloseTo(32.4, 12);
  });

  it('call what is taken from trims alike a launch, not a trend', () => {
    const [step] = describeParts({
      details: { ...details, parts: [{ part: 'model', units: 7 }] },
      points,
      grain: 'month',
      total: { mean: 7, quantiles: {} },
      unadjustedMean: null,
      model: 'launch',
    });
    expect(step).toMatchObject({ label: 'Launch', reason: expect.stringContaining('earlier launches') });
  });
});
