/**
 * What DOSO would read from the store's records on an ordering day: the same inputs that a plan is made from. Forecasts
 * are left out: where days in stock are known, as they are here, a plan takes only adjustments by hand from them.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import { arrivesInDays } from '../planning/pipeline-arrivals';
import type { PlanInputs } from '../planning/types';
import { allocationOf } from './order-limits';
import { dayOf } from './simulate';
import type { LotView, ReplayWorld } from './types';

export function planInputsOf(world: ReplayWorld, view: LotView, weights: ScoreWeights): PlanInputs {
  const today = dayOf(world, view.day);
  const keyOf = (build: number) => world.builds[build]?.key ?? '';
  const costOf = (build: number) => world.builds[build]?.unitCostCents ?? 0;
  return {
    today,
    settings: world.settings,
    weights,
    tilt: world.tilt,
    builds: world.builds.map(({ key, build }) => ({ key, build })),
    sales: view.units.flatMap(({ build, receivedDay, soldDay, grossCents }) =>
      soldDay === null
        ? []
        : [
            {
              configuration: keyOf(build),
              soldOn: dayOf(world, soldDay),
              grossCents,
              costCents: costOf(build),
              daysInStock: soldDay - receivedDay,
            },
          ],
    ),
    stays: view.units.map(({ build, receivedDay, soldDay }) => ({
      configuration: keyOf(build),
      receivedOn: dayOf(world, receivedDay),
      closedOn: soldDay === null ? null : dayOf(world, soldDay),
      isAvailable: soldDay === null,
      costCents: costOf(build),
    })),
    pipeline: view.pipeline.map(({ build, orderedDay }) => ({
      configuration: keyOf(build),
      arrivesInDays: arrivesInDays(
        { estimatedArrivalOn: null, orderedOn: dayOf(world, orderedDay) },
        today,
        world.settings.orderToDeliveryDays,
      ),
    })),
    invoices: [],
    leadTimes: [],
    unitsOnLot: view.onHand.reduce((sum, units) => sum + units, 0),
    allocation: allocationOf(world, view.cycle),
    marketFacts: [...world.marketFacts],
    forecasts: [],
    storedConstraints: [...world.constraints],
    options: { places: view.places, constraints: [] },
  };
}
