/** DOSO as it would have ordered: its own demand, its own worth of each next unit, the best order within limits. */
import type { Highs } from 'highs';
import { askOrder } from '../../planning/best-order';
import { solveOrder } from '../../planning/optimise';
import type { OrderProblem } from '../../planning/order-problem';
import { allocateUnits } from '../allocate-units';
import { planInputsOf } from '../plan-inputs-of';
import type { Policy, ReplayWorld } from '../types';

/** `solver` is for limits that count dollars or force units in; without them it is not asked. */
export type DosoParts = { solver: Highs };

export function dosoFixed(world: ReplayWorld, { solver }: DosoParts): Policy {
  return {
    name: 'doso_fixed',
    order: (view) => {
      const inputs = planInputsOf(world, view, world.weights);
      return quantitiesByBuild(world, askOrder(inputs).problem, solver);
    },
  };
}

export function quantitiesByBuild(world: ReplayWorld, problem: OrderProblem, solver: Highs): number[] {
  const quantities = allocateUnits(problem) ?? solveOrder(problem, solver).quantities;
  const byKey = new Map(problem.builds.map(({ key }, index) => [key, quantities[index] ?? 0]));
  return world.builds.map(({ key }) => byKey.get(key) ?? 0);
}
