/**
 * One draw of all that no policy can choose: customers and deliveries. Each sale of the replayed days happens again a
 * Poisson number of times with mean one (the Poisson bootstrap), on its own day; on days without stock of a build, when
 * nothing could be sold, customers come by the smoothed rate. Gross varies about the build's mean as it did.
 */
import { RandomSource } from '../sample/random-source';
import type { Chance, Customer, LotUnit } from './types';
import type { HistoricWorld } from './world-from-history';

/** Draws of delivery times for each build and cycle; more units of one build in one order share them. */
const LEAD_DRAWS = 12;
const SHORTEST_SHARE = 0.75;
const LONGEST_SHARE = 1.25;

export function drawChance({ world, demand, past, leadDays }: HistoricWorld, seed: number): Chance {
  const source = new RandomSource(seed);
  const end = world.openingDay + world.days;
  const noise = grossNoise(world.builds, past);
  const draw = (day: number, build: number, count: number): Customer[] =>
    Array.from({ length: count }, () => ({
      day,
      build,
      mind: source.uniform(),
      grossNoiseCents: noise.length > 0 ? (noise[source.integer(0, noise.length - 1)] ?? 0) : 0,
    }));
  const seen = past.flatMap(({ build, soldDay }) =>
    soldDay !== null && soldDay >= world.openingDay && soldDay < end
      ? draw(soldDay, build, source.poisson(1))
      : [],
  );
  const unseen = world.builds.flatMap((_, build) => {
    const customers: Customer[] = [];
    for (let day = Math.max(world.openingDay, firstDayOf(past, build)); day < end; day++) {
      if (!demand.isInStock(build, day))
        customers.push(...draw(day, build, source.poisson(demand.rateOf(build, day))));
    }
    return customers;
  });
  return {
    customers: [...seen, ...unseen].sort((a, b) => a.day - b.day || a.build - b.build),
    leadDaysOf: drawLeads(source, world.builds.length, leadDays, world.settings.orderToDeliveryDays),
    rateOf: (build, day) =>
      world.openingDay + day < firstDayOf(past, build)
        ? 0
        : demand.rateOf(build, Math.min(end - 1, world.openingDay + day)),
    rateDispersion: 0,
  };
}

function firstDayOf(past: readonly LotUnit[], build: number): number {
  return past.find((unit) => unit.build === build)?.receivedDay ?? Number.POSITIVE_INFINITY;
}

/** How far each sale's gross was from its build's mean. */
function grossNoise(builds: HistoricWorld['world']['builds'], past: readonly LotUnit[]): number[] {
  const means = builds.map((_, build) => {
    const own = past.flatMap((unit) =>
      unit.build === build && unit.grossCents !== null ? [unit.grossCents] : [],
    );
    return own.length > 1 ? own.reduce((sum, gross) => sum + gross, 0) / own.length : null;
  });
  return past.flatMap(({ build, grossCents }) => {
    const mean = means[build] ?? null;
    return grossCents === null || mean === null ? [] : [Math.round(grossCents - mean)];
  });
}

function drawLeads(
  source: RandomSource,
  builds: number,
  observed: readonly number[],
  usual: number,
): Chance['leadDaysOf'] {
  const base = source.integer(1, 1_000_000_000);
  const known = new Map<string, number[]>();
  const drawFor = (build: number, cycle: number) => {
    const own = new RandomSource(base + cycle * builds + build);
    return Array.from({ length: LEAD_DRAWS }, () =>
      observed.length > 0
        ? own.pick(observed)
        : own.integer(Math.round(SHORTEST_SHARE * usual), Math.round(LONGEST_SHARE * usual)),
    );
  };
  return (build, cycle, nth) => {
    const key = `${build}:${cycle}`;
    const leads = known.get(key) ?? drawFor(build, cycle);
    known.set(key, leads);
    return leads[nth % LEAD_DRAWS] ?? usual;
  };
}
