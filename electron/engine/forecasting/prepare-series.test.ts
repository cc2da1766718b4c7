import { describe, expect, it } from 'vitest';
import { prepareSeries } from './prepare-series';

describe('prepare', () => {
  it('fills gaps straight between neighbours and remembers what was seen', () => {
    const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2024-01', values: [2, null, null, 8] });
    expect(prepared?.demand).toEqual([2, 4, 6, 8]);
    expect(prepared?.observed).toEqual([true, false, false, true]);
    expect(prepared?.notes).toEqual(['2 periods without data filled in']);
  });

  it('begins with the first known value', () => {
    const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2023-12', values: [null, null, 3, 4] });
    expect(prepared?.start).toBe('2024-02');
    expect(prepared?.demand).toEqual([3, 4]);
  });

  it('leaves out what is not complete', () => {
    const series = { id: 'a', grain: 'month' as const, start: '2024-01', values: [5, 6, 1] };
    const prepared = prepareSeries(series, '2024-02');
    expect(prepared?.demand).toEqual([5, 6]);
    expect(prepared?.notes).toEqual(['the last, incomplete period was left out']);
  });

  it('treats complete periods after the last value as gaps, like the year before', () => {
    const values = Array.from({ length: 13 }, (_, month) => month + 1);
    const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2023-01', values }, '2024-02');
    // February 2024 is not known: February 2023 was 2.
    expect(prepared?.demand.at(-1)).toBe(2);
    expect(prepared?.observed.at(-1)).toBe(false);
  });

  it('tells counts from amounts, and takes NaN for a gap', () => {
    const kind = (values: (number | null)[]) => {
      const prepared = prepareSeries({ id: 'a', grain: 'month', start: '2024-01', values });
      return prepared && [prepared.isCount, prepared.isNonNegative];
    };
    expect(kind([1, 2, 0])).toEqual([true, true]);
    expect(kind([1.5, 2, 0])).toEqual([false, true]);
    expect(kind([1, -2, 0])).toEqual([false, false]);
    expect(kind([1, Number.NaN, 3])).toEqual([true, true]);
    expect(kind([null, Number.NaN])).toBeNull();
  });
});
