/**
 * The limits of an ordering day, the same for every policy: the order budget, the free lot places, the cycle's
 * allocation and whatever else the store keeps.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { limitRows, planLimits } from '../planning/constraints';
import { isWithin, type LimitRow } from '../planning/order-problem';
import type { AllocationGroup } from '../planning/types';
import type { LotView, ReplayWorld } from './types';

const texts = engineTexts.planning.replays;

export function limitRowsOf(world: ReplayWorld, view: LotView): LimitRow[] {
  const limits = planLimits({
    budgetCents: world.settings.orderBudgetCents,
    places: view.places,
    settings: world.settings,
    unitsOnLot: 0,
    arrivingUnits: 0,
    expectedDepartures: 0,
    allocation: allocationOf(world, view.cycle),
    constraints: [],
    moved: [],
    storedConstraints: world.constraints,
  });
  const coming = world.builds.map((_, build) => view.pipeline.filter((unit) => unit.build === build).length);
  const supply = world.builds.map(({ build }, index) => ({
    build,
    units: (view.onHand[index] ?? 0) + (coming[index] ?? 0),
  }));
  return limitRows(limits, world.builds, supply);
}

/** Each cycle brings its own allocation, and nothing of it is taken yet. */
export function allocationOf(
  { allocation, settings }: ReplayWorld,
  cycle: number,
): { cycle: string; cycleDays: number; groups: AllocationGroup[] } | null {
  if (!allocation) return null;
  const groups = allocation.map((group) => ({ ...group, models: [...group.models], taken: 0 }));
  return { cycle: texts.cycle(cycle + 1), cycleDays: settings.reviewPeriodDays, groups };
}

/**
 * What of a wished order the upper limits let through: one unit of each build in turn, the longest wish first, so
 * that a limit cuts all builds alike. An order that is within its limits stays as it is.
 */
export function withinLimits(world: ReplayWorld, view: LotView, wished: readonly number[]): number[] {
  const rows = limitRowsOf(world, view).map((row) => ({ ...row, lower: null }));
  if (rows.every((row) => isWithin(row, wished))) return [...wished];
  const taken = wished.map(() => 0);
  const left = rows.map((row) => row.upper ?? Number.POSITIVE_INFINITY);
  const turns = wished
    .flatMap((quantity, build) =>
      Array.from({ length: quantity }, (_, nth) => ({ build, behind: quantity - nth })),
    )
    .sort((a, b) => b.behind - a.behind || a.build - b.build);
  for (const { build } of turns) {
    const isFree = rows.every((row, index) => (row.coefficients[build] ?? 0) <= (left[index] ?? 0));
    if (!isFree) continue;
    taken[build] = (taken[build] ?? 0) + 1;
    rows.forEach((row, index) => {
      left[index] = (left[index] ?? 0) - (row.coefficients[build] ?? 0);
    });
  }
  return taken;
}
