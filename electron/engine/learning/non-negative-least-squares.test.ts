import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveNonNegativeLeastSquares } from './non-negative-least-squares';

describe('non-negative least squares', () => {
  it('is ordinary least squares where that has no negative coefficient', () => {
    // 2a + b = 4 and a + 2b = 5 give a = 1, b = 2.
    const solution = solveNonNegativeLeastSquares(
      [
        [2, 1],
        [1, 2],
      ],
      [4, 5],
    );
    expect(solution[0]).toBeCloseTo(1, 12);
    expect(solution[1]).toBeCloseTo(2, 12);
  });

  it('leaves a part out that would turn negative', () => {
    // 2a + b = 3 and a + 2b = 0 would give a = 2, b = -1; with b = 0 it is 2a = 3.
    expect(
      solveNonNegativeLeastSquares(
        [
          [2, 1],
          [1, 2],
        ],
        [3, 0],
      ),
    ).toEqual([1.5, 0]);
  });

  it('drops a part that came first once the others explain more', () => {
    // Columns (1,0,0), (0,1,0), (1,1,1) and y = (1,1,0): the third has the largest product with y (2) and enters
    // first at 2/3, but y is the sum of the first two.
    const solution = solveNonNegativeLeastSquares(
      [
        [1, 0, 1],
        [0, 1, 1],
        [1, 1, 3],
      ],
      [1, 1, 2],
    );
    expect(solution[0]).toBeCloseTo(1, 12);
    expect(solution[1]).toBeCloseTo(1, 12);
    expect(solution[2]).toBeCloseTo(0, 12);
  });

  it('survives columns that copy each other and moments that are all negative', () => {
    const twins = solveNonNegativeLeastSquares(
      [
        [1, 1],
        [1, 1],
      ],
      [3, 3],
    );
    expect((twins[0] ?? 0) + (twins[1] ?? 0)).toBeCloseTo(3, 9);
    expect(solveNonNegativeLeastSquares([[1]], [-2])).toEqual([0]);
    expect(solveNonNegativeLeastSquares([], [])).toEqual([]);
  });

  it('meets the optimality conditions: no gradient inside, none downhill at the boundary', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const problem = fc.record({
      rows: fc.array(fc.tuple(value, value, value, value), { minLength: 6, maxLength: 12 }),
      right: fc.array(value, { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(problem, ({ rows, right }) => {
        const columns = [0, 1, 2, 3];
        const product = (pick: (row: (typeof rows)[number], index: number) => number) =>
          rows.reduce((sum, row, index) => sum + pick(row, index), 0);
        // A small ridge keeps the random columns independent, so that the optimum is unique.
        const gram = columns.map((left) =>
          columns.map(
            (other) => product((row) => (row[left] ?? 0) * (row[other] ?? 0)) + (left === other ? 1 : 0),
          ),
        );
        const moment = columns.map((column) =>
          product((row, index) => (row[column] ?? 0) * (right[index] ?? 0)),
        );
        const solution = solveNonNegativeLeastSquares(gram, moment);
        for (const column of columns) {
          const own = solution[column] ?? 0;
          const pull = columns.reduce(
            (sum, other) => sum + (gram[column]?.[other] ?? 0) * (solution[other] ?? 0),
            0,
          );
          const gradient = (moment[column] ?? 0) - pull;
          expect(own).toBeGreaterThanOrEqual(0);
          if (own > 0) expect(Math.abs(gradient)).toBeLessThan(1e-6);
          else expect(gradient).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
