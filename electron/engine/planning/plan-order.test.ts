import { AppError } from '@shared/contract/errors';
import type { Build } from '@shared/domain/build';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyseOrder } from './analyse-order';
import { configurationKey } from './configuration-tree';
import { loadHighs } from './load-highs';
import { orderingProfileOf } from './ordering-profile';
import { planOrder } from './plan-order';
import { quickTrax, slowTrax, smallStore, tahoe } from './small-store.fixture';
import type { PlanInputs } from './types';

let solver: Highs;
beforeAll(async () => {
  solver = await loadHighs();
});
const plan = (changes: Partial<PlanInputs> = {}) =>
  planOrder({ ...smallStore, ...changes }, solver, { timeLimitSeconds: 10 });

describe('planOrder', () => {
  it('orders what sells and leaves what stands', () => {
    const { lines, totals } = plan();
    const of = (build: Build) =>
      lines.find((line) => configurationKey(line.build) === configurationKey(build));
    expect(of(quickTrax)?.quantity).toBeGreaterThanOrEqual(3);
    expect(of(tahoe)?.quantity).toBeGreaterThanOrEqual(1);
    expect(of(slowTrax)?.quantity ?? 0).toBeLessThanOrEqual(1);
    expect(totals.units).toBe(lines.reduce((sum, line) => sum + line.quantity, 0));
    expect(totals.costCents).toBe(lines.reduce((sum, line) => sum + line.quantity * line.unitCostCents, 0));
    expect(totals.expectedValueCents).toBe(lines.reduce((sum, line) => sum + line.expectedValueCents, 0));
  });

  it('says why, in the figures of the line', () => {
    const line = plan().lines.find((one) => one.build.model === 'Tahoe');
    // A unit always stood there and 24 sold in 360 days, so about 24 / 360 x 90 = 6, drawn a little toward the store's
    // other builds and less what a turn down may take that cannot be told yet; of them a third after the order's arrival.
    expect(line?.reasons).toHaveLength(3);
    expect(line?.reasons[0]).toBe(
      '5.4 expected to sell in 90 days, 1.8 of them after this order arrives; 0 in stock, 1 arriving by then, so 1.7 buyers would find none without it.',
    );
    expect(line?.reasons[1]).toMatch(
      /^Earns \$\d,\d{3} a unit and takes 40 days to sell \(24 sold, 0 unsold\); the store's median is 20\.$/,
    );
  });

  it('goes by the forecast where days in stock are not known', () => {
    const sales = smallStore.sales.map((sale) => ({ ...sale, daysInStock: null }));
    // 2 a month: 90 days hold 30 of November, 31 of December, 29 of January: 2 + 2 + 2 x 29 / 31 = 5.87.
    const line = plan({ sales }).lines.find((one) => one.build.model === 'Tahoe');
    expect(line?.demand).toBeCloseTo(5.87, 2);
  });

  it('shows what it expects of a trim beside the forecast over the same days', () => {
    const line = plan().lines.find((one) => one.build.model === 'Tahoe');
    // The Tahoe is its trim's only build: 5.4 as above, beside the 5.87 of 90 days' forecast.
    expect(line?.facts.demandOfTrim).toMatchObject({ days: 90, basis: 'days_in_stock' });
    expect(line?.facts.demandOfTrim?.planUnits).toBeCloseTo(line?.demand ?? 0, 6);
    expect(line?.facts.demandOfTrim?.forecastUnits).toBeCloseTo(5.87, 2);
    const unforecast = plan({ forecasts: [] }).lines.find((one) => one.build.model === 'Tahoe');
    expect(unforecast?.facts.demandOfTrim?.forecastUnits).toBeNull();
    const trax = plan().lines.find((one) => one.build.model === 'Trax')?.facts.demandOfTrim;
    // Both builds of the trim: 52 and 8 a year less what draws them to each other.
    expect(trax?.planUnits).toBeGreaterThan(12);
  });

  it('takes what the user adjusted in the forecast, and lets run out what the forecast lets run out', () => {
    const demandOf = (changes: Partial<PlanInputs>) =>
      plan(changes).lines.find((one) => one.build.model === 'Tahoe')?.demand ?? 0;
    const tahoeForecast = (
      change: (one: PlanInputs['forecasts'][number]) => PlanInputs['forecasts'][number],
    ) => ({
      forecasts: smallStore.forecasts.map((one) => (one.model === 'Tahoe' ? change(one) : one)),
    });
    const asAdjusted = tahoeForecast((one) => ({ ...one, unadjustedMean: one.total.mean / 1.5 }));
    expect(demandOf(asAdjusted)).toBeCloseTo(1.5 * demandOf({}), 8);
    const asEnded = tahoeForecast((one) => ({
      ...one,
      points: one.points.map((point, month) => ({ ...point, mean: month === 0 ? 1 : 0 })),
      total: { mean: 1, quantiles: { '0.10': 0, '0.90': 2 } },
    }));
    expect(demandOf(asEnded)).toBe(0);
  });

  it('makes the same plan twice, also from rows in another order', () => {
    const first = plan();
    expect(plan()).toEqual(first);
    expect(
      plan({ builds: [...smallStore.builds].reverse(), forecasts: [...smallStore.forecasts].reverse() }),
    ).toEqual(first);
  });

  it('keeps to its limits, prices them, and shows the plan without them', () => {
    const free = plan();
    const allocation = {
      cycle: '2026-11',
      cycleDays: 30,
      groups: [{ make: 'Chevrolet', group: 'FSUV', models: ['Tahoe'], units: 1, taken: 0 }],
    };
    const capped = plan({ allocation, options: { places: 5, constraints: [] } });
    expect(capped.totals.units).toBe(5);
    expect(capped.uncappedTotals).toEqual(free.totals);
    expect(capped.limits.find((limit) => limit.id === 'places')).toMatchObject({ bound: 5, used: 5 });
    const { shadowPrices } = analyseOrder(capped.question, capped.limits, null, solver);
    expect(shadowPrices.map((price) => price.constraint)).toEqual(['places', 'allocation:Chevrolet:FSUV']);
    for (const price of shadowPrices) expect(price.cents).toBeGreaterThan(0);
    const tahoeLine = capped.lines.find((line) => line.build.model === 'Tahoe');
    expect(tahoeLine?.quantity).toBe(1);
    expect(tahoeLine?.reasons[2]).toMatch(
      /^One more unit would be worth \$[\d,]+, but there is no room under Lot places and FSUV: Tahoe\.$/,
    );
  });

  it('orders nothing on a full lot, and says which limit holds it back', () => {
    const full = plan({ options: { places: 0, constraints: [] } });
    expect(full.totals).toEqual({ units: 0, costCents: 0, expectedValueCents: 0 });
    expect(full.lines.every((line) => line.reasons[2]?.endsWith('no room under Lot places.'))).toBe(true);
    const { shadowPrices } = analyseOrder(full.question, full.limits, null, solver);
    expect(shadowPrices[0]?.cents).toBeGreaterThan(0);
  });

  it('buys at a loss what a minimum requires and says so', () => {
    const minimum = { id: 'm', kind: 'minimum_stock', label: 'Sport on the lot', bound: 6 } as const;
    const forced = plan({
      options: { constraints: [{ ...minimum, models: ['Tahoe'] }] },
    });
    const lines = forced.lines.filter((line) => line.build.model === 'Tahoe');
    // One is arriving, so five are missing to six.
    expect(lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(5);
    expect(forced.limits.find((limit) => limit.id === 'm')).toMatchObject({ bound: 6, used: 6 });
  });

  it('names limits that cannot hold together', () => {
    const conflict = () =>
      plan({
        options: {
          places: 1,
          constraints: [
            { id: 'm', kind: 'minimum_mix', label: 'At least two Tahoe', bound: 2, models: ['Tahoe'] },
          ],
        },
      });
    expect(conflict).toThrow(AppError);
    expect(conflict).toThrow('"Lot places", "At least two Tahoe"');
  });

  it('does not score without market facts, and plans all the same', () => {
    const { lines, totals } = plan({ marketFacts: [] });
    expect(totals.units).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatchObject({ score: null, notScoredBecause: 'no market facts for its model' });
    }
  });

  it('says which limits are not set, and what the order takes of them all the same', () => {
    const { limits, totals } = plan();
    expect(limits.map(({ id, bound, used }) => ({ id, bound, used }))).toEqual([
      { id: 'budget', bound: null, used: totals.costCents },
      { id: 'places', bound: null, used: totals.units },
    ]);
    expect(plan().notes).toEqual([
      'Order budget: not set, so the plan is not limited by it.',
      'Lot places: not set, so the plan is not limited by it.',
      'Allocation: none for this cycle, so the plan is not limited by it.',
    ]);
  });

  it('says what of the allocation it leaves, and whether for want of worth or of room', () => {
    const group = (models: string[], units: number) => ({
      make: 'Chevrolet',
      group: models.join(),
      models,
      units,
      taken: 0,
    });
    const allocationOf = (traxUnits: number, tahoeUnits: number) => ({
      cycle: '2026-11',
      cycleDays: 30,
      groups: [group(['Trax'], traxUnits), group(['Tahoe'], tahoeUnits)],
    });
    const free = plan({ allocation: allocationOf(40, 40) });
    const [trax, tahoes] = ['Trax', 'Tahoe'].map((model) =>
      free.lines.filter((line) => line.build.model === model).reduce((sum, line) => sum + line.quantity, 0),
    );
    if (trax === undefined || tahoes === undefined || trax + tahoes < 3)
      throw new Error('too small an order');
    const left = [
      { model: 'Trax', units: 40 - trax },
      { model: 'Tahoe', units: 40 - tahoes },
    ].sort((a, b) => b.units - a.units);
    expect(free.notes[0]).toBe(
      `${80 - trax - tahoes} of 80 allocated units are not ordered (${left.map((one) => `${one.model} ${one.units}`).join(', ')}): ` +
        'they would not earn their holding cost by the next order. ' +
        'Units turned down may count against later allocation.',
    );
    // Just what is worth ordering is allocated, and one place is there for it.
    const tight = { allocation: allocationOf(trax, tahoes), options: { places: 1, constraints: [] } };
    expect(plan(tight).notes[0]).toContain('): they find no room under the other limits.');
    expect(plan({ allocation: allocationOf(trax, tahoes) }).notes.join()).not.toContain('not ordered');
    const both = { allocation: allocationOf(trax, tahoes + 1), options: { places: 1, constraints: [] } };
    expect(plan(both).notes[0]).toContain(
      `): 1 would not earn their holding cost by the next order, ${trax + tahoes - 1} find no room`,
    );
  });

  it('uses the recent rate of a trim with neither days in stock nor a forecast, and says so', () => {
    const sales = smallStore.sales.map((sale) => ({ ...sale, daysInStock: null }));
    const { lines, notes } = plan({ sales, forecasts: smallStore.forecasts.slice(1) });
    const trax = lines.find((line) => line.build.model === 'Trax' && line.build.package === null);
    expect(trax?.quantity).toBeGreaterThan(0);
    expect(notes).toContain('No forecast of the trim, its recent rate of sale is used: 2 builds.');
  });

  it('counts from the day the make takes orders, and puts its code and day on the lines', () => {
    const chevrolet = orderingProfileOf('Chevrolet', []);
    const orderDates = [
      { make: 'Chevrolet', orderOn: '2026-11-10', nextOrderOn: '2026-11-24', isScheduled: true },
    ];
    const { lines, notes, windowDays } = plan({ orderingProfiles: [chevrolet], orderDates });
    // 10 days until the order goes in, 60 to delivery, 14 to the next order.
    expect(windowDays).toBe(84);
    expect(lines[0]?.reasons[0]).toContain('expected to sell in 84 days');
    expect(lines[0]?.facts.ordering).toEqual({ priority: '99', orderOn: '2026-11-10' });
    expect(notes.join(' ')).toContain('Chevrolet takes orders on Nov 10, 2026');
    const ordered = (draft: ReturnType<typeof plan>) => draft.totals.units;
    expect(ordered(plan({ orderingProfiles: [chevrolet], orderDates }))).toBeLessThan(ordered(plan()));
  });

  it('keeps to the maker’s mix where trims are the maker’s to choose, and leaves colours to it', () => {
    const fixing = { ...orderingProfileOf('Chevrolet', []), free: [] };
    const allocation = {
      cycle: '2026-11',
      cycleDays: 30,
      groups: [{ make: 'Chevrolet', group: 'SMALL', models: ['Trax'], units: 4, taken: 0 }],
    };
    const colors = [{ model: 'Chevrolet|Trax', color: 'White', sold: 9, supply: 0 }];
    const free = plan({ allocation, colors });
    const { limits, lines } = plan({ allocation, colors, orderingProfiles: [fixing] });
    const mix = limits.filter(({ id }) => id.startsWith('makers-mix:'));
    expect(mix.length).toBeGreaterThan(0);
    for (const limit of mix) expect(limit.used).toBeLessThanOrEqual(limit.bound ?? 0);
    expect(free.lines.some((line) => line.colors.length > 0)).toBe(true);
    expect(lines.flatMap((line) => line.colors)).toEqual([]);
  });
});
