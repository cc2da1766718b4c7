import { addDays } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { drawChance } from './draw-chance';
import { liveReplicate } from './live-replicate';
import { smallWorld } from './small-world.fixture';
import type { HistoricUnit, StoreHistory } from './store-history';
import { worldFromHistory } from './world-from-history';

const [base, plus] = smallWorld.builds;
const asOf = '2026-06-30';

/** Two years: one Base every ten days that stood for fifteen, and from day 600 on a Plus every twenty. */
function history(changes: Partial<StoreHistory> = {}): StoreHistory {
  const first = addDays(asOf, -729);
  const unit = (configuration: string | undefined, soldAfter: number): HistoricUnit => ({
    configuration: configuration ?? '',
    receivedOn: addDays(first, soldAfter - 15),
    soldOn: addDays(first, soldAfter),
    grossCents: 300_000,
    costCents: 3_650_000,
  });
  return {
    asOf,
    settings: smallWorld.settings,
    builds: smallWorld.builds.map(({ key, build }) => ({ key, build })),
    units: [
      ...Array.from({ length: 73 }, (_, index) => unit(base?.key, 10 * index)),
      ...Array.from({ length: 6 }, (_, index) => unit(plus?.key, 615 + 20 * index)),
    ],
    usedOnLot: 0,
    leadDays: [],
    allocation: null,
    constraints: [],
    marketFacts: [],
    weights: smallWorld.weights,
    tilt: 0,
    ...changes,
  };
}

describe('a world from history', () => {
  it('replays whole ordering cycles up to the day', () => {
    // Six months are 182 days: six cycles of 30, from day 730 - 180.
    const { world } = worldFromHistory(history(), 6);
    expect(world).toMatchObject({ days: 180, openingDay: 550 });
    expect(world.history.every(({ receivedDay }) => receivedDay < 550)).toBe(true);
    // Units sold after the opening still stand at it: the sale is the replay's to make.
    expect(world.history.filter(({ soldDay }) => soldDay === null).length).toBeGreaterThan(0);
  });

  it('gives every policy what was on its way and the first two of a new build', () => {
    const { world } = worldFromHistory(history(), 6);
    const plusUnits = world.pipeline.filter(({ build }) => build === 1);
    expect(plusUnits.map(({ arrivesDay }) => arrivesDay)).toEqual([600, 620]);
    // On its way at the opening: what came within the 20 days of delivery.
    expect(
      world.pipeline.filter(({ build }) => build === 0).every(({ arrivesDay }) => arrivesDay < 570),
    ).toBe(true);
    expect(world.actual?.every(({ build, arrivesDay }) => build === 1 || arrivesDay >= 570)).toBe(true);
  });

  it('finds the rate behind the sales', () => {
    const { demand } = worldFromHistory(history(), 6);
    // One in ten days while always in stock: 15 of every 10 days are covered.
    expect(demand.rateOf(0, 400)).toBeCloseTo(0.1, 2);
    expect(demand.isInStock(1, 590)).toBe(false);
    expect(demand.isInStock(1, 601)).toBe(true);
  });

  it('draws about as many customers as there were, the same for the same seed', () => {
    const historic = worldFromHistory(history(), 6);
    const counts = Array.from(
      { length: 50 },
      (_, seed) => drawChance(historic, seed).customers.filter(({ build }) => build === 0).length,
    );
    // 18 sales of Base in the 180 days; the mean of 50 Poisson counts is within 3 x sqrt(18 / 50) = 1.8 of it.
    expect(Math.abs(counts.reduce((sum, count) => sum + count, 0) / 50 - 18)).toBeLessThan(1.8);
    expect(drawChance(historic, 7).customers).toEqual(drawChance(historic, 7).customers);
  });

  it('brings the store’s own deliveries back', () => {
    const historic = worldFromHistory(history(), 6);
    const { world } = historic;
    const received = world.pipeline.length + (world.actual?.length ?? 0);
    const chance = drawChance(historic, 1);
    const parts = { solver: undefined as never };
    const measures = liveReplicate(world, chance, ['what_the_store_did'], parts).what_the_store_did;
    expect(measures?.orderedUnits).toBe(0);
    expect((measures?.soldUnits ?? 0) + (measures?.lostSales ?? 0)).toBe(chance.customers.length);
    expect(received).toBeGreaterThan(10);
  });

  it('says what is missing when the history is too short', () => {
    const short = history({
      units: history().units.filter(({ soldOn }) => (soldOn ?? '') > addDays(asOf, -400)),
    });
    expect(() => worldFromHistory(short, 6)).toThrow(/too few months of sales/);
  });
});
