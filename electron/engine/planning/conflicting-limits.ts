/**
 * Why limits cannot hold together: the fewest of them that conflict. First one limit after the other is left out and
 * kept out while the rest still conflicts, which gives a set of which none can be spared; then all smaller sets are
 * tried. Ordering nothing keeps every upper limit, so each conflict has a lower one in it.
 *
 * What a unit earns does not matter here, so a build is one whole number from 0 to the units that may be ordered.
 */
import type { Highs } from 'highs';
import { candidateUnits, scaleOf } from './order-model';
import type { LimitRow, OrderProblem } from './order-problem';

/** Subsets beyond this many are not tried: the set found first is named then. */
const MOST_TRIALS = 400;

/** Limits in the order of the problem's rows; empty when they can all hold. */
export function conflictingLimits(problem: OrderProblem, solver: Highs): LimitRow[] {
  const canHold = feasibilityTest(problem, solver);
  if (canHold(problem.rows)) return [];
  const spared = problem.rows.reduce((conflict, row) => {
    const without = conflict.filter((other) => other !== row);
    return canHold(without) ? conflict : without;
  }, problem.rows);
  return smallerConflict(problem.rows, spared.length, canHold) ?? [...spared];
}

function smallerConflict(
  rows: readonly LimitRow[],
  size: number,
  canHold: (rows: readonly LimitRow[]) => boolean,
): LimitRow[] | null {
  let trials = 0;
  for (let count = 1; count < size; count++) {
    for (const subset of subsetsOf(rows, count)) {
      if (!subset.some((row) => row.lower !== null)) continue;
      if (++trials > MOST_TRIALS) return null;
      if (!canHold(subset)) return subset;
    }
  }
  return null;
}

function* subsetsOf<T>(items: readonly T[], count: number): Generator<T[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of subsetsOf(items.slice(index + 1), count - 1)) yield [item, ...rest];
  }
}

function feasibilityTest(problem: OrderProblem, solver: Highs): (rows: readonly LimitRow[]) => boolean {
  const most = problem.builds.map(() => 0);
  for (const unit of candidateUnits(problem)) most[unit.build] = (most[unit.build] ?? 0) + 1;
  const orderable = most.flatMap((units, build) => (units > 0 ? [{ build, units }] : []));
  return (rows) => {
    if (rows.length === 0) return true;
    if (orderable.length === 0) return rows.every((row) => (row.lower ?? 0) <= 0 && (row.upper ?? 0) >= 0);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { build } of orderable) {
      rows.forEach((row, index) => {
        const coefficient = row.coefficients[build] ?? 0;
        if (coefficient === 0) return;
        indices.push(index);
        values.push(coefficient / scaleOf(row));
      });
      starts.push(indices.length);
    }
    const model = {
      numCols: orderable.length,
      numRows: rows.length,
      colCost: orderable.map(() => 0),
      colLower: orderable.map(() => 0),
      colUpper: orderable.map(({ units }) => units),
      rowLower: rows.map((row) => (row.lower === null ? -solver.infinity : row.lower / scaleOf(row))),
      rowUpper: rows.map((row) => (row.upper === null ? solver.infinity : row.upper / scaleOf(row))),
      matrix: {
        format: 'csc' as const,
        numRows: rows.length,
        numCols: orderable.length,
        starts,
        indices,
        values,
      },
      integrality: orderable.map(() => solver.constants.variableType.integer),
    };
    return solver.withModel(model, (test) => {
      test.options.set({ output_flag: false, random_seed: 0, time_limit: 5 });
      test.run();
      return test.getModelStatus() !== solver.constants.modelStatus.infeasible;
    });
  };
}
