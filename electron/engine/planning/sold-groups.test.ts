import { describe, expect, it } from 'vitest';
import { sumSales } from './sold-groups';
import type { SoldUnit } from './types';

const sale = (given: Partial<SoldUnit>): SoldUnit => ({
  configuration: 'a',
  soldOn: '2026-06-01',
  grossCents: 100_000,
  backGrossCents: null,
  costCents: null,
  daysInStock: 70,
  ...given,
});

describe('sumSales', () => {
  it('sums a build’s gross, days and what age took', () => {
    const [group] = sumSales(
      [
        sale({ costCents: 2_000_000, backGrossCents: 40_000 }),
        sale({ daysInStock: 90, grossCents: 60_000 }),
        sale({ daysInStock: null }),
        sale({ grossCents: null }),
      ],
      60,
    );
    expect(group).toMatchObject({
      grossCents: { count: 3, sum: 260_000 },
      backGrossCents: { count: 1, sum: 40_000 },
      // 10 and 30 days beyond the target: 10 x 100,000 + 30 x 60,000; 100 + 900.
      ageing: { count: 2, x: 40, y: 160_000, xx: 1_000, xy: 2_800_000 },
      costsCents: [2_000_000],
    });
    expect(group?.days.map(({ days }) => days)).toEqual([70, 90, 70]);
  });

  it('keeps builds apart', () => {
    const groups = sumSales([sale({}), sale({ configuration: 'b' }), sale({})], 60);
    expect(groups.map(({ configuration, grossCents }) => [configuration, grossCents.count])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
