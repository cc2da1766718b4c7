/**
 * Ordering policies on generated stores with known demand: what DOSO nets beside rules of thumb, an oracle that knows the
 * true demand rates, and perfect foresight. Eighteen months, twenty stores of each kind. Ratios and differences are of
 * net gross after holding; intervals are 95 %, paired by store.
 */
import { loadHighs } from '@engine/planning/load-highs';
import { compareNet, type Replicate } from '@engine/replay/compare-policies';
import { generateStore, type StoreKind } from '@engine/replay/generated-world.fixture';
import { liveReplicate } from '@engine/replay/live-replicate';
import type { PolicyName } from '@engine/replay/types';
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
  const learning = compareNet(replicates, 'doso_learning', 'doso_fixed')?.differenceCents;
  if (learning)
    record('learning less fixed weights, upper end', learning.high / 100_000, '$1,000 a store', { least: 0 });
}
