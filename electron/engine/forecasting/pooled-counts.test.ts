import { describe, expect, it } from 'vitest';
import { type CountOutcome, countRate, learnCounts, pooledSpread } from './pooled-counts';

/** Parts of two kinds, awake and asleep, by a fixed pattern; 12 months known, 12 after. */
function outcomes(count: number): CountOutcome[] {
  return Array.from({ length: count }, (_, index) => {
    const isAwake = index % 2 === 0;
    const sells = (month: number) => (isAwake && (month * 7 + index * 3) % 4 === 0 ? 1 + (index % 3) : 0);
    const values = Array.from({ length: 24 }, (_, month) => sells(month));
    return { history: values.slice(0, 12), after: values.slice(12) };
  });
}

describe('rates by like series together', () => {
  const all = outcomes(200);
  const pooled = learnCounts(all, 12);
  if (!pooled) throw new Error('nothing was learned');

  it('add up to what was sold', () => {
    // A logistic regression with a constant meets the mean of what it learned from; that more is never likelier than
    // less takes a little off.
    const sold = all.reduce((sum, { after }) => sum + after.reduce((a, b) => a + b, 0), 0) / (200 * 12);
    const expected = all.reduce((sum, { history }) => sum + countRate(history, pooled).mean, 0) / 200;
    expect(expected / sold).toBeGreaterThan(0.95);
    expect(expected / sold).toBeLessThan(1.001);
  });

  it('tell parts that sell from parts that sleep', () => {
    const asleep = countRate(Array<number>(12).fill(0), pooled);
    const awake = countRate(all[0]?.history ?? [], pooled);
    expect(asleep.mean).toBeLessThan(0.05);
    expect(awake.mean).toBeGreaterThan(0.2);
    expect(awake.variance).toBeGreaterThanOrEqual(awake.mean);
  });

  it('let what is not known of a rate add up over the horizon', () => {
    const { deviations, totalDeviation } = pooledSpread(all[0]?.history ?? [], 4, {
      ...pooled,
      inflation: 2.25,
    });
    // Each period the same variance v; the sum 4 * v * 2.25 = 9 v, three times the deviation of one.
    expect(deviations).toHaveLength(4);
    expect(totalDeviation).toBeCloseTo(3 * (deviations[0] ?? 0), 12);
  });

  it('are none where nothing was sold', () => {
    const nothing = { history: [0, 0, 0], after: [0, 0] };
    expect(learnCounts([nothing, nothing], 12)).toBeNull();
  });
});
