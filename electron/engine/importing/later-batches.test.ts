import { describe, expect, it } from 'vitest';
import { laterBatches } from './later-batches';

const batches = (...stores: [id: number, ...storeIds: number[]][]) =>
  stores.map(([id, ...storeIds]) => ({ id, storeIds })).reverse();

describe('what has to be undone before an import', () => {
  it('is each later one of its store, newest first', () => {
    expect(laterBatches(batches([1, 10], [2, 10], [3, 10]), 1)).toEqual([3, 2]);
    expect(laterBatches(batches([3, 10]), 3)).toEqual([]);
  });

  it('is none of another store', () => {
    expect(laterBatches(batches([1, 10], [2, 20], [3, 10]), 1)).toEqual([3]);
  });

  it('is also what touches a store that a file of several stores touches', () => {
    // 4 is of both stores, so 2 and 5 of the other one cannot stay as they are.
    expect(laterBatches(batches([1, 10], [2, 20], [3, 30], [4, 10, 20], [5, 20]), 1)).toEqual([5, 4, 2]);
  });
});
