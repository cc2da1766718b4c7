import { describe, expect, it } from 'vitest';
import { naiveScale, pinballLoss, scoreBacktest } from './accuracy';
import type { PreparedSeries } from './prepare-series';

const series: PreparedSeries = {
  start: '2024-01',
  grain: 'month',
  season: 2,
  values: [1, 3, 2, 6, 4, 5],
  demand: [1, 3, 2, 6, 4, 5],
  observed: [true, true, true, true, true, true],
  isCount: true,
  isNonNegative: true,
  isIntermittent: false,
  notes: [],
};

describe('accuracy', () => {
  it('scales by the seasonal naive error inside the history', () => {
    // 2 - 1 = 1 and 6 - 3 = 3: mean 2, mean square 5.
    expect(naiveScale([1, 3, 2, 6], 2)).toEqual({ absolute: 2, squared: 5 });
    expect(naiveScale([1, 3], 2)).toBeNull();
    expect(naiveScale([4, 4, 4, 4], 2)).toBeNull();
  });

  it('scores an origin by hand', () => {
    // From the first four values 5 and 5 were forecast, 4 and 5 came: errors -1 and 0, mean absolute 0.5.
    const scores = scoreBacktest(series, 'theta', [{ origin: 4, means: [5, 5] }]);
    expect(scores.mase).toBeCloseTo(0.5 / 2, 12);
    expect(scores.rmsse).toBeCloseTo(Math.sqrt(0.5 / 5), 12);
    expect(scores.bias).toBeCloseTo(1 / 9, 12);
    expect(scores.origins).toBe(1);
  });

  it('does not score what was filled in', () => {
    const gapped = { ...series, observed: [true, true, true, true, false, true] };
    expect(scoreBacktest(gapped, 'theta', [{ origin: 4, means: [9, 7] }]).mase).toBeCloseTo(2 / 2, 12);
    const unseen = { ...series, observed: [true, true, true, true, false, false] };
    expect(scoreBacktest(unseen, 'theta', [{ origin: 4, means: [9, 7] }])).toMatchObject({
      mase: null,
      origins: 0,
    });
  });

  it('counts what lay inside intervals that were made from the other origins', () => {
    // 10 every period but the last, which brings 14; 10 is forecast each time. Before the last period nothing ever moved and the
    // other origins did not err, so its interval is 10 to 10, which 14 is outside of. The others' know the error of 4.
    const values = [...Array<number>(11).fill(10), 14];
    const steady = { ...series, values, demand: values, observed: values.map(() => true), isCount: false };
    const scores = scoreBacktest(
      steady,
      'theta',
      [11, 10, 9].map((origin) => ({ origin, means: [10] })),
    );
    expect([scores.coverage80, scores.coverage90]).toEqual([2 / 3, 2 / 3]);
    // At the last origin all nineteen quantiles are 10: (14 - 10) x 0.5, a third of which is the least there can be.
    expect(scores.pinball).toBeGreaterThan(2 / 3);
  });

  it('averages the quantile loss over the nineteen levels', () => {
    // Quantiles 1..19, actual 10: sum of i (10 - i) / 20 for i = 1..10 is 165 / 20, the upper half the same.
    const quantiles = Array.from({ length: 19 }, (_, index) => index + 1);
    expect(pinballLoss(10, quantiles)).toBeCloseTo(16.5 / 19, 12);
    expect(
      pinballLoss(
        12,
        quantiles.map(() => 10),
      ),
    ).toBeCloseTo(1, 12);
  });
});
