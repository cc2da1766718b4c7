import { describe, expect, it } from 'vitest';
import { sortRows } from './sort-rows';

describe('sortRows', () => {
  const rows = [{ n: 2 }, { n: null }, { n: 10 }, { n: 1 }];

  it('keeps missing values last either way', () => {
    expect(sortRows(rows, (row) => row.n, 'asc').map(({ n }) => n)).toEqual([1, 2, 10, null]);
    expect(sortRows(rows, (row) => row.n, 'desc').map(({ n }) => n)).toEqual([10, 2, 1, null]);
  });

  it('sorts text as people count', () => {
    expect(sortRows(['F-150', 'F-50'], (row) => row, 'asc')).toEqual(['F-50', 'F-150']);
  });

  it('leaves the rows it was given as they are', () => {
    sortRows(rows, (row) => row.n, 'asc');
    expect(rows[0]).toEqual({ n: 2 });
  });
});
