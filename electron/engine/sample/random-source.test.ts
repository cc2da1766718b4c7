import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedSeed, itemAt, RandomSource } from './random-source';

function draws<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
}

describe('RandomSource', () => {
  it('repeats itself for a seed and differs for its neighbours', () => {
    const first = (seed: number) => draws(20, () => new RandomSource(seed).uniform())[0];
    expect(first(1)).toBe(first(1));
    expect(new Set([first(1), first(2), first(3), first(4)]).size).toBe(4);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat({ max: 90 }), (seed, low, span) => {
        const random = new RandomSource(seed);
        for (const value of draws(50, () => random.integer(low, low + span))) {
          expect(Number.isInteger(value) && value >= low && value <= low + span).toBe(true);
        }
      }),
    );
  });

  // Bounds are five standard errors of the mean: sd / sqrt(20,000) = sd * 0.0071.
  it.each([0.3, 4, 39, 41, 900])('draws Poisson counts with mean and variance %d', (rate) => {
    const random = new RandomSource(11);
    const counts = draws(20_000, () => random.poisson(rate));
    expect(Math.abs(mean(counts) - rate)).toBeLessThan(5 * Math.sqrt(rate) * 0.0071);
    expect(variance(counts) / rate).toBeGreaterThan(0.93);
    expect(variance(counts) / rate).toBeLessThan(1.07);
  });

  it('draws standard normals, shocks with mean 1 and exponentials with mean 1', () => {
    const random = new RandomSource(12);
    const normals = draws(20_000, () => random.normal());
    expect(Math.abs(mean(normals))).toBeLessThan(0.036);
    expect(variance(normals)).toBeCloseTo(1, 1);
    expect(mean(draws(20_000, () => random.shock(0.3)))).toBeCloseTo(1, 1);
    expect(mean(draws(20_000, () => random.exponential()))).toBeCloseTo(1, 1);
  });

  it('picks by weight and never what weighs nothing', () => {
    const random = new RandomSource(13);
    const counts = [0, 0, 0];
    for (const index of draws(10_000, () => random.weightedIndex([3, 0, 1], 4)))
      counts[index] = (counts[index] ?? 0) + 1;
    expect(counts[1]).toBe(0);
    // 10,000 draws at 3/4: mean 7,500, standard deviation 43.
    expect(Math.abs((counts[0] ?? 0) - 7_500)).toBeLessThan(220);
  });
});

describe('derivedSeed', () => {
  it('gives neighbouring parts and seeds unlike values', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) =>
      Array.from({ length: 250 }, (_, part) => derivedSeed(seed, part)),
    );
    expect(new Set(seeds.flat()).size).toBe(10_000);
  });
});

describe('itemAt', () => {
  it('throws where plain indexing is undefined', () => {
    expect(itemAt(['a', 'b'], 1)).toBe('b');
    expect(() => itemAt(['a'], 1)).toThrow(RangeError);
  });
});
