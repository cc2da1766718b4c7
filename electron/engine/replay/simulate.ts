/**
 * One life of a store under one policy, day by day: units come in, on ordering days the policy orders, customers
 * buy the oldest unit of what they want, a few take another build of the model, the others go away. Pure: the same world, chance and policy give the same run.
 */
import { addDays } from '@shared/domain/calendar-day';
import { modelKey } from '../planning/configuration-tree';
import { withinLimits } from './order-limits';
import type {
  Chance,
  Customer,
  LotUnit,
  LotView,
  OrderedUnit,
  Policy,
  ReplayRun,
  ReplayWorld,
} from './types';

export function simulate(world: ReplayWorld, chance: Chance, policy: Policy): ReplayRun {
  const lot = openLot(world);
  const end = world.openingDay + world.days;
  let nextCustomer = 0;
  for (let day = world.openingDay; day < end; day++) {
    receive(lot, day);
    if ((day - world.openingDay) % world.settings.reviewPeriodDays === 0)
      order(world, chance, policy, lot, day);
    for (; chance.customers[nextCustomer]?.day === day; nextCustomer++) {
      const customer = chance.customers[nextCustomer];
      if (customer) sell(world, lot, customer);
    }
  }
  return {
    policy: policy.name,
    units: lot.units.filter((unit) => unit.soldDay === null || unit.soldDay >= world.openingDay),
    lostSales: lot.lostSales,
    orderedUnits: lot.orderedUnits,
    weightChanges: policy.weightChanges?.() ?? 0,
  };
}

type Lot = {
  units: LotUnit[];
  /** Standing units of each build, oldest first. */
  standing: LotUnit[][];
  /** Other builds of each build's model. */
  siblings: number[][];
  /** In the order of arrival. */
  coming: OrderedUnit[];
  lostSales: number;
  orderedUnits: number;
};

function openLot(world: ReplayWorld): Lot {
  const units = world.history.map((unit) => ({ ...unit }));
  const standing = world.builds.map((): LotUnit[] => []);
  for (const unit of units) if (unit.soldDay === null) standing[unit.build]?.push(unit);
  for (const line of standing) line.sort((a, b) => a.receivedDay - b.receivedDay);
  const siblings = siblingsByBuild(world);
  return {
    units,
    standing,
    siblings,
    coming: [...world.pipeline].sort(byArrival),
    lostSales: 0,
    orderedUnits: 0,
  };
}

function byArrival(a: OrderedUnit, b: OrderedUnit): number {
  return a.arrivesDay - b.arrivesDay || a.build - b.build;
}

function receive(lot: Lot, day: number): void {
  while ((lot.coming[0]?.arrivesDay ?? Number.POSITIVE_INFINITY) <= day) {
    const arrived = lot.coming.shift();
    if (!arrived) return;
    const { build, orderedDay } = arrived;
    const unit = { build, orderedDay, receivedDay: day, soldDay: null, grossCents: null };
    lot.units.push(unit);
    lot.standing[arrived.build]?.push(unit);
  }
}

function order(world: ReplayWorld, chance: Chance, policy: Policy, lot: Lot, day: number): void {
  const cycle = Math.floor((day - world.openingDay) / world.settings.reviewPeriodDays);
  const view = viewOf(world, lot, day, cycle);
  const quantities = withinLimits(world, view, policy.order(view));
  quantities.forEach((quantity, build) => {
    for (let nth = 0; nth < quantity; nth++) {
      lot.coming.push({ build, orderedDay: day, arrivesDay: day + chance.leadDaysOf(build, cycle, nth) });
    }
    lot.orderedUnits += quantity;
  });
  lot.coming.sort(byArrival);
}

function viewOf(world: ReplayWorld, lot: Lot, day: number, cycle: number): LotView {
  const onHand = lot.standing.map((line) => line.length);
  const pipeline = lot.coming.filter((unit) => unit.orderedDay <= day);
  return { day, cycle, units: lot.units, onHand, pipeline, places: placesFor(world, lot, pipeline, day) };
}

/** Recent sales stand for those that will make room before the order arrives: the same rule for every policy. */
const PLACES_SALES_DAYS = 90;

function placesFor(
  world: ReplayWorld,
  lot: Lot,
  pipeline: readonly OrderedUnit[],
  day: number,
): number | null {
  const { lotPlaces, orderToDeliveryDays } = world.settings;
  if (lotPlaces === null) return null;
  const there = lot.standing.reduce((sum, line) => sum + line.length, 0);
  const sold = lot.units.filter(
    ({ soldDay }) => soldDay !== null && soldDay >= day - PLACES_SALES_DAYS,
  ).length;
  const leaving = Math.round((sold * orderToDeliveryDays) / PLACES_SALES_DAYS);
  return Math.max(0, lotPlaces - there - pipeline.length + Math.min(leaving, there + pipeline.length));
}

function sell(world: ReplayWorld, lot: Lot, { day, build, grossNoiseCents, mind }: Customer): void {
  const isFlexible = mind < world.settings.substitutionShare;
  const unit = lot.standing[build]?.shift() ?? (isFlexible ? takeSibling(lot, build) : undefined);
  if (!unit) {
    lot.lostSales += 1;
    return;
  }
  const grossCents = world.builds[unit.build]?.grossCents ?? 0;
  unit.soldDay = day;
  unit.grossCents = Math.round(grossCents + grossNoiseCents - erosionOf(world, day - unit.receivedDay));
}

/** The unit of the same model that has stood longest: what a salesman would offer. */
function takeSibling(lot: Lot, build: number): LotUnit | undefined {
  const siblings = (lot.siblings[build] ?? []).filter((sibling) => (lot.standing[sibling]?.length ?? 0) > 0);
  const ageOf = (sibling: number) => lot.standing[sibling]?.[0]?.receivedDay ?? 0;
  const oldest = siblings.reduce<number | null>(
    (best, sibling) => (best === null || ageOf(sibling) < ageOf(best) ? sibling : best),
    null,
  );
  return oldest === null ? undefined : lot.standing[oldest]?.shift();
}

function siblingsByBuild({ builds }: ReplayWorld): number[][] {
  const keys = builds.map(({ build }) => modelKey(build.make, build.model));
  return keys.map((key, own) =>
    keys.flatMap((other, index) => (other === key && index !== own ? [index] : [])),
  );
}

/** Cents of gross lost after so many days in stock. */
export function erosionOf({ erosionPerDayCents, settings }: ReplayWorld, ageDays: number): number {
  return erosionPerDayCents * Math.max(0, ageDays - settings.targetDaysSupplyNew);
}

export function dayOf(world: ReplayWorld, day: number): string {
  return addDays(world.epoch, day);
}
