import { describe, expect, it } from 'vitest';
import { unwrapLines } from './unwrap-lines';

describe('lines quoted once more', () => {
  it('are given back as they were', () => {
    expect(unwrapLines('"Stock,VIN,""In Date"""\n"A1,X,""9/1/26"""\n', '\n')).toBe(
      'Stock,VIN,"In Date"\nA1,X,"9/1/26"',
    );
  });

  it('are not seen where cells are quoted, or one column is all there is', () => {
    expect(unwrapLines('"Stock","VIN"\n"A1","X"\n', '\n')).toBeNull();
    expect(unwrapLines('"Stock"\n"A1"\n"A2"\n', '\n')).toBeNull();
    expect(unwrapLines('Stock,VIN\nA1,X\n', '\n')).toBeNull();
  });
});
