import { describe, expect, it } from 'vitest';
import { DurationTable } from './duration-table';

describe('a table of durations', () => {
  it('counts, averages and keeps the slowest of each name', () => {
    const table = new DurationTable(10);
    table.note('select 1', 10);
    table.note('select 1', 30, true);
    table.note('select 2', 25);
    expect(table.slowest(5)).toEqual([
      // (10 + 30) / 2 = 20
      { name: 'select 1', count: 2, failures: 1, meanMs: 20, slowestMs: 30 },
      { name: 'select 2', count: 1, failures: 0, meanMs: 25, slowestMs: 25 },
    ]);
  });

  it('stays bounded, and forgets the quick ones', () => {
    const table = new DurationTable(2);
    for (const [name, milliseconds] of [
      ['a', 9],
      ['b', 1],
      ['c', 2],
      ['d', 8],
      ['e', 3],
    ] as const)
      table.note(name, milliseconds);
    expect(table.slowest(10).map(({ name }) => name)).toEqual(['a', 'd']);
  });
});
