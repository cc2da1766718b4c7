import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { configurationKey } from './configuration-tree';
import { withOrderModelYear } from './order-model-year';
import { findOrderableBuilds } from './orderable-builds';
import { arrivesInDays } from './pipeline-arrivals';
import { quickTrax, slowTrax, smallStore, tahoe } from './small-store.fixture';

describe('findOrderableBuilds', () => {
  const modelsOf = (changes: Partial<typeof smallStore>) =>
    findOrderableBuilds({ ...smallStore, ...changes }).builds.map(({ key }) => key);

  it('takes what was sold, is in stock or on order', () => {
    expect(modelsOf({})).toEqual([tahoe, quickTrax, slowTrax].map(configurationKey).sort());
  });

  it('leaves out a build that the store has not had for half a year', () => {
    const key = configurationKey(slowTrax);
    const stays = smallStore.stays.filter((stay) => stay.configuration !== key);
    const sales = smallStore.sales.filter((sale) => sale.configuration !== key || sale.soldOn < '2026-05-04');
    expect(sales.some((sale) => sale.configuration === key)).toBe(true);
    expect(modelsOf({ stays, sales })).not.toContain(key);
  });

  it('takes a model as discontinued when nothing came and nothing is coming', () => {
    const key = configurationKey(tahoe);
    const stays = smallStore.stays.filter((stay) => stay.configuration !== key);
    // The last one came on 1 June and sold late.
    const sales = smallStore.sales.filter((sale) => sale.configuration !== key || sale.soldOn < '2026-07-01');
    const last = sales.find((sale) => sale.configuration === key);
    if (!last) throw new Error('the fixture has sold no Tahoe');
    const late = [...sales, { ...last, soldOn: '2026-10-01', daysInStock: 122 }];
    const gone = findOrderableBuilds({ ...smallStore, stays, sales: late, pipeline: [] });
    expect(gone.discontinuedModels).toEqual(['Tahoe']);
    expect(gone.builds.map((row) => row.key)).not.toContain(key);
    expect(findOrderableBuilds({ ...smallStore, stays, sales: late }).discontinuedModels).toEqual([]);
  });

  it('takes a sale as proof of supply where nothing is known of the in-date', () => {
    const sales = smallStore.sales.map((sale) => ({ ...sale, daysInStock: null }));
    const known = findOrderableBuilds({ ...smallStore, stays: [], sales, pipeline: [] });
    expect(known.discontinuedModels).toEqual([]);
  });
});

describe('withOrderModelYear', () => {
  it('pools model years and colours of a configuration and orders the newest year of its model', () => {
    const build = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax', trim: 'LT' };
    const rows = withOrderModelYear([
      { ...build, modelYear: 2026, exteriorColor: 'White' },
      { ...build, modelYear: 2027, exteriorColor: 'Black' },
      { ...build, trim: 'RS', modelYear: 2026 },
      { ...build, model: 'Tahoe', modelYear: null },
    ]);
    expect(rows.map((row) => [row.build.model, row.build.trim, row.build.modelYear])).toEqual([
      ['Tahoe', 'LT', null],
      ['Trax', 'LT', 2027],
      ['Trax', 'RS', 2027],
    ]);
    expect(rows.every((row) => row.build.exteriorColor === null)).toBe(true);
  });
});

describe('arrivesInDays', () => {
  const today = '2026-10-31';

  it('trusts a stated arrival and takes an overdue one as a week off', () => {
    expect(arrivesInDays({ estimatedArrivalOn: '2026-11-20', orderedOn: null }, today, 60)).toBe(20);
    expect(arrivesInDays({ estimatedArrivalOn: '2026-10-31', orderedOn: null }, today, 60)).toBe(0);
    expect(arrivesInDays({ estimatedArrivalOn: '2026-10-01', orderedOn: null }, today, 60)).toBe(7);
  });

  it('reckons the usual lead time from the order day', () => {
    // Ordered 40 days ago: 60 - 40 = 20 to go.
    expect(arrivesInDays({ estimatedArrivalOn: null, orderedOn: '2026-09-21' }, today, 60)).toBe(20);
    expect(arrivesInDays({ estimatedArrivalOn: null, orderedOn: '2026-05-01' }, today, 60)).toBe(7);
    expect(arrivesInDays({ estimatedArrivalOn: null, orderedOn: null }, today, 60)).toBe(60);
  });
});
