import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { recentMean } from './recent-mean';
import { seasonalNaive } from './seasonal-naive';

const context = { season: 4, horizon: 6, start: '2024-01', libraries: unavailableLibraries };

describe('seasonal naive', () => {
  it('repeats the last season', () => {
    expect(seasonalNaive.forecast([9, 9, 1, 2, 3, 4], context)).toEqual([1, 2, 3, 4, 1, 2]);
  });

  it('repeats the last value while there is no whole season', () => {
    expect(seasonalNaive.forecast([5, 7], context)).toEqual([7, 7, 7, 7, 7, 7]);
  });
});

describe('recent mean', () => {
  it('averages the last two seasons and nothing older', () => {
    // Eight values of the last two seasons sum to 36; the 100 before them is too old.
    expect(recentMean.forecast([100, 1, 2, 3, 4, 5, 6, 7, 8], { ...context, horizon: 2 })).toEqual([
      4.5, 4.5,
    ]);
  });
});
