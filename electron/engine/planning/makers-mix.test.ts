import { describe, expect, it } from 'vitest';
import { configurationKey } from './configuration-tree';
import { makersMixLimits } from './makers-mix';
import { orderingProfileOf } from './ordering-profile';
import { quickTrax, slowTrax, smallStore } from './small-store.fixture';
import type { PlanInputs, StockStay } from './types';

const lt = { ...quickTrax, trim: 'LT' };
const rs = { ...slowTrax, trim: 'RS', package: null };
const came = (build: typeof lt, count: number, receivedOn = '2026-05-01'): StockStay[] =>
  Array.from({ length: count }, () => ({
    configuration: configurationKey(build),
    receivedOn,
    closedOn: '2026-06-01',
    isAvailable: false,
    costCents: null,
  }));
const group = { make: 'Chevrolet', group: 'SMALL', models: ['Trax'], units: 12, taken: 2 };
const inputs: PlanInputs = {
  ...smallStore,
  builds: [lt, rs].map((build) => ({ key: configurationKey(build), build })),
  stays: [...came(lt, 17), ...came(rs, 3), ...came(rs, 50, '2024-01-01')],
  pipeline: [],
  allocation: { cycle: '2026-11', cycleDays: 30, groups: [group] },
  orderingProfiles: [{ ...orderingProfileOf('Chevrolet', []), free: ['color'] }],
};

describe('makersMixLimits', () => {
  it('takes fixed attributes as they came in a year, rounded up, as far as they are known', () => {
    // Ten units are left of the allocation; 17 of 20 came as LT, 3 as RS: at most 9 (8.5) and 2 (1.5). No body is known.
    expect(makersMixLimits(inputs)).toMatchObject([
      { kind: 'maximum_mix', models: ['Trax'], trim: 'LT', bound: 9 },
      { kind: 'maximum_mix', trim: 'RS', bound: 2, source: '3 of 20 that came in a year, of 10 allocated' },
    ]);
  });

  it('limits nothing where everything is free or no allocation is known', () => {
    expect(makersMixLimits({ ...inputs, orderingProfiles: [orderingProfileOf('Chevrolet', [])] })).toEqual(
      [],
    );
    expect(makersMixLimits({ ...inputs, allocation: null })).toEqual([]);
  });
});
