/**
 * What each limit costs: the best objective with that limit one step looser, less the objective as it is. An
 * integer program has no dual prices, so each is a solve of its own. Cents of the tilted objective, never below 0.
 */
import type { Highs } from 'highs';
import { DEFAULT_SOLVE_OPTIONS, type SolveOptions, solveOrder } from './optimise';
import type { LimitRow, OrderProblem, OrderSolution } from './order-problem';

type ShadowPrice = { id: string; cents: number };

/** Prices in the order of the rows. `onEach` hears of every one done and may throw to stop. */
export function shadowPrices(
  problem: OrderProblem,
  best: OrderSolution,
  solver: Highs,
  options: SolveOptions = DEFAULT_SOLVE_OPTIONS,
  onEach: (done: number) => void = () => {},
): ShadowPrice[] {
  return problem.rows.map((row, index) => {
    const rows = problem.rows.map((other) => (other === row ? loosened(row) : other));
    const { objectiveCents } = solveOrder({ ...problem, rows }, solver, options);
    onEach(index + 1);
    return { id: row.id, cents: Math.max(0, objectiveCents - best.objectiveCents) };
  });
}

function loosened(row: LimitRow): LimitRow {
  return {
    ...row,
    upper: row.upper === null ? null : row.upper + row.step,
    lower: row.lower === null ? null : Math.max(0, row.lower - row.step),
  };
}
