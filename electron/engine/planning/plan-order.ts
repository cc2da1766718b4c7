/**
 * Makes the order plan from its inputs: candidates and their worth, limits, the exact order with and without
 * limits, the price of each limit, and why. Pure: the same inputs give the same plan.
 */
import type { Build } from '@shared/domain/build';
import type { Highs } from 'highs';
import { type CandidateSet, findCandidates } from './candidates';
import { type BuildSupply, isUnderLimit, limitRows, planLimits, stepInWords, usedOf } from './constraints';
import { demandCurve } from './demand-curve';
import { explainLine } from './explain';
import { type SolveOptions, solveOrder } from './optimise';
import { isWithin, type LimitRow, type OrderProblem, uncappedQuantities } from './order-problem';
import { type DraftLine, type PlanDraft, totalsOf, valueOfFirst } from './plan-draft';
import { turnedDownNotes, unlimitedNotes, windowNotes } from './plan-notes';
import { leadTimesOf } from './plan-window';
import { shadowPrices } from './shadow-prices';
import type { PlanInputs, PlanLimit } from './types';

type PlanProgress = (progress: number, message: string) => void;

/** Throws AppError INFEASIBLE when the limits cannot hold together. */
export function planOrder(
  inputs: PlanInputs,
  solver: Highs,
  options: SolveOptions,
  onProgress: PlanProgress = () => {},
): PlanDraft {
  onProgress(0.1, 'Working out what the next units are worth');
  const limits = limitsOf(inputs);
  const set = findCandidates(inputs, (build) => requiredUnits(limits, build));
  const builds = set.candidates.map(({ build, economics }) => ({
    build,
    unitCostCents: economics.unitCostCents,
  }));
  const supply = supplyOf(inputs);
  const rows = limitRows(limits, builds, supply);
  const problem: OrderProblem = {
    builds: set.candidates.map(({ key, score, marginalValuesCents }) => ({
      key,
      score: score.score,
      valuesCents: marginalValuesCents,
    })),
    rows,
    tilt: inputs.tilt,
  };
  onProgress(0.3, 'Finding the best order');
  const best = solveOrder(problem, solver, options);
  const prices = shadowPrices(problem, best, solver, options, (done) =>
    onProgress(0.5 + (0.5 * done) / rows.length, `Pricing the limits, ${done} of ${rows.length}`),
  );
  const lines = linesOf(set, rows, best.quantities);
  const ordered = builds.map((build, index) => ({ ...build, quantity: best.quantities[index] ?? 0 }));
  const usedLimits = limits.map((limit) => ({ ...limit, used: usedOf(limit, ordered, supply) }));
  return {
    ...windowNotes(inputs, set.candidates),
    limits: usedLimits,
    lines,
    totals: totalsOf(lines, (line) => line.quantity),
    uncappedTotals: totalsOf(lines, (line) => line.uncappedQuantity),
    shadowPrices: prices.flatMap(({ id, cents }) => {
      const limit = limits.find((one) => one.id === id);
      return limit ? [{ constraint: id, label: limit.label, step: stepInWords(limit), cents }] : [];
    }),
    solver: { status: best.status, gap: best.gap, candidates: problem.builds.length },
    notes: [...turnedDownNotes(usedLimits, lines), ...unlimitedNotes(limits, set.candidates), ...set.notes],
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
    storedConstraints: inputs.storedConstraints,
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
      (limit.kind === 'minimum_mix' || limit.kind === 'minimum_stock') && isUnderLimit(limit, build)
        ? Math.max(most, limit.bound ?? 0)
        : most,
    0,
  );
}

/** Units in stock and on their way, one entry for each build. */
function supplyOf(inputs: PlanInputs): BuildSupply[] {
  const units = new Map<string, number>();
  const add = (key: string) => units.set(key, (units.get(key) ?? 0) + 1);
  for (const stay of inputs.stays) if (stay.closedOn === null && stay.isAvailable) add(stay.configuration);
  for (const unit of inputs.pipeline) add(unit.configuration);
  return inputs.builds.map(({ key, build }) => ({ build, units: units.get(key) ?? 0 }));
}

/** Lines for the builds that are ordered or would be without limits, dearest first, then by key. */
function linesOf(set: CandidateSet, rows: readonly LimitRow[], quantities: readonly number[]): DraftLine[] {
  const uncapped = uncappedQuantities(
    set.candidates.map(({ key, score, marginalValuesCents }) => ({
      key,
      score: score.score,
      valuesCents: marginalValuesCents,
    })),
  );
  const lines = set.candidates.flatMap((candidate, index): DraftLine[] => {
    const quantity = quantities[index] ?? 0;
    const uncappedQuantity = uncapped[index] ?? 0;
    if (quantity === 0 && uncappedQuantity === 0) return [];
    const oneMore = quantities.map((units, other) => (other === index ? units + 1 : units));
    const brokenByOneMore = rows
      .filter((row) => (row.coefficients[index] ?? 0) > 0 && !isWithin(row, oneMore))
      .map((row) => row.label);
    return [
      {
        build: candidate.build,
        quantity,
        uncappedQuantity,
        score: candidate.score.score,
        parts: candidate.score.parts,
        expectedValueCents: valueOfFirst(candidate.marginalValuesCents, quantity),
        unitCostCents: candidate.economics.unitCostCents,
        onHand: candidate.onHand,
        pipeline: candidate.pipeline,
        demand: candidate.demand,
        marginalValuesCents: candidate.marginalValuesCents,
        reasons: explainLine({ candidate, quantity, uncappedQuantity, brokenByOneMore }, set.storeDaysToSell),
        notScoredBecause: candidate.score.notScoredBecause,
      },
    ];
  });
  // The sort is stable and candidates come in the order of their keys.
  return lines.sort((a, b) => b.expectedValueCents - a.expectedValueCents);
}
