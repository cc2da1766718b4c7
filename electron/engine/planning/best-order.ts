/**
 * The best order for a store as it stands: limits, candidates with what their next units are worth, and the exact
 * choice among them. Pure and without explanations or prices: what a plan shows beside it and what a replay orders
 * with are both made from this.
 */
import type { Build } from '@shared/domain/build';
import type { Highs } from 'highs';
import { type CandidateSet, findCandidates } from './candidates';
import { type BuildSupply, isUnderLimit, limitRows, planLimits } from './constraints';
import { demandCurve } from './demand-curve';
import { makersMixLimits } from './makers-mix';
import { type SolveOptions, solveOrder } from './optimise';
import type { OrderProblem, OrderSolution } from './order-problem';
import { leadTimesOf } from './plan-window';
import type { PlanInputs, PlanLimit } from './types';

export type BestOrder = {
  set: CandidateSet;
  limits: PlanLimit[];
  /** What is there and coming, one entry for each build. */
  supply: BuildSupply[];
  problem: OrderProblem;
  /** Quantities in the order of `set.candidates`. */
  solution: OrderSolution;
};

/** The order problem of a store before it is solved. */
export type OrderQuestion = Omit<BestOrder, 'solution'>;

/** Throws AppError INFEASIBLE when the limits cannot hold together. */
export function findBestOrder(
  inputs: PlanInputs,
  solver: Highs,
  options?: SolveOptions,
  fewestUnits = 0,
): BestOrder {
  const question = askOrder(inputs, fewestUnits);
  return { ...question, solution: solveOrder(question.problem, solver, options) };
}

/** The worth of each build is worked out for at least `fewestUnits`. */
export function askOrder(inputs: PlanInputs, fewestUnits = 0): OrderQuestion {
  const limits = limitsOf(inputs);
  const set = findCandidates(inputs, (build) => Math.max(fewestUnits, requiredUnits(limits, build)));
  const builds = set.candidates.map(({ build, economics }) => ({
    build,
    unitCostCents: economics.unitCostCents,
  }));
  const supply = supplyOf(inputs);
  return {
    set,
    limits,
    supply,
    problem: {
      builds: set.candidates.map(({ key, score, marginalValuesCents }) => ({
        key,
        score: score.score,
        valuesCents: marginalValuesCents,
      })),
      rows: limitRows(limits, builds, supply),
      tilt: inputs.tilt,
    },
  };
}

function limitsOf(inputs: PlanInputs): PlanLimit[] {
  const { reviewDays, defaultLeadDays } = leadTimesOf(inputs);
  return planLimits({
    budgetCents: inputs.options.budgetCents,
    places: inputs.options.places,
    settings: inputs.settings,
    unitsOnLot: inputs.unitsOnLot,
    arrivingUnits: inputs.pipeline.filter((unit) => unit.arrivesInDays <= defaultLeadDays + reviewDays)
      .length,
    expectedDepartures: expectedDepartures(inputs, defaultLeadDays),
    allocation: inputs.allocation,
    constraints: inputs.options.constraints,
    moved: inputs.options.moved ?? [],
    storedConstraints: inputs.storedConstraints,
    makersMix: makersMixLimits(inputs),
  });
}

/** New units expected to be sold before the order arrives: the forecast, but no more than there is to sell. */
function expectedDepartures(inputs: PlanInputs, leadDays: number): number {
  const forecast = inputs.forecasts.reduce(
    (sum, one) => sum + (demandCurve(one, inputs.today, leadDays).cumulative[leadDays] ?? 0),
    0,
  );
  const inStock = inputs.stays.filter((stay) => stay.closedOn === null).length;
  const arriving = inputs.pipeline.filter((unit) => unit.arrivesInDays <= leadDays).length;
  return Math.min(forecast, inStock + arriving);
}

/** The most units of one build that minimum limits may ask for. */
function requiredUnits(limits: readonly PlanLimit[], build: Build): number {
  return limits.reduce(
    (most, limit) =>
      (limit.kind === 'minimum_mix' || limit.kind === 'minimum_stock') &&
      limit.unit !== 'percent' &&
      isUnderLimit(limit, build)
        ? Math.max(most, limit.bound ?? 0)
        : most,
    0,
  );
}

/** Units in stock and on their way, one entry for each build, by key. */
function supplyOf(inputs: PlanInputs): BuildSupply[] {
  const units = new Map<string, number>();
  const add = (key: string) => units.set(key, (units.get(key) ?? 0) + 1);
  for (const stay of inputs.stays) if (stay.closedOn === null && stay.isAvailable) add(stay.configuration);
  for (const unit of inputs.pipeline) add(unit.configuration);
  return [...inputs.builds]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, build }) => ({ build, units: units.get(key) ?? 0 }));
}
