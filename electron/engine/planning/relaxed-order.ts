/**
 * The order in fractions: what moved limits would come to, within a fraction of a second. Its worth is an upper bound
 * of the exact order's, for whole units are one of its choices; with concave values and few limits it is close.
 */

import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Highs } from 'highs';
import { candidateUnits, unitModel } from './order-model';
import { isWithin, type OrderProblem } from './order-problem';

const failures = engineTexts.planning.planFailures;

/** Units of each build, with fractions, in the problem's order; null when the limits cannot hold together. */
export function relaxedOrder(problem: OrderProblem, solver: Highs): number[] | null {
  const units = candidateUnits(problem);
  const quantities = problem.builds.map(() => 0);
  if (units.length === 0) return problem.rows.every((row) => isWithin(row, quantities)) ? quantities : null;
  const { modelStatus } = solver.constants;
  return solver.withModel(unitModel(units, problem.rows, solver, false), (model) => {
    model.options.set({ output_flag: false, random_seed: 0, time_limit: 5 });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return null;
    if (status !== modelStatus.optimal) throw new AppError('INTERNAL', failures.solverEnded(status));
    const chosen = model.getSolution().colValue;
    units.forEach((unit, column) => {
      quantities[unit.build] = (quantities[unit.build] ?? 0) + Math.min(1, Math.max(0, chosen[column] ?? 0));
    });
    return quantities;
  });
}
