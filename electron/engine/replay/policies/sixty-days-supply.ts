/**
 * Rule of thumb: of each model, so many units that 60 days' supply stand on the lot when the order arrives, at the
 * rate of the last 90 days; given to the model's builds by what each sold in the last half year.
 */
import { modelKey } from '../../planning/configuration-tree';
import type { LotView, Policy, ReplayWorld } from '../types';

const SUPPLY_DAYS = 60;
const RATE_DAYS = 90;
const MIX_DAYS = 180;

export function sixtyDaysSupply(world: ReplayWorld): Policy {
  const models = groupByModel(world);
  return {
    name: 'sixty_days_supply',
    order: (view) => {
      const order = world.builds.map(() => 0);
      for (const builds of models.values()) orderModel(world, view, builds, order);
      return order;
    },
  };
}

function groupByModel(world: ReplayWorld): Map<string, number[]> {
  const models = new Map<string, number[]>();
  world.builds.forEach(({ build }, index) => {
    const key = modelKey(build.make, build.model);
    models.set(key, [...(models.get(key) ?? []), index]);
  });
  return models;
}

/** Each unit goes to the build that is furthest below its share of the model's target. */
function orderModel(world: ReplayWorld, view: LotView, builds: readonly number[], order: number[]): void {
  const perDay = soldIn(view, builds, RATE_DAYS) / RATE_DAYS;
  const target = perDay * (world.settings.orderToDeliveryDays + SUPPLY_DAYS);
  const mix = builds.map((build) => soldIn(view, [build], MIX_DAYS));
  const mixTotal = mix.reduce((sum, sold) => sum + sold, 0);
  const supply = builds.map(
    (build) => (view.onHand[build] ?? 0) + view.pipeline.filter((unit) => unit.build === build).length,
  );
  const missing = Math.round(target - supply.reduce((sum, units) => sum + units, 0));
  for (let unit = 0; unit < missing; unit++) {
    const lacks = builds.map((_, at) => (target * (mix[at] ?? 0)) / mixTotal - (supply[at] ?? 0));
    const next = lacks.indexOf(Math.max(...lacks));
    const build = builds[next] ?? 0;
    supply[next] = (supply[next] ?? 0) + 1;
    order[build] = (order[build] ?? 0) + 1;
  }
}

function soldIn(view: LotView, builds: readonly number[], days: number): number {
  return view.units.filter(
    ({ build, soldDay }) =>
      soldDay !== null && soldDay >= view.day - days && soldDay < view.day && builds.includes(build),
  ).length;
}
