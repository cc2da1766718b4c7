import { describe, expect, it } from 'vitest';
import { demandCurve, flatDemandCurve } from './demand-curve';

const forecast = {
  make: 'Chevrolet',
  model: 'Trax',
  trim: 'LT',
  points: [
    { period: '2026-09', mean: 30 },
    { period: '2026-10', mean: 62 },
  ],
  total: { mean: 92, quantiles: { '0.10': 70, '0.90': 115 } },
};

describe('demandCurve', () => {
  it('spreads a month evenly over its days, from the day after the plan day', () => {
    const { cumulative } = demandCurve(forecast, '2026-09-20', 100);
    // September: 1 a day for the 10 days left; October: 2 a day for 31 days.
    expect(cumulative[10]).toBeCloseTo(10, 9);
    expect(cumulative[41]).toBeCloseTo(72, 9);
    // Beyond October the mean day of both months: 92 / 61.
    expect((cumulative[42] ?? 0) - (cumulative[41] ?? 0)).toBeCloseTo(92 / 61, 9);
    expect(cumulative[0]).toBe(0);
  });

  it('takes the first month for days before it', () => {
    expect(demandCurve(forecast, '2026-08-29', 5).cumulative[2]).toBeCloseTo(2, 9);
  });

  it('reads the spread from the forecast of the sum', () => {
    // 45 / 2.5631 = 17.557; squared 308.24; less 92 is 216.24; over 92^2 = 8,464: 0.02555.
    expect(demandCurve(forecast, '2026-09-20', 1).dispersion).toBeCloseTo(0.02555, 4);
  });
});

describe('flatDemandCurve', () => {
  it('rises by the same every day', () => {
    expect(flatDemandCurve(0.5, 0.2, 3)).toEqual({ cumulative: [0, 0.5, 1, 1.5], dispersion: 0.2 });
  });
});
