/**
 * Ordering policies on generated stores with known demand: what DOSO nets beside rules of thumb, an oracle that knows the
 * true demand rates, and perfect foresight. Eighteen months, twenty stores of each kind. Ratios and differences are of
 * net gross after holding; intervals are 95 %, paired by store.
 */
import { loadHighs } from '@engine/planning/load-highs';
import { compareNet, type Replicate } from '@engine/replay/compare-policies';
import { generateStore, type StoreKind, wronglyWeighedStore } from '@engine/replay/generated-world.fixture';
import { liveReplicate } from '@engine/replay/live-replicate';
import { measureRun } from '@engine/replay/measure-run';
import { dosoFixed } from '@engine/replay/policies/doso';
import { dosoLearning } from '@engine/replay/policies/doso-learning';
import { simulate } from '@engine/replay/simulate';
import type { Policy, PolicyName } from '@engine/replay/types';
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const STORES = isFullSize ? 20 : 2;
const MONTHS = isFullSize ? 18 : 9;
const POLICIES: readonly PolicyName[] = [
  'replace_what_sold',
  'sixty_days_supply',
  'doso_fixed',
  'doso_learning',
  'oracle',
  'perfect_foresight',
];
const RULES = ['replace_what_sold', 'sixty_days_supply'] as const;
const WORDS = { replace_what_sold: 'replace what sold', sixty_days_supply: "60 days' supply" } as const;

describe('replays of generated stores', () => {
  it.each(['steady', 'seasonal', 'launch'] as const)('%s', async (kind) => {
    const parts = { solver: await loadHighs() };
    const replicates = Array.from({ length: STORES }, (_, index) => {
      const { world, chance } = generateStore(kind, index + 1, { replayMonths: MONTHS });
      return liveReplicate(world, chance, POLICIES, parts);
    });
    recordKind(kind, replicates);
  });
});

/**
 * In the stores above learning rarely acts, and where it does no limit binds that its weights could decide. Here it has something to learn:
 * twice the customers, a quarter of the places, weights that begin on the market part, which tells nothing of these
 * stores, and a dealer who wants gross.
 */
describe('learning where there is something to learn', () => {
  it(`${STORES} stores whose weights begin wrong`, async () => {
    const parts = { solver: await loadHighs() };
    const replicates = Array.from({ length: STORES }, (_, index): Replicate => {
      const { world, chance } = wronglyWeighedStore(index + 1, MONTHS);
      const live = (policy: Policy) => measureRun(world, simulate(world, chance, policy));
      return {
        doso_fixed: live(dosoFixed(world, parts)),
        doso_learning: live(dosoLearning(world, parts, 'gross')),
      };
    });
    const of = `learning, ${STORES} stores of wrong weights, ${MONTHS} months`;
    const acted = replicates.filter((one) => (one.doso_learning?.weightChanges ?? 0) > 0).length;
    recordFigure({
      area: 'plan',
      name: `replay (${of}): stores in which it put weights in use`,
      value: acted,
      unit: 'stores',
      ...(isFullSize ? { least: 15 } : {}),
    });
    recordLearning(of, replicates);
  });
});

function recordLearning(of: string, replicates: readonly Replicate[]): void {
  const difference = compareNet(replicates, 'doso_learning', 'doso_fixed')?.differenceCents;
  if (!difference) return;
  const record = (name: string, value: number, bound: { least?: number } = {}) =>
    recordFigure({ area: 'plan', name: `replay (${of}): ${name}`, value, unit: '$1,000 a store', ...bound });
  record('learning less fixed weights, mean', difference.mean / 100_000);
  record('learning less fixed weights, upper end', difference.high / 100_000, isFullSize ? { least: 0 } : {});
}

function recordKind(kind: StoreKind, replicates: readonly Replicate[]): void {
  const of = `${kind}, ${replicates.length} stores, ${MONTHS} months`;
  const netOf = (policy: PolicyName) =>
    replicates.reduce((sum, replicate) => sum + (replicate[policy]?.netGrossCents ?? 0), 0);
  const record = (name: string, value: number, unit: string, bound: { least?: number } = {}) =>
    recordFigure({
      area: 'plan',
      name: `replay (${of}): ${name}`,
      value,
      unit,
      ...(isFullSize ? bound : {}),
    });
  record('DOSO over the oracle', (100 * netOf('doso_fixed')) / netOf('oracle'), '%', { least: 85 });
  record('perfect foresight over the oracle', (100 * netOf('perfect_foresight')) / netOf('oracle'), '%');
  for (const rule of RULES) {
    const difference = compareNet(replicates, 'doso_fixed', rule)?.differenceCents;
    if (!difference) continue;
    if (kind === 'steady')
      record(`DOSO over ${WORDS[rule]}`, (100 * netOf('doso_fixed')) / netOf(rule), '%', { least: 99 });
    else
      record(`DOSO less ${WORDS[rule]}, lower end`, difference.low / 100_000, '$1,000 a store', { least: 0 });
    record(`DOSO less ${WORDS[rule]}, mean`, difference.mean / 100_000, '$1,000 a store');
  }
  const changes = replicates.reduce((sum, one) => sum + (one.doso_learning?.weightChanges ?? 0), 0);
  record('times that learning put weights in use', changes, '');
  recordLearning(of, replicates);
}
