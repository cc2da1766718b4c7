import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { smoothWith } from '../simple-smoothing';
import { adida, bucketLength, bucketSums } from './adida';

const context = { season: 12, horizon: 3, start: '2024-01', libraries: unavailableLibraries };

describe('ADIDA', () => {
  it('counts buckets as long as sales lie apart, back from the end', () => {
    // Sales in periods 2, 5, 7 and 11: 11 / 4 = 2.75, so buckets of 3; of 12 periods, four.
    const history = [0, 2, 0, 0, 1, 0, 3, 0, 0, 0, 4, 0];
    expect(bucketLength(history)).toBe(3);
    expect(bucketSums(history, 3)).toEqual([2, 1, 3, 4]);
    // One period more: the first is left over.
    expect(bucketSums([9, ...history], 3)).toEqual([2, 1, 3, 4]);
  });

  it('spreads the smoothed bucket over its periods', () => {
    // Buckets of two that hold 2, 4, 2, 4 ... stay level: 3 a bucket is 1.5 a period. At a weight of 0.5 from a level of 3:
    // 2 -> 2.5, 4 -> 3.25, which smoothWith's closed form for the first level then moves; here the sums are all 4.
    const steady = [0, 4, 0, 4, 0, 4, 0, 4];
    expect(bucketLength(steady)).toBe(2);
    expect(adida.forecast(steady, context)).toEqual([2, 2, 2].map((mean) => expect.closeTo(mean, 9)));
    // Buckets 2, 6: e0 = 2 and 6 - 0.5 x 2 = 5 from level 0; l0 = (2 + 0.5 x 5) / (1 + 0.25) = 3.6; the level then is
    // 3.6 -> 2.8 -> 4.4, or 2.2 a period.
    expect(smoothWith(bucketSums([2, 0, 0, 6], 2), 0.5).level / 2).toBeCloseTo(2.2, 12);
  });

  it('needs no sale, and takes one in every period as it is', () => {
    expect(adida.forecast([0, 0, 0, 0, 0], context)).toEqual([0, 0, 0]);
    expect(bucketLength([3, 1, 2, 5])).toBe(1);
    expect(bucketLength([0, 0, 0, 7])).toBe(2);
  });
});
