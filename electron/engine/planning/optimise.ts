/**
 * Solves the order problem exactly with HiGHS: one 0/1 variable for each next unit of each build. Values of a
 * build's units never rise and all its units take the same of every limit, so the best choice takes them in
 * order by itself.
 *
 * Same problem, same answer: the solver is single-threaded with a fixed seed, and units that are worth the same
 * and take the same of every limit go to the higher score, then to the build key.
 */
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Highs } from 'highs';
import { conflictingLimits } from './conflicting-limits';
import { candidateUnits, unitModel } from './order-model';
import {
  isWithin,
  type LimitRow,
  type OrderProblem,
  type OrderSolution,
  objectiveCents,
  tiltedValuesCents,
  uncappedQuantities,
} from './order-problem';

const failures = engineTexts.planning.planFailures;

export type SolveOptions = { timeLimitSeconds: number };

export const DEFAULT_SOLVE_OPTIONS: SolveOptions = { timeLimitSeconds: 10 };

/**
 * The best order. Throws AppError INFEASIBLE naming the fewest limits that cannot hold together, and INTERNAL when the solver itself fails.
 */
export function solveOrder(
  problem: OrderProblem,
  solver: Highs,
  options: SolveOptions = DEFAULT_SOLVE_OPTIONS,
): OrderSolution {
  const free = uncappedQuantities(problem.builds);
  if (problem.rows.every((row) => isWithin(row, free))) return solution(problem, free, 0, 'optimal');
  const answer = runSolver(problem, solver, options);
  if (answer === null) throw infeasible(conflictingLimits(problem, solver));
  const quantities = canonical(problem, answer.quantities);
  const broken = problem.rows.find((row) => !isWithin(row, quantities));
  if (broken) throw new AppError('INTERNAL', failures.solverBreaks(broken.label));
  return solution(problem, quantities, answer.gap, answer.status);
}

function solution(
  problem: OrderProblem,
  quantities: number[],
  gap: number,
  status: OrderSolution['status'],
): OrderSolution {
  return { quantities, objectiveCents: objectiveCents(problem, quantities), gap, status };
}

type Answer = { quantities: number[]; gap: number; status: OrderSolution['status'] };

/** Null when the limits cannot hold together. */
function runSolver(problem: OrderProblem, solver: Highs, options: SolveOptions): Answer | null {
  const { rows } = problem;
  const units = candidateUnits(problem);
  if (units.length === 0) {
    const none = problem.builds.map(() => 0);
    return rows.every((row) => isWithin(row, none)) ? { quantities: none, gap: 0, status: 'optimal' } : null;
  }
  const { modelStatus } = solver.constants;
  return solver.withModel(unitModel(units, rows, solver, true), (model): Answer | null => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      // Costs are tens of thousands of dollars: the default 1e-6 of a unit would be several cents of budget.
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
      time_limit: options.timeLimitSeconds,
    });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return null;
    const isTimeLimit = status === modelStatus.timeLimit;
    if (status !== modelStatus.optimal && !isTimeLimit) {
      throw new AppError('INTERNAL', failures.solverEnded(status));
    }
    const chosen = model.getSolution().colValue;
    const quantities = problem.builds.map(() => 0);
    units.forEach((unit, column) => {
      if ((chosen[column] ?? 0) > 0.5) quantities[unit.build] = (quantities[unit.build] ?? 0) + 1;
    });
    const gap = Number(model.info.get('mip_gap'));
    return {
      quantities,
      gap: Number.isFinite(gap) ? gap : 1,
      status: isTimeLimit ? 'time_limit' : 'optimal',
    };
  });
}

/**
 * Among units of equal worth and equal demands on every limit, keeps how many are ordered but gives them to the
 * higher score, then to the build key.
 */
function canonical(problem: OrderProblem, quantities: readonly number[]): number[] {
  const groups = new Map<string, { build: number; isChosen: boolean }[]>();
  problem.builds.forEach((build, index) => {
    const taken = problem.rows.map((row) => row.coefficients[index] ?? 0).join(',');
    tiltedValuesCents(build, problem.tilt).forEach((value, position) => {
      const signature = `${value}:${taken}`;
      const unit = { build: index, isChosen: position < (quantities[index] ?? 0) };
      const group = groups.get(signature);
      if (group) group.push(unit);
      else groups.set(signature, [unit]);
    });
  });
  const result = problem.builds.map(() => 0);
  for (const group of groups.values()) {
    const chosen = group.filter((unit) => unit.isChosen).length;
    const preferred = [...group].sort((a, b) => comparePreference(problem, a.build, b.build));
    for (const unit of preferred.slice(0, chosen)) result[unit.build] = (result[unit.build] ?? 0) + 1;
  }
  return result;
}

function comparePreference(problem: OrderProblem, a: number, b: number): number {
  const first = problem.builds[a];
  const second = problem.builds[b];
  const byScore = (second?.score ?? 0.5) - (first?.score ?? 0.5);
  if (byScore !== 0) return byScore;
  return (first?.key ?? '') < (second?.key ?? '') ? -1 : 1;
}

function infeasible(conflict: readonly LimitRow[]): AppError {
  const texts = engineTexts.planning.limits;
  const names = conflict.map((row) => texts.quoted(row.label)).join(', ');
  return new AppError('INFEASIBLE', texts.conflict(names), {
    details: { limits: conflict.map((row) => ({ id: row.id, label: row.label })) },
    nextStep: texts.loosen,
  });
}
