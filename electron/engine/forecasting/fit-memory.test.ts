import { describe, expect, it } from 'vitest';
import { type FitMemory, recall } from './fit-memory';

describe('the memory of fits', () => {
  it('finds once for each length, and hands on what it knows of shorter histories only', () => {
    const memory: FitMemory = new Map();
    const given: (number | null)[] = [];
    const find = (length: number) =>
      recall<number>(memory, 'kind', length, (shorter) => {
        given.push(shorter);
        return length;
      });
    expect([find(20), find(30), find(25), find(30), find(40)]).toEqual([20, 30, 25, 30, 40]);
    expect(given).toEqual([null, 20, 20, 30]);
  });

  it('keeps kinds apart, and nothing at all without a memory', () => {
    const memory: FitMemory = new Map();
    recall(memory, 'one', 10, () => 1);
    expect(recall(memory, 'other', 20, (shorter) => shorter)).toBeNull();
    expect(recall(undefined, 'one', 20, (shorter) => shorter)).toBeNull();
  });
});
