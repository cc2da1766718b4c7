import { describe, expect, it } from 'vitest';
import { openDemand } from './open-demand';
import type { BuildEvidence } from './open-evidence';

const BINS = 60;
const today = '2026-07-01';
const evidenceOf = (everyBins: number, openDays: number, ageDays = 900): BuildEvidence => ({
  sold: Array.from({ length: BINS }, (_, bin) => (bin % everyBins === 0 ? 1 : 0)),
  open: Array<number>(BINS).fill(openDays),
  ageDays,
});
const demandOf = (
  builds: Record<string, BuildEvidence>,
  models: string[][],
  season: readonly number[] | null = null,
  allotted: readonly (number | null)[] = models.map(() => null),
) =>
  openDemand({
    evidence: { builds: new Map(Object.entries(builds)), bins: BINS, historyDays: 900 },
    models,
    allotted,
    season,
    today,
    days: 365,
  });
const monthly = (demand: ReturnType<typeof demandOf>, key: string) => demand.get(key)?.cumulative[30] ?? 0;

describe('openDemand', () => {
  it('counts days in stock alone: half the sales in half the days are the same demand', () => {
    const demand = demandOf({ a: evidenceOf(2, 15), b: evidenceOf(4, 7.5) }, [['a'], ['b']]);
    // One in 30 days in stock, each: 30 days hold about one, less a tenth for a turn down that 30 sales cannot rule out.
    expect(Math.abs(monthly(demand, 'a') - 0.95)).toBeLessThan(0.08);
    expect(monthly(demand, 'b') / monthly(demand, 'a')).toBeCloseTo(1, 1);
    // What rests on less is known less.
    expect(demand.get('b')?.dispersion).toBeGreaterThan(demand.get('a')?.dispersion ?? 1);
  });

  it('gives a build without history the mean of its model, and one that stood and never sold next to nothing', () => {
    const unseen: BuildEvidence = {
      sold: Array<number>(BINS).fill(0),
      open: Array<number>(BINS).fill(0),
      ageDays: null,
    };
    const unsold: BuildEvidence = { ...unseen, open: Array<number>(BINS).fill(15), ageDays: 900 };
    const demand = demandOf({ a: evidenceOf(2, 15), unseen, unsold }, [['a', 'unseen', 'unsold']]);
    expect(monthly(demand, 'unseen')).toBeGreaterThan(0.2);
    expect(monthly(demand, 'unseen')).toBeLessThan(monthly(demand, 'a'));
    expect(monthly(demand, 'unsold')).toBeLessThan(0.1);
  });

  it('moves demand by the season of the days ahead', () => {
    const season = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5];
    const { cumulative } = demandOf({ a: evidenceOf(2, 15) }, [['a']], season).get('a') ?? { cumulative: [] };
    const july = cumulative[31] ?? 0;
    const january = (cumulative[215] ?? 0) - (cumulative[184] ?? 0);
    // Three times as much, but for what is left of a trend.
    expect(july / january).toBeGreaterThan(2.8);
    expect(july / january).toBeLessThan(3.2);
  });

  it('takes a model of the last year for new, unless the history itself began then', () => {
    const fresh = evidenceOf(2, 0, 60);
    fresh.sold.fill(0);
    const known = { old: evidenceOf(2, 15), fresh };
    const demand = demandOf(known, [['old'], ['fresh']]);
    expect(demand.get('fresh')?.dispersion).toBeGreaterThan(0.8);
    expect(monthly(demand, 'fresh')).toBeGreaterThan(0.5);
  });

  it('takes the allocation for the maker’s word on a new model, within bounds, until sales speak', () => {
    const fresh = evidenceOf(2, 0, 60);
    fresh.sold.fill(0);
    const known = { old: evidenceOf(2, 15), fresh };
    const freshDemand = (allotted: readonly (number | null)[]) =>
      monthly(demandOf(known, [['old'], ['fresh']], null, allotted), 'fresh');
    const plain = freshDemand([2, null]);
    // Three units a build for each two of the old model: half as much again. Ten for two are taken for twice as much.
    expect(freshDemand([2, 3]) / plain).toBeCloseTo(1.5, 6);
    expect(freshDemand([2, 10]) / plain).toBeCloseTo(2, 6);
    expect(freshDemand([null, 3])).toBeCloseTo(plain, 6);
  });

  it('never falls as days go by', () => {
    for (const { cumulative } of demandOf({ a: evidenceOf(3, 12), b: evidenceOf(9, 15) }, [
      ['a', 'b'],
    ]).values())
      expect(cumulative.every((units, day) => units >= (cumulative[day - 1] ?? 0))).toBe(true);
  });
});
