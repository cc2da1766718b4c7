import { describe, expect, it } from 'vitest';
import { applySpreadFactors, learnSpreadFactors, type PastInterval } from './spread-factors';
import type { ForecastSpread } from './types';

/** Quantiles from -9 to 9 deviations: the 5 to 95 % interval is 9 on either side of the mean. */
const spread: ForecastSpread = {
  deviations: [1, 1, 1, 1],
  totalDeviation: 2,
  shape: Array.from({ length: 19 }, (_, index) => index - 9),
  isCount: false,
  isNonNegative: false,
};

function past(of: number, origin: number, actual: number, step: number | null = 0): PastInterval {
  const covered = step === null ? 4 : step + 1;
  return { of: `${of}`, origin, covered, step, mean: 0, deviation: 1, spread, actual };
}

describe('factors on spread', () => {
  it('are 1 where nothing was tested', () => {
    expect(learnSpreadFactors([])).toEqual({ steps: [], total: 1 });
  });

  it('widen what held too little, as far as series and stretches of time vouch for it', () => {
    // 90 series of 10 origins each, a period apart: errors of 9 * 2 in one of five, else 0. A factor below 2 holds 80 %,
    // 2 holds all; half way between 1.75 and 2 the share is 90 %: 1.875. Vouched for by 90 / 100 of the series
    // and, for one period ahead, by 10 stretches against 4: 10 / 14. exp(0.9 * 0.7143 * log 1.875) = 1.498.
    const all = Array.from({ length: 90 }, (_, of) =>
      Array.from({ length: 10 }, (_, origin) => past(of, origin, (of + origin) % 5 === 0 ? 18 : 0)),
    ).flat();
    expect(learnSpreadFactors(all).steps).toEqual([{ step: 0, factor: expect.closeTo(1.498, 3) }]);
  });

  it('trust a sum over most of the history less', () => {
    // The same errors of the sum of four periods: origins 0 to 9 hold 1 + 9 / 4 = 3.25 stretches, against 4.
    // exp(0.9 * 3.25 / 7.25 * log 1.875) = 1.289.
    const all = Array.from({ length: 90 }, (_, of) =>
      Array.from({ length: 10 }, (_, origin) => past(of, origin, (of + origin) % 5 === 0 ? 18 : 0, null)),
    ).flat();
    expect(learnSpreadFactors(all).total).toBeCloseTo(1.289, 3);
  });

  it('lie on a line between the horizons that were tested', () => {
    const steps = [
      { step: 0, factor: 1 },
      { step: 2, factor: 2 },
    ];
    const wider = applySpreadFactors(spread, { steps, total: 3 });
    expect(wider.deviations).toEqual([1, 1.5, 2, 2]);
    expect(wider.totalDeviation).toBe(6);
  });
});
