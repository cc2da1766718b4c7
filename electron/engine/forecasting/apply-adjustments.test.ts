import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdjustableForecast, applyAdjustments, parentIdOf } from './apply-adjustments';

const periods = ['2026-11', '2026-12'];
const forecast = (id: string, means: number[]): AdjustableForecast => ({
  id,
  points: means.map((mean, step) => ({
    period: periods[step] ?? '',
    mean,
    quantiles: { '0.10': 1, '0.90': 7 },
  })),
  total: { mean: means.reduce((sum, mean) => sum + mean, 0), quantiles: { '0.10': 2, '0.90': 14 } },
});
const tree = [
  forecast('store', [10, 20]),
  forecast('model:Ford|F-150', [6, 12]),
  forecast('model:Ford|Focus', [4, 8]),
  forecast('trim:Ford|F-150|XLT', [4, 8]),
  forecast('trim:Ford|F-150|Lariat', [2, 4]),
];
const both = { firstPeriod: '2026-11', lastPeriod: '2026-12' };

describe('adjustments by hand', () => {
  it('reach the series below and add up above', () => {
    const adjusted = applyAdjustments(tree, [
      { seriesId: 'model:Ford|F-150', ...both, factor: 1.5, units: null },
    ]);
    const means = new Map(adjusted.map(({ id, points }) => [id, points.map(({ mean }) => mean)]));
    expect(means.get('trim:Ford|F-150|XLT')).toEqual([6, 12]);
    expect(means.get('model:Ford|F-150')).toEqual([9, 18]);
    expect(means.get('model:Ford|Focus')).toEqual([4, 8]);
    // 9 + 4 of the 6 + 4 before: 10 x 1.3.
    expect(means.get('store')).toEqual([expect.closeTo(13, 9), expect.closeTo(26, 9)]);
    expect(adjusted.map(({ unadjustedMean }) => unadjustedMean)).toEqual([30, 18, null, 12, 6]);
  });

  it('hold from their first period to their last, and multiply', () => {
    const december = { firstPeriod: '2026-12', lastPeriod: '2026-12', factor: 2, units: null };
    const adjusted = applyAdjustments(tree, [
      { seriesId: 'trim:Ford|F-150|XLT', ...december },
      { seriesId: 'store', ...both, factor: 0.5, units: null },
    ]);
    expect(adjusted.find(({ id }) => id === 'trim:Ford|F-150|XLT')?.points.map(({ mean }) => mean)).toEqual([
      2, 8,
    ]);
  });

  it('add units to a period, shared below in proportion, and move the band by as many', () => {
    const november = { firstPeriod: '2026-11', lastPeriod: '2026-11', factor: null };
    const adjusted = applyAdjustments(tree, [{ seriesId: 'model:Ford|F-150', ...november, units: 3 }]);
    const means = new Map(adjusted.map(({ id, points }) => [id, points.map(({ mean }) => mean)]));
    expect(means.get('model:Ford|F-150')).toEqual([9, 12]);
    expect(means.get('store')).toEqual([expect.closeTo(13, 9), 20]);
    // Of the 6, XLT had 4 and Lariat 2.
    expect(means.get('trim:Ford|F-150|XLT')).toEqual([6, 8]);
    expect(means.get('trim:Ford|F-150|Lariat')).toEqual([3, 4]);
    const model = adjusted.find(({ id }) => id === 'model:Ford|F-150');
    expect(model?.points[0]?.quantiles).toEqual({ '0.10': 4, '0.90': 10 });
    expect(model?.total.quantiles).toEqual({ '0.10': 5, '0.90': 17 });
  });

  it('add units where nothing was expected, and take no more than there is', () => {
    const idle = [
      forecast('model:Ford|Edsel', [0, 0]),
      forecast('trim:Ford|Edsel|Base', [0, 0]),
      forecast('trim:Ford|Edsel|Top', [0, 0]),
    ];
    const added = applyAdjustments(idle, [{ seriesId: 'model:Ford|Edsel', ...both, factor: null, units: 4 }]);
    expect(added.map(({ points }) => points[0]?.mean)).toEqual([4, 2, 2]);
    const taken = applyAdjustments(tree, [{ seriesId: 'store', ...both, factor: null, units: -15 }]);
    expect(taken.find(({ id }) => id === 'store')?.points.map(({ mean }) => mean)).toEqual([0, 5]);
  });

  it('keep counts whole', () => {
    const [store] = applyAdjustments(
      [forecast('store', [3, 3])],
      [{ seriesId: 'store', ...both, factor: 1.25, units: null }],
    );
    // 7 x 1.25 = 8.75.
    expect(store?.points[0]?.quantiles).toEqual({ '0.10': 1, '0.90': 9 });
  });

  it('know the way up', () => {
    expect(parentIdOf('build:Ford|F-150|XLT|Crew|4x4|V8|')).toBe('trim:Ford|F-150|XLT');
    expect(parentIdOf('trim:Ford|F-150|')).toBe('model:Ford|F-150');
    expect(parentIdOf('used:model:Ford|F-150')).toBe('used:store');
    expect(parentIdOf('store')).toBeNull();
  });

  it('share equally what comes after next to nothing was left', () => {
    const adjusted = applyAdjustments(tree, [
      { seriesId: 'store', factor: Number.MIN_VALUE, units: null, ...both },
      { seriesId: 'store', factor: null, units: 3, ...both },
    ]);
    const means = adjusted.filter(({ id }) => id.startsWith('model:')).map(({ total }) => total.mean);
    expect(means[0]).toBeCloseTo(means[1] ?? 0, 9);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(6, 9);
  });

  it('leave levels adding up, whatever they are', () => {
    const factor = fc.record({
      factor: fc.double({ min: 0, max: 5, noNaN: true }),
      units: fc.constant(null),
    });
    const units = fc.record({
      factor: fc.constant(null),
      units: fc.double({ min: -20, max: 20, noNaN: true }),
    });
    const seriesId = fc.constantFrom(...tree.map(({ id }) => id));
    const one = fc
      .tuple(seriesId, fc.oneof(factor, units))
      .map(([id, change]) => ({ seriesId: id, ...change }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (list) => {
        const adjusted = applyAdjustments(
          tree,
          list.map((adjustment) => ({ ...adjustment, ...both })),
        );
        const total = (id: string) => adjusted.find((row) => row.id === id)?.total.mean ?? 0;
        expect(total('model:Ford|F-150') + total('model:Ford|Focus')).toBeCloseTo(total('store'), 6);
        expect(total('trim:Ford|F-150|XLT') + total('trim:Ford|F-150|Lariat')).toBeCloseTo(
          total('model:Ford|F-150'),
          6,
        );
      }),
    );
  });
});
