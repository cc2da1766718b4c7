/** A small, seeded form of the proof in tests/bench/plan-replay.bench.ts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadHighs } from '../planning/load-highs';
import { generateStore, wronglyWeighedStore } from './generated-world.fixture';
import { liveReplicate } from './live-replicate';
import { type DosoParts, dosoFixed } from './policies/doso';
import { dosoLearning } from './policies/doso-learning';
import { simulate } from './simulate';
import type { Policy, PolicyName } from './types';

const POLICIES: readonly PolicyName[] = [
  'replace_what_sold',
  'doso_fixed',
  'doso_learning',
  'oracle',
  'perfect_foresight',
];

describe('a generated store', () => {
  let parts: DosoParts;
  beforeAll(async () => {
    parts = { solver: await loadHighs() };
  });

  it('sells 0.1 to 3 of a build a month and waits 45 to 75 days for a delivery', () => {
    const { world, chance } = generateStore('steady', 3);
    const months = (world.openingDay + world.days) / 30.4375;
    const perMonth = world.builds.map((_, build) => chance.rateOf(build, 0) * 30.4375);
    for (const rate of perMonth) expect(rate).toBeGreaterThanOrEqual(0.1);
    for (const rate of perMonth) expect(rate).toBeLessThanOrEqual(3);
    expect(months).toBeCloseTo(54, 0);
    const leads = world.builds.flatMap((_, build) =>
      [0, 1, 2].map((nth) => chance.leadDaysOf(build, 4, nth)),
    );
    expect(Math.min(...leads)).toBeGreaterThanOrEqual(45);
    expect(Math.max(...leads)).toBeLessThanOrEqual(75);
    const expected = perMonth.reduce((sum, rate) => sum + rate, 0) * (world.days / 30.4375);
    // Rates jump from month to month: three standard deviations of a count with twice the variance.
    expect(Math.abs(chance.customers.length - expected)).toBeLessThan(3 * Math.sqrt(2 * expected));
  });

  it('earns more by DOSO than by replacing what sold, and no more than perfect foresight', () => {
    const { world, chance } = generateStore('seasonal', 2, { replayMonths: 8 });
    const replicate = liveReplicate(world, chance, POLICIES, parts);
    const netOf = (policy: PolicyName) => replicate[policy]?.netGrossCents ?? Number.NaN;
    expect(netOf('doso_fixed')).toBeGreaterThan(netOf('replace_what_sold'));
    expect(netOf('perfect_foresight')).toBeGreaterThan(netOf('oracle'));
    expect(netOf('doso_fixed')).toBeGreaterThan(0.8 * netOf('oracle'));
    expect(netOf('doso_learning')).toBeGreaterThan(0.97 * netOf('doso_fixed'));
  }, 240_000);

  it('lives the same life twice from the same seed', () => {
    const live = () => {
      const { world, chance } = generateStore('steady', 5, { replayMonths: 3 });
      return liveReplicate(world, chance, ['doso_fixed', 'perfect_foresight'], parts);
    };
    expect(live()).toEqual(live());
  }, 240_000);

  it('learns where there is something to learn, and then orders by other weights', () => {
    const { world, chance } = wronglyWeighedStore(101, 18);
    const live = (policy: Policy) => simulate(world, chance, policy);
    // All weight lies on the market part, which tells nothing of these stores; gross per unit is what the dealer wants.
    const learning = live(dosoLearning(world, parts, 'gross'));
    expect(learning.weightChanges).toBeGreaterThanOrEqual(1);
    const fixed = live(dosoFixed(world, parts));
    expect(fixed.weightChanges).toBe(0);
    expect(learning.units).not.toEqual(fixed.units);
  }, 240_000);
});
