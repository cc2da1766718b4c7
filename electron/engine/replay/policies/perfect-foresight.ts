/**
 * A bound that no policy can reach: it knows every customer and every delivery. For each customer that nothing
 * standing or coming will serve, it orders the last unit that still arrives in time, where the sale pays for the days
 * that the unit will stand. (Under limits it takes the dearest first; it does not shift orders to earlier cycles.)
 */
import { costOfDays, interestPerDayCents } from '../../planning/holding-cost';
import { limitRowsOf } from '../order-limits';
import type { Chance, LotView, Policy, ReplayWorld } from '../types';

export function perfectForesight(world: ReplayWorld, chance: Chance): Policy {
  const demand = world.builds.map((_, build) =>
    chance.customers.filter((customer) => customer.build === build),
  );
  return {
    name: 'perfect_foresight',
    order: (view) => {
      const wishes = world.builds.flatMap((_, build) =>
        wishesFor(world, chance, view, build, demand[build] ?? []),
      );
      return dearestWithin(world, view, wishes);
    },
  };
}

type Wish = { build: number; valueCents: number };

/** Units of one build, in the order of the customers that they are for. */
function wishesFor(
  world: ReplayWorld,
  chance: Chance,
  view: LotView,
  build: number,
  customers: readonly { day: number; grossNoiseCents: number }[],
): Wish[] {
  const next = view.day + world.settings.reviewPeriodDays;
  const nextArrival = next + chance.leadDaysOf(build, view.cycle + 1, 0);
  const supply = [
    ...Array.from({ length: view.onHand[build] ?? 0 }, () => view.day),
    ...view.pipeline.filter((unit) => unit.build === build).map((unit) => unit.arrivesDay),
    ...world.pipeline
      .filter((unit) => unit.build === build && unit.orderedDay > view.day)
      .map((unit) => unit.arrivesDay),
  ].sort((a, b) => a - b);
  const wishes: Wish[] = [];
  for (const customer of customers) {
    if (customer.day < view.day) continue;
    if (customer.day >= nextArrival) break;
    if ((supply[0] ?? Number.POSITIVE_INFINITY) <= customer.day) {
      supply.shift();
      continue;
    }
    const arrivesDay = view.day + chance.leadDaysOf(build, view.cycle, wishes.length);
    if (arrivesDay > customer.day) continue;
    const valueCents = worthOf(world, build, customer.day - arrivesDay) + customer.grossNoiseCents;
    if (valueCents > 0) wishes.push({ build, valueCents });
  }
  return wishes;
}

function worthOf(world: ReplayWorld, build: number, days: number): number {
  const { grossCents, unitCostCents } = world.builds[build] ?? { grossCents: 0, unitCostCents: 0 };
  const { settings } = world;
  return (
    grossCents -
    costOfDays(0, days, {
      interestPerDayCents: interestPerDayCents(unitCostCents, settings),
      freeDays: settings.floorPlanFreeDays,
      otherPerDayCents: settings.otherHoldingCostPerDayCents,
      erosionPerDayCents: world.erosionPerDayCents,
      targetDays: settings.targetDaysSupplyNew,
    })
  );
}

function dearestWithin(world: ReplayWorld, view: LotView, wishes: readonly Wish[]): number[] {
  const rows = limitRowsOf(world, view);
  const left = rows.map((row) => row.upper ?? Number.POSITIVE_INFINITY);
  const order = world.builds.map(() => 0);
  for (const { build } of [...wishes].sort((a, b) => b.valueCents - a.valueCents)) {
    if (!rows.every((row, at) => (row.coefficients[build] ?? 0) <= (left[at] ?? 0))) continue;
    order[build] = (order[build] ?? 0) + 1;
    rows.forEach((row, at) => {
      left[at] = (left[at] ?? 0) - (row.coefficients[build] ?? 0);
    });
  }
  return order;
}
