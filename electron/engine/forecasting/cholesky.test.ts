import { describe, expect, it } from 'vitest';
import { factorise, logDeterminant, solve } from './cholesky';

describe('Cholesky', () => {
  // [[4, 2], [2, 5]] = L L' with L = [[2, 0], [1, 2]]; its determinant is 16.
  const factor = factorise([
    [4, 2],
    [2, 5],
  ]);

  it('factorises and solves', () => {
    expect(factor).toEqual([[2], [1, 2]]);
    // 4 * 1 + 2 * 2 = 8, 2 * 1 + 5 * 2 = 12.
    expect(solve(factor, [8, 12])).toEqual([1, 2]);
    expect(logDeterminant(factor)).toBeCloseTo(Math.log(16), 12);
  });

  it('refuses what is not positive definite', () => {
    expect(() =>
      factorise([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError);
  });
});
