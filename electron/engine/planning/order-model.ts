/** The order problem as columns and rows for the solver. */
import type { Highs, ModelData } from 'highs';
import { type LimitRow, type OrderProblem, tiltedValuesCents } from './order-problem';

export type Unit = { build: number; valueCents: number };

/**
 * Units worth ordering, and as many more as a minimum may ask for: of a share as many as there are, since a unit at a
 * loss may make room for better ones of the other kind.
 */
export function candidateUnits({ builds, rows, tilt }: OrderProblem): Unit[] {
  const hasShare = rows.some((row) => row.coefficients.some((coefficient) => coefficient < 0));
  return builds.flatMap((build, index) => {
    const required = hasShare
      ? Number.POSITIVE_INFINITY
      : rows.reduce(
          (most, row) => ((row.coefficients[index] ?? 0) > 0 ? Math.max(most, row.lower ?? 0) : most),
          0,
        );
    return tiltedValuesCents(build, tilt).flatMap((valueCents, position) =>
      valueCents > 0 || position < required ? [{ build: index, valueCents }] : [],
    );
  });
}

/** One column of 0 to 1 for each unit: whole for the order itself, in fractions for its relaxation. */
export function unitModel(
  units: readonly Unit[],
  rows: readonly LimitRow[],
  solver: Highs,
  isWhole: boolean,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const unit of units) {
    rows.forEach((row, rowIndex) => {
      const coefficient = row.coefficients[unit.build] ?? 0;
      if (coefficient === 0) return;
      indices.push(rowIndex);
      values.push(coefficient / scaleOf(row));
    });
    starts.push(indices.length);
  }
  return {
    numCols: units.length,
    numRows: rows.length,
    sense: solver.constants.objectiveSense.maximize,
    colCost: units.map((unit) => unit.valueCents),
    colLower: units.map(() => 0),
    colUpper: units.map(() => 1),
    rowLower: rows.map((row) => (row.lower === null ? -solver.infinity : row.lower / scaleOf(row))),
    rowUpper: rows.map((row) => (row.upper === null ? solver.infinity : row.upper / scaleOf(row))),
    matrix: { format: 'csc', numRows: rows.length, numCols: units.length, starts, indices, values },
    ...(isWhole && { integrality: units.map(() => solver.constants.variableType.integer) }),
  };
}

/** Money rows go to the solver in thousands of dollars, so that all its numbers are of one size. */
export function scaleOf(row: LimitRow): number {
  return row.coefficients.some((coefficient) => coefficient > 100) ? 100_000 : 1;
}
