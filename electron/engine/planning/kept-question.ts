/**
 * The question a plan answered, as it is kept beside the plan: every candidate with the worth of its next units, what
 * is there and coming, and the weight of the score. With the plan's limits, moved or not, it makes the order problem
 * again without reading the store, so that limits can be priced and tried out long after.
 */

import type { PlanMapPoint } from '@shared/contract/plan-evidence';
import type { MovedLimit } from '@shared/contract/plan-limits';
import { type Build, buildTitle } from '@shared/domain/build';
import { type BuildSupply, limitRows, moveLimits, usedOf } from './constraints';
import type { OrderProblem } from './order-problem';
import type { PlanLimit } from './types';

export type KeptCandidate = {
  key: string;
  build: Build;
  score: number | null;
  unitCostCents: number;
  valuesCents: number[];
  /** Median days to sell; null where too few sold. */
  medianDays: number | null;
  quantity: number;
  /** Units that the plan expects to sell in 30 days once the order has arrived; plans of earlier versions lack it. */
  monthlyDemand?: number;
};

export type KeptQuestion = { candidates: KeptCandidate[]; supply: BuildSupply[]; tilt: number };

export type AskedAgain = { limits: PlanLimit[]; problem: OrderProblem };

/** The problem under the plan's limits, some of them moved. Throws BAD_INPUT for a limit the plan has not. */
export function askAgain(
  { candidates, supply, tilt }: KeptQuestion,
  planLimits: readonly PlanLimit[],
  moved: readonly MovedLimit[],
): AskedAgain {
  const limits = moveLimits(planLimits, moved);
  const builds = candidates.map(({ key, score, valuesCents }) => ({ key, score, valuesCents }));
  return { limits, problem: { builds, rows: limitRows(limits, candidates, supply), tilt } };
}

/** Units, money, untilted worth and use of the limits of an order, whole or in fractions. */
export function describeOrder(
  { candidates, supply }: KeptQuestion,
  limits: readonly PlanLimit[],
  quantities: readonly number[],
) {
  const ordered = candidates.map((candidate, index) => ({ ...candidate, quantity: quantities[index] ?? 0 }));
  const sum = (worth: (candidate: KeptCandidate) => number) =>
    ordered.reduce((total, candidate) => total + worth(candidate), 0);
  return {
    units: sum(({ quantity }) => quantity),
    costCents: Math.round(sum(({ quantity, unitCostCents }) => quantity * unitCostCents)),
    expectedValueCents: Math.round(sum(({ quantity, valuesCents }) => worthOf(valuesCents, quantity))),
    limits: limits.map((limit) => ({ id: limit.id, used: usedOf(limit, ordered, supply) })),
  };
}

/** The first units in full, and the begun one in part. */
function worthOf(valuesCents: readonly number[], units: number): number {
  return valuesCents.reduce((sum, value, index) => sum + value * Math.min(1, Math.max(0, units - index)), 0);
}

/** The candidates as points of a map. */
export function mapOf({ candidates }: KeptQuestion): PlanMapPoint[] {
  return candidates.map(({ build, medianDays, valuesCents, unitCostCents, quantity }) => ({
    title: candidateTitle(build),
    make: build.make,
    model: build.model,
    medianDays,
    firstUnitCents: valuesCents[0] ?? 0,
    unitCostCents,
    quantity,
  }));
}

export function candidateTitle(build: Build): string {
  return [buildTitle(build), build.engine, build.package].filter(Boolean).join(' ');
}
