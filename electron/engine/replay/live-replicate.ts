/** One replay: every policy lives through the same days with the same customers and deliveries. */
import type { Replicate } from './compare-policies';
import { measureRun } from './measure-run';
import { type DosoParts, dosoFixed } from './policies/doso';
import { dosoLearning } from './policies/doso-learning';
import { oracle } from './policies/oracle';
import { perfectForesight } from './policies/perfect-foresight';
import { replaceWhatSold } from './policies/replace-what-sold';
import { sixtyDaysSupply } from './policies/sixty-days-supply';
import { whatTheStoreDid } from './policies/what-the-store-did';
import { simulate } from './simulate';
import type { Chance, Policy, PolicyName, ReplayWorld } from './types';

export function liveReplicate(
  world: ReplayWorld,
  chance: Chance,
  policies: readonly PolicyName[],
  parts: DosoParts,
): Replicate {
  const replicate: Replicate = {};
  for (const name of policies) {
    const lived = name === 'what_the_store_did' ? withActual(world) : world;
    if (!lived) continue;
    replicate[name] = measureRun(lived, simulate(lived, chance, makePolicy(name, lived, chance, parts)));
  }
  return replicate;
}

/** Null for a store that never was. */
function withActual(world: ReplayWorld): ReplayWorld | null {
  return world.actual && { ...world, pipeline: [...world.pipeline, ...world.actual] };
}

export function makePolicy(name: PolicyName, world: ReplayWorld, chance: Chance, parts: DosoParts): Policy {
  switch (name) {
    case 'what_the_store_did':
      return whatTheStoreDid(world);
    case 'replace_what_sold':
      return replaceWhatSold(world);
    case 'sixty_days_supply':
      return sixtyDaysSupply(world);
    case 'doso_fixed':
      return dosoFixed(world, parts);
    case 'doso_learning':
      return dosoLearning(world, parts);
    case 'oracle':
      return oracle(world, chance, parts);
    case 'perfect_foresight':
      return perfectForesight(world, chance);
  }
}
