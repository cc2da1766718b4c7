import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { isUnderLimit, type LimitInputs, limitRows, planLimits, usedOf } from './constraints';

const inputs: LimitInputs = {
  budgetCents: undefined,
  places: undefined,
  settings: { orderBudgetCents: null, lotPlaces: 400 },
  unitsOnLot: 360,
  arrivingUnits: 58,
  expectedDepartures: 70.4,
  allocation: null,
  constraints: [],
  moved: [],
  storedConstraints: [],
};
const limitOf = (kind: string, changes: Partial<LimitInputs> = {}) =>
  planLimits({ ...inputs, ...changes }).find((limit) => limit.kind === kind);

const trax = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax', trim: 'LT' };
const tahoe = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Tahoe', trim: 'LS' };
const builds = [
  { build: trax, unitCostCents: 2_400_000 },
  { build: tahoe, unitCostCents: 6_000_000 },
];

describe('planLimits', () => {
  it('counts the places that will be free when the order comes', () => {
    // 400 - 360 - 58 + 70 = 52
    expect(limitOf('places')?.bound).toBe(52);
    expect(limitOf('places', { unitsOnLot: 500 })?.bound).toBe(0);
  });

  it('prefers what is given for the plan, unlimited included, and says so', () => {
    expect(limitOf('places', { places: 12 })).toMatchObject({ bound: 12, source: 'given for this plan' });
    expect(
      limitOf('budget', { budgetCents: null, settings: { orderBudgetCents: 5, lotPlaces: null } }),
    ).toMatchObject({
      bound: null,
      source: 'given for this plan',
    });
    expect(limitOf('budget', { settings: { orderBudgetCents: 5, lotPlaces: null } })).toMatchObject({
      bound: 5,
      source: 'store settings',
    });
  });

  it('takes what was ordered in the cycle off its allocation, never below 0', () => {
    const group = { make: 'Chevrolet', group: 'Small', models: ['Trax'], units: 9, taken: 4 };
    const allocation = { cycle: '2026-10', groups: [group, { ...group, group: 'Other', taken: 12 }] };
    const bounds = planLimits({ ...inputs, allocation }).filter((limit) => limit.kind === 'allocation');
    expect(bounds.map((limit) => limit.bound)).toEqual([5, 0]);
    expect(bounds.map((limit) => limit.label)).toEqual(['Small: Trax', 'Other: Trax']);
  });
});

describe('isUnderLimit', () => {
  it('wants every named attribute to agree, whatever its case', () => {
    const limit = { id: 'x', kind: 'maximum_mix', label: 'x', bound: 1 } as const;
    expect(isUnderLimit(limit, trax)).toBe(true);
    expect(isUnderLimit({ ...limit, make: 'CHEVROLET', models: ['trax', 'Tahoe'] }, trax)).toBe(true);
    expect(isUnderLimit({ ...limit, models: ['Trax'], trim: 'LS' }, trax)).toBe(false);
    expect(isUnderLimit({ ...limit, trim: 'LT' }, { ...trax, trim: null })).toBe(false);
  });
});

describe('limitRows', () => {
  const rowOf = (limit: Partial<NonNullable<ReturnType<typeof limitOf>>>) =>
    limitRows([{ id: 'x', kind: 'places', label: 'x', bound: 3, source: 'test', ...limit }], builds, [
      { build: trax, units: 2 },
    ])[0];

  it('charges a budget by cost and other limits by unit, within their group', () => {
    expect(rowOf({ kind: 'budget', bound: 10_000_000 })).toMatchObject({
      coefficients: [2_400_000, 6_000_000],
      upper: 10_000_000,
      step: 1_000_000,
    });
    expect(rowOf({ kind: 'allocation', models: ['Tahoe'] })).toMatchObject({
      coefficients: [0, 1],
      upper: 3,
    });
  });

  it('asks a minimum stock only for what stock and pipeline lack', () => {
    expect(rowOf({ kind: 'minimum_stock', models: ['Trax'], bound: 5 })).toMatchObject({
      lower: 3,
      upper: null,
    });
    expect(rowOf({ kind: 'minimum_stock', models: ['Trax'], bound: 1 })).toMatchObject({ lower: 0 });
  });

  it('blocks with or without a bound, and has no row for an unlimited limit', () => {
    expect(rowOf({ kind: 'blocked', models: ['Trax'], bound: null })).toMatchObject({
      upper: 0,
      coefficients: [1, 0],
    });
    expect(rowOf({ bound: null })).toBeUndefined();
  });
});

describe('usedOf', () => {
  it('is what the order takes, and for a minimum stock what is there and coming as well', () => {
    const ordered = builds.map((one) => ({ ...one, quantity: 2 }));
    const used = (kind: 'budget' | 'minimum_mix' | 'minimum_stock') =>
      usedOf({ id: 'x', kind, label: 'x', models: ['Trax'], bound: 4 }, ordered, [
        { build: trax, units: 3 },
        { build: tahoe, units: 9 },
      ]);
    expect(used('budget')).toBe(4_800_000);
    expect(used('minimum_mix')).toBe(2);
    // Three there and two ordered.
    expect(used('minimum_stock')).toBe(5);
  });
});
