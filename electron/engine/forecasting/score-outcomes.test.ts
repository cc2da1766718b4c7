import { QUANTILE_LEVELS, toQuantileMap } from '@shared/domain/quantile-levels';
import { describe, expect, it } from 'vitest';
import { compareAdjusted, type PastForecast, scoreOutcome, summariseOutcomes } from './score-outcomes';

/** Two years: the second sold two a month more than the first, so naive is off by 2. */
const history = Array.from({ length: 24 }, (_, t) => (t < 12 ? 10 : 12));
const past = (given: Partial<PastForecast> = {}): PastForecast => ({
  seriesId: 1,
  firstPeriod: '2026-01',
  grain: 'month',
  period: '2026-02',
  mean: 13,
  adjustedMean: null,
  quantiles: toQuantileMap(QUANTILE_LEVELS.map((level) => Math.round(8 + 10 * level))),
  history,
  ...given,
});

describe('scores of earlier forecasts', () => {
  it('stand beside what repeating last year would have said', () => {
    const outcome = scoreOutcome(past(), 15);
    expect(outcome).toMatchObject({ stepsAhead: 2, naive: 12, naiveScale: 2, naiveSquare: 4 });
    // The 10 % and 90 % quantiles are 9 and 17, those of 5 and 95 % 9 (8.5 rounded) and 18 (17.5 rounded).
    expect([outcome.within80, outcome.within90]).toEqual([true, true]);
    expect(scoreOutcome(past(), 18)).toMatchObject({ within80: false, within90: true });
    // Beyond a year the history's last year is repeated again.
    expect(scoreOutcome(past({ period: '2027-02' }), 15).naive).toBe(12);
    expect(scoreOutcome(past({ history: [1, 2] }), 15)).toMatchObject({ naive: null, naiveScale: null });
  });

  it('hold quantile losses against those of repeating last year', () => {
    // All quantiles 13, 15 sold: 2 x 0.5, the mean of the nineteen levels. Every month was 2 above the year before, so naive's
    // quantiles are all 12 + 2 = 14: 1 x 0.5.
    const flat = past({ quantiles: toQuantileMap(QUANTILE_LEVELS.map(() => 13)) });
    expect(scoreOutcome(flat, 15).pinball).toBeCloseTo(1, 12);
    expect(scoreOutcome(flat, 15).naivePinball).toBeCloseTo(0.5, 12);
    const summary = summariseOutcomes([scoreOutcome(flat, 15), scoreOutcome(flat, 13)]);
    expect([summary.coverage80, summary.coverage90]).toEqual([0.5, 0.5]);
    // Errors 2 and 0: mean pinball (1 + 0) / 2; the root of (4 + 0) / 2 over 4; 26 forecast and 28 sold.
    expect(summary.pinball).toBeCloseTo(0.5, 12);
    expect(summary.rmsse).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(summary.bias).toBeCloseTo(-2 / 28, 12);
  });

  it('sum up as the back-test does', () => {
    const outcomes = [scoreOutcome(past(), 15), scoreOutcome(past({ period: '2026-03' }), 11)];
    const summary = summariseOutcomes(outcomes);
    // Errors 2 and -2 on a scale of 2; naive is off by 3 and 1. 26 forecast, 26 sold.
    expect(summary).toMatchObject({ series: 1, tests: 2, mase: 1, rmsse: 1, naiveMase: 1, bias: 0 });
    expect(summary.coverage80).toBe(1);
    expect(summariseOutcomes([])).toMatchObject({ tests: 0, mase: null, bias: null });
  });

  it('tell whether adjusting helped', () => {
    const adjusted = [
      { actual: 15, mean: 13, adjustedMean: 16 },
      { actual: 10, mean: 13, adjustedMean: 16 },
      { actual: 10, mean: 12, adjustedMean: null },
    ];
    // |15 - 13| and |10 - 13|: 2.5 on the mean; |15 - 16| and |10 - 16|: 3.5.
    expect(compareAdjusted(adjusted)).toEqual({ tests: 2, modelError: 2.5, adjustedError: 3.5 });
    expect(compareAdjusted(adjusted.slice(2))).toBeNull();
  });
});
