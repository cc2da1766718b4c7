import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileRanks } from './percentile-rank';
import { type ScoreInput, scoreBuilds } from './score';

const weights = { gross: 0.3, daysToTurn: 0.3, market: 0.2, forecast: 0.2 };

describe('percentileRanks', () => {
  it('shares a rank among ties', () => {
    // 10: (0 + 1/2) / 4. 20 twice: (1 + 2/2) / 4. 40: (3 + 1/2) / 4.
    expect(percentileRanks([20, 10, 40, 20])).toEqual([0.5, 0.125, 0.875, 0.5]);
  });

  it('has a mean of one half', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const mean = percentileRanks(values).reduce((sum, rank) => sum + rank, 0) / values.length;
        expect(mean).toBeCloseTo(0.5, 10);
      }),
    );
  });
});

describe('scoreBuilds', () => {
  const strong: ScoreInput = {
    grossCents: 300_000,
    daysToTurn: 20,
    marketShare: 0.2,
    marketTrend: 0.1,
    demand: 5,
  };
  const weak: ScoreInput = {
    grossCents: 100_000,
    daysToTurn: 80,
    marketShare: 0.1,
    marketTrend: -0.1,
    demand: 2,
  };

  it('weighs the ranks and counts quick turns as high', () => {
    const [first, second] = scoreBuilds([strong, weak], weights);
    // Of two, the better has rank (1 + 1/2) / 2 = 0.75 in every part, the other 0.25.
    expect(first?.parts).toEqual({ gross: 0.75, daysToTurn: 0.75, market: 0.75, forecast: 0.75 });
    expect(first?.score).toBeCloseTo(0.75, 12);
    expect(second?.score).toBeCloseTo(0.25, 12);
  });

  it('weighs each part by its weight', () => {
    const [first] = scoreBuilds([{ ...strong, demand: 1 }, weak], weights);
    // 0.75 x (0.3 + 0.3 + 0.2) + 0.25 x 0.2 = 0.65
    expect(first?.score).toBeCloseTo(0.65, 12);
  });

  it('says what is missing instead of scoring', () => {
    const [, second] = scoreBuilds([strong, { ...weak, marketShare: null, marketTrend: null }], weights);
    expect(second).toMatchObject({ score: null, notScoredBecause: 'no market facts for its model' });
    expect(second?.parts.market).toBeNull();
  });

  it('does without a part that has no weight', () => {
    const noMarket = { gross: 0.5, daysToTurn: 0.25, market: 0, forecast: 0.25 };
    const [, second] = scoreBuilds([strong, { ...weak, marketShare: null }], noMarket);
    expect(second?.score).toBeCloseTo(0.25, 12);
  });
});
