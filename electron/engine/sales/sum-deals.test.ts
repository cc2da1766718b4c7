import { describe, expect, it } from 'vitest';
import type { DealCount } from './read-sales-rows';
import { modelsOf, totalsOf } from './sum-deals';

const deal = (given: Partial<DealCount>): DealCount => ({
  condition: 'new',
  make: 'Ford',
  model: 'F-150',
  days: 10,
  units: 1,
  frontGrossCents: 0,
  withFront: 0,
  backGrossCents: 0,
  withBack: 0,
  totalGrossCents: 0,
  withTotal: 0,
  ...given,
});

describe('totalsOf', () => {
  it('takes the middle day, or halfway between the two in the middle, of as many units as each count has', () => {
    // 10, 10, 30: the middle is 10. With a fourth of 50: halfway between 10 and 30.
    const three = [deal({ days: 30 }), deal({ days: 10, units: 2 })];
    expect(totalsOf(three)?.medianDays).toBe(10);
    expect(totalsOf([...three, deal({ days: 50 })])?.medianDays).toBe(20);
  });

  it('counts units of unknown days as sold, and not among the days', () => {
    const totals = totalsOf([deal({ days: null, units: 4 }), deal({ days: 7, units: 2 })]);
    expect(totals).toMatchObject({ units: 6, withDays: 2, medianDays: 7 });
    expect(totalsOf([deal({ days: null })])?.medianDays).toBeNull();
    expect(totalsOf([])).toBeUndefined();
  });
});

describe('modelsOf', () => {
  it('puts the most sold first and divides by the deals that state a gross', () => {
    const models = modelsOf([
      deal({ model: 'Escape', totalGrossCents: 100, withTotal: 3, units: 3 }),
      deal({ units: 2, totalGrossCents: 250_000, withTotal: 1 }),
      deal({ units: 2, days: 30 }),
    ]);
    // 100 / 3 is 33.3; the F-150's one stated gross stands for its four deals.
    expect(
      models.map(({ model, units, totalGrossPerUnitCents }) => [model, units, totalGrossPerUnitCents]),
    ).toEqual([
      ['F-150', 4, 250_000],
      ['Escape', 3, 33],
    ]);
  });

  it('rounds a loss as the database does, away from nothing', () => {
    expect(modelsOf([deal({ units: 2, totalGrossCents: -5, withTotal: 2 })])[0]?.totalGrossPerUnitCents).toBe(
      -3,
    );
  });
});
