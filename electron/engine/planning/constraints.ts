/**
 * Limits on the order: where they come from (the plan's options, else the store's settings and this cycle's
 * allocation) and how they become rows of the order problem. `bound` null is unlimited.
 */
import { AppError } from '@shared/contract/errors';
import type { MovedLimit, PlanConstraint } from '@shared/contract/plan-limits';
import type { Build } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import type { LimitRow } from './order-problem';
import type { AllocationGroup, PlanLimit } from './types';

const texts = engineTexts.planning.limits;

/** Ten thousand dollars: about a quarter of a unit, small against an order, large against rounding. */
const BUDGET_STEP_CENTS = 1_000_000;

export type LimitInputs = {
  /** From the plan's options; undefined leaves it to the settings. */
  budgetCents: number | null | undefined;
  /** Places free for this order, from the plan's options. */
  places: number | null | undefined;
  settings: { orderBudgetCents: number | null; lotPlaces: number | null };
  /** All units on the lot today, new and used, whatever their status. */
  unitsOnLot: number;
  arrivingUnits: number;
  /** New units expected to leave the lot before the order arrives. */
  expectedDepartures: number;
  allocation: { cycle: string; groups: readonly AllocationGroup[] } | null;
  constraints: readonly PlanConstraint[];
  /** Bounds given for this plan alone, by the limit's id. */
  moved: readonly MovedLimit[];
  /** Kept with the store. */
  storedConstraints: readonly PlanConstraint[];
  /** What the makers fix (makers-mix.ts). */
  makersMix?: readonly PlanLimit[];
};

export function planLimits(inputs: LimitInputs): PlanLimit[] {
  return moveLimits(limitsAsSet(inputs), inputs.moved);
}

/** The same limits with the bounds that were moved. Throws BAD_INPUT for one that there is not. */
export function moveLimits(limits: readonly PlanLimit[], moved: readonly MovedLimit[]): PlanLimit[] {
  const unknown = moved.find(({ id }) => !limits.some((limit) => limit.id === id));
  if (unknown) {
    throw new AppError('BAD_INPUT', texts.notToMove.message(unknown.id), {
      details: { id: unknown.id, limits: limits.map(({ id }) => id) },
      nextStep: texts.notToMove.nextStep,
    });
  }
  const bounds = new Map(moved.map(({ id, bound }) => [id, bound]));
  return limits.map((limit) => {
    const bound = bounds.get(limit.id);
    return bound === undefined ? limit : { ...limit, bound, source: texts.given };
  });
}

function limitsAsSet(inputs: LimitInputs): PlanLimit[] {
  return [
    budgetLimit(inputs),
    placesLimit(inputs),
    ...allocationLimits(inputs.allocation),
    ...(inputs.makersMix ?? []),
    ...inputs.storedConstraints.map((constraint) => ({ ...constraint, source: texts.kept })),
    ...inputs.constraints.map((constraint) => ({ ...constraint, source: texts.given })),
  ];
}

function budgetLimit({ budgetCents, settings }: LimitInputs): PlanLimit {
  const isGiven = budgetCents !== undefined;
  return {
    id: 'budget',
    kind: 'budget',
    label: texts.budget,
    bound: isGiven ? budgetCents : settings.orderBudgetCents,
    source: isGiven ? texts.given : texts.settings,
  };
}

function placesLimit(inputs: LimitInputs): PlanLimit {
  const limit = { id: 'places', kind: 'places', label: texts.places } as const;
  if (inputs.places !== undefined) return { ...limit, bound: inputs.places, source: texts.given };
  const { lotPlaces } = inputs.settings;
  if (lotPlaces === null) return { ...limit, bound: null, source: texts.settings };
  const departures = Math.round(inputs.expectedDepartures);
  const free = lotPlaces - inputs.unitsOnLot - inputs.arrivingUnits + departures;
  return {
    ...limit,
    bound: Math.max(0, free),
    source: texts.placesOf(lotPlaces, inputs.unitsOnLot, inputs.arrivingUnits, departures),
  };
}

function allocationLimits(allocation: LimitInputs['allocation']): PlanLimit[] {
  if (!allocation) return [];
  return allocation.groups.map(({ make, group, models, units, taken }) => ({
    id: `allocation:${make}:${group}`,
    kind: 'allocation',
    label:
      models.length === 0 ? texts.allocationGroup(group) : texts.allocatedModels(group, models.join(', ')),
    make,
    models: [...models],
    bound: Math.max(0, units - taken),
    source: texts.allocated(allocation.cycle, units, taken),
  }));
}

/** Whether a build falls under a limit: every attribute that the limit names must agree, whatever its case. */
export function isUnderLimit(limit: PlanConstraint, build: Build): boolean {
  const isSame = (a: string, b: string | null) => a.toLowerCase() === (b ?? '').toLowerCase();
  if (limit.make !== undefined && !isSame(limit.make, build.make)) return false;
  if (limit.models !== undefined && !limit.models.some((model) => isSame(model, build.model))) return false;
  return ATTRIBUTES.every((name) => limit[name] === undefined || isSame(limit[name], build[name]));
}

const ATTRIBUTES = ['trim', 'body', 'drivetrain', 'engine', 'package'] as const;

type LimitedBuild = { build: Build; unitCostCents: number };

/** What the store has and has coming of one build. */
export type BuildSupply = { build: Build; units: number };

/** Rows of the set limits; unlimited ones have none. `supply` counts toward a minimum stock. */
export function limitRows(
  limits: readonly PlanLimit[],
  builds: readonly LimitedBuild[],
  supply: readonly BuildSupply[],
): LimitRow[] {
  return limits.flatMap((limit) => {
    const bounds = rowBounds(limit, supply);
    if (!bounds) return [];
    return [
      {
        id: limit.id,
        label: limit.label,
        ...bounds,
        step: stepOf(limit),
        coefficients: builds.map((build) => coefficientOf(limit, build)),
      },
    ];
  });
}

/**
 * What a unit of a build takes of a limit. A share of p percent, units under it <= p / 100 x all units, is written in
 * whole numbers: each unit under it takes 100 - p, each other one -p, and together they take at most (least) 0.
 */
function coefficientOf(limit: PlanConstraint, { build, unitCostCents }: LimitedBuild): number {
  const isUnder = isUnderLimit(limit, build);
  if (limit.unit === 'percent') return (isUnder ? 100 : 0) - Math.round(limit.bound ?? 0);
  if (!isUnder) return 0;
  return limit.kind === 'budget' ? unitCostCents : 1;
}

/** A share is loosened by the 100 that one unit takes of it. */
function stepOf(limit: PlanConstraint): number {
  if (limit.kind === 'budget') return BUDGET_STEP_CENTS;
  return limit.unit === 'percent' ? 100 : 1;
}

function rowBounds(
  limit: PlanLimit,
  supply: readonly BuildSupply[],
): { lower: number | null; upper: number | null } | null {
  if (limit.kind === 'blocked') return { lower: null, upper: 0 };
  if (limit.bound === null) return null;
  if (limit.unit === 'percent')
    return limit.kind === 'minimum_mix' ? { lower: 0, upper: null } : { lower: null, upper: 0 };
  switch (limit.kind) {
    case 'budget':
    case 'places':
    case 'allocation':
    case 'maximum_mix':
      return { lower: null, upper: limit.bound };
    case 'minimum_mix':
      return { lower: limit.bound, upper: null };
    case 'minimum_stock': {
      const missing = limit.bound - supplyUnder(limit, supply);
      return { lower: Math.max(0, missing), upper: null };
    }
  }
}

function supplyUnder(limit: PlanConstraint, supply: readonly BuildSupply[]): number {
  return supply.reduce((sum, { build, units }) => sum + (isUnderLimit(limit, build) ? units : 0), 0);
}

/**
 * What an order takes of a limit, set or not: cents of a budget, percent of a share, else units of the limit's group.
 * A minimum stock is met by what is there and coming too.
 */
export function usedOf(
  limit: PlanConstraint,
  ordered: readonly (LimitedBuild & { quantity: number })[],
  supply: readonly BuildSupply[],
): number {
  const taken = ordered.reduce((sum, { build, unitCostCents, quantity }) => {
    if (!isUnderLimit(limit, build)) return sum;
    return sum + quantity * (limit.kind === 'budget' ? unitCostCents : 1);
  }, 0);
  if (limit.unit === 'percent') {
    const units = ordered.reduce((sum, { quantity }) => sum + quantity, 0);
    return units === 0 ? 0 : (100 * taken) / units;
  }
  return limit.kind === 'minimum_stock' ? taken + supplyUnder(limit, supply) : taken;
}

/** In words, how far a limit was loosened to price it. */
export function stepInWords(limit: PlanConstraint): string {
  switch (limit.kind) {
    case 'budget':
      return texts.steps.budget;
    case 'places':
      return texts.steps.places;
    case 'allocation':
      return texts.steps.allocation;
    case 'maximum_mix':
    case 'blocked':
      return texts.steps.maximum;
    case 'minimum_mix':
    case 'minimum_stock':
      return texts.steps.minimum;
  }
}
