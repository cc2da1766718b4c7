import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketThresholds, toAgeBuckets } from './age-buckets';

describe('toAgeBuckets', () => {
  it('labels, bounds and marks the buckets of the default used setting', () => {
    const buckets = toAgeBuckets([15, 30, 45, 60, 90], 60, [
      { index: 0, units: 4, costCents: 400 },
      { index: 5, units: 1, costCents: 90 },
    ]);
    expect(buckets.map((bucket) => bucket.label)).toEqual([
      '0–15',
      '16–30',
      '31–45',
      '46–60',
      '61–90',
      '91+',
    ]);
    expect(buckets.map((bucket) => bucket.isAged)).toEqual([false, false, false, false, true, true]);
    expect(buckets.map((bucket) => bucket.units)).toEqual([4, 0, 0, 0, 0, 1]);
  });

  it('leaves a bucket unmarked that the aged limit cuts', () => {
    expect(toAgeBuckets([30, 60], 45, []).map((bucket) => bucket.isAged)).toEqual([false, false, true]);
  });

  it('covers every age exactly once', () => {
    const limits = fc
      .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
      .map((days) => days.sort((a, b) => a - b));
    fc.assert(
      fc.property(limits, fc.nat(1000), (upperDays, age) => {
        const holding = toAgeBuckets(upperDays, 90, []).filter(
          (bucket) => age >= bucket.fromDays && (bucket.toDays === null || age <= bucket.toDays),
        );
        expect(holding).toHaveLength(1);
        expect(bucketThresholds(upperDays)).toHaveLength(upperDays.length);
      }),
    );
  });
});
