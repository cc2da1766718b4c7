/**
 * DOSO with one thing given: the true mean demand of every build on every day. What it earns above DOSO is what a
 * better forecast could still bring. Who comes and when stays unknown to it.
 */
import { askOrder } from '../../planning/best-order';
import { extraUnits, FOLLOW_UP_DAYS } from '../../planning/marginal-values';
import { planInputsOf } from '../plan-inputs-of';
import type { Chance, Policy, ReplayWorld } from '../types';
import { type DosoParts, quantitiesByBuild } from './doso';

const MOST_UNITS = 16;

export function oracle(world: ReplayWorld, chance: Chance, { solver }: DosoParts): Policy {
  const indexOf = new Map(world.builds.map(({ key }, index) => [key, index]));
  return {
    name: 'oracle',
    order: (view) => {
      const inputs = planInputsOf(world, view, world.weights);
      const { set, problem } = askOrder(inputs);
      const builds = set.candidates.map((candidate, place) => {
        const index = indexOf.get(candidate.key) ?? -1;
        const windowDays = candidate.window.leadDays + candidate.window.reviewDays;
        const demand = runningDemand(chance, index, view.day - world.openingDay, windowDays + FOLLOW_UP_DAYS);
        const arrivalsInDays = inputs.pipeline
          .filter(
            ({ configuration, arrivesInDays }) =>
              configuration === candidate.key && arrivesInDays <= windowDays,
          )
          .map(({ arrivesInDays }) => arrivesInDays);
        const units = extraUnits(
          {
            position: { onHand: candidate.onHand, arrivalsInDays },
            window: candidate.window,
            demandBy: (days) => demand[days] ?? demand.at(-1) ?? 0,
            dispersion: chance.rateDispersion,
            economics: candidate.economics,
            saleWorthCents: candidate.saleWorthCents,
          },
          MOST_UNITS,
        );
        return {
          key: candidate.key,
          score: problem.builds[place]?.score ?? null,
          valuesCents: units.map(({ valueCents }) => valueCents),
        };
      });
      return quantitiesByBuild(world, { ...problem, builds }, solver);
    },
  };
}

function runningDemand(chance: Chance, build: number, from: number, days: number): number[] {
  const running = [0];
  for (let day = 0; day < days; day++) running.push((running[day] ?? 0) + chance.rateOf(build, from + day));
  return running;
}
