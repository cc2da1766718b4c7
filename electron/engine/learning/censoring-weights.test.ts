import { describe, expect, it } from 'vitest';
import { censoringWeights } from './censoring-weights';
import type { Sample } from './types';

function sample(followUpDays: number | null, daysToTurn: number): Sample {
  return {
    recommendedOn: '2026-01-01',
    knownOn: '2026-02-01',
    followUpDays,
    parts: [0.5, 0.5, 0.5, 0.5],
    grossPerUnitCents: 0,
    daysToTurn,
    unitsSold: 1,
  };
}

describe('censoring weights', () => {
  it('is one over the share of arrivals that were watched that long', () => {
    // Watched 10, 40, 80 (sold) and 20, 30 (unsold) days. 5 days: all five, weight 1. 25 days: 30, 40 and 80, so
    // 5/3. 70 days: only 80, so 5/1.
    const weights = censoringWeights([sample(10, 5), sample(40, 25), sample(80, 70)], [20, 30]);
    expect(weights[0]).toBe(1);
    expect(weights[1]).toBeCloseTo(5 / 3, 12);
    expect(weights[2]).toBe(5);
  });

  it('makes the mean of complete outcomes unbiased for turns cut off by the day of looking', () => {
    // Half turn in 10 days, half in 50; half of each kind arrived 20 days ago, half 100 days ago.
    const samples = [sample(20, 10), sample(100, 10), sample(100, 50)];
    const weights = censoringWeights(samples, [20]);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean =
      samples.reduce((sum, { daysToTurn }, index) => sum + daysToTurn * (weights[index] ?? 0), 0) / total;
    // Unweighted: 70 / 3 = 23.3. Weights 1, 1, 2: (10 + 10 + 100) / 4 = 30, the true mean.
    expect(mean).toBe(30);
  });

  it('is 1 where the arrival is unknown and never above 5', () => {
    expect(censoringWeights([sample(null, 400)], [1, 2, 3])).toEqual([1]);
    expect(
      censoringWeights(
        [sample(300, 250)],
        Array.from({ length: 30 }, () => 10),
      ),
    ).toEqual([5]);
  });
});
