import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { configurationKey } from './configuration-tree';
import { type EconomicsInputs, economicsOf } from './economics';
import type { SoldUnit } from './types';

const today = '2026-10-31';
const lt = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax', trim: 'LT' };
const ltSport = { ...lt, package: 'Sport' };
const rs = { ...lt, trim: 'RS' };
const tahoe = { ...lt, model: 'Tahoe', trim: 'LS' };

const sale = (build: typeof lt, changes: Partial<SoldUnit> = {}): SoldUnit => ({
  configuration: configurationKey(build),
  soldOn: '2026-10-01',
  grossCents: 200_000,
  costCents: 2_400_000,
  daysInStock: 30,
  ...changes,
});
const stay = (build: typeof lt, receivedOn: string, costCents: number | null = null) => ({
  configuration: configurationKey(build),
  receivedOn,
  closedOn: null,
  isAvailable: true,
  costCents,
});
const economics = (changes: Partial<EconomicsInputs>) =>
  economicsOf({
    builds: new Map([lt, ltSport, rs, tahoe].map((build) => [configurationKey(build), build])),
    sales: [],
    stays: [],
    invoices: [],
    today,
    terms: {
      floorPlanAnnualRate: 0.073,
      daysInYear: 365,
      freeDays: 10,
      otherPerDayCents: 1500,
      targetDays: 60,
    },
    ...changes,
  });

describe('expected gross', () => {
  it('is shrunk from the store down to the build', () => {
    const sales = [
      ...Array.from({ length: 4 }, () => sale(lt, { grossCents: 300_000 })),
      ...Array.from({ length: 4 }, () => sale(rs, { grossCents: 100_000 })),
      ...Array.from({ length: 8 }, () => sale(tahoe, { grossCents: 400_000 })),
    ];
    const { unitOf } = economics({ sales });
    // Store mean (4 x 300 + 4 x 100 + 8 x 400) / 16 = 300. Model Trax: 8 sales of mean 200: (1,600 + 8 x 300) / 16
    // = 250. Trim LT: (4 x 300 + 8 x 250) / 12 = 266.67. Build: (4 x 300 + 8 x 266.67) / 12 = 277.78 thousand cents.
    expect(unitOf(lt)).toMatchObject({ grossCents: 277_778, grossSampleSize: 4 });
    // The sibling build without a sale has its trim's.
    expect(unitOf(ltSport)).toMatchObject({ grossCents: 266_667, grossSampleSize: 0 });
  });

  it('keeps losses and leaves out sales older than a year', () => {
    const { unitOf } = economics({
      sales: [sale(lt, { grossCents: -50_000 }), sale(lt, { grossCents: 900_000, soldOn: '2025-10-31' })],
    });
    expect(unitOf(lt)?.grossCents).toBe(-50_000);
  });

  it('is not guessed when no sale states one', () => {
    expect(economics({ sales: [sale(lt, { grossCents: null })] }).unitOf(lt)).toBeNull();
  });
});

describe('unit cost', () => {
  it('is the median invoice, else what units of the build did cost', () => {
    const invoices = [2_300_000, 2_350_000, 2_900_000].map((invoiceCents) => ({
      configuration: configurationKey(lt),
      invoiceCents,
    }));
    const { unitOf } = economics({ sales: [sale(lt), sale(rs, { costCents: 2_600_000 })], invoices });
    expect(unitOf(lt)?.unitCostCents).toBe(2_350_000);
    expect(unitOf(rs)?.unitCostCents).toBe(2_600_000);
    // $23,500 x 7.3 % / 365 = $4.70 a day.
    expect(unitOf(lt)?.interestPerDayCents).toBeCloseTo(470, 6);
  });

  it('is unknown for a model of which no unit has a cost', () => {
    expect(economics({ sales: [sale(lt)] }).unitOf(tahoe)).toBeNull();
  });
});

describe('days to sell', () => {
  it('counts units still unsold', () => {
    const sales = [10, 20, 30, 40, 50].map((daysInStock) => sale(lt, { daysInStock }));
    // Ten at risk with five stuck beyond 50 days: 9/10, 8/10, 7/10, 6/10 and on day 50 one half.
    const stays = Array.from({ length: 5 }, () => stay(lt, '2026-05-01'));
    expect(economics({ sales, stays }).daysToSellOf(lt)).toEqual({
      medianDays: 50,
      isLowerBound: false,
      soldUnits: 5,
      unsoldUnits: 5,
      level: 'build',
    });
    expect(economics({ sales }).daysToSellOf(lt)?.medianDays).toBe(30);
  });

  it('asks the trim, the model, the store when the build has sold too few', () => {
    const sales = [1, 2, 3, 4, 5].map((daysInStock) => sale(rs, { daysInStock }));
    expect(economics({ sales }).daysToSellOf(lt)).toMatchObject({ level: 'model', medianDays: 3 });
    expect(economics({ sales }).daysToSellOf(tahoe)).toMatchObject({ level: 'store' });
    expect(economics({ sales: sales.slice(1) }).daysToSellOf(lt)).toBeNull();
  });
});

describe('erosion of gross', () => {
  it('is the slope beyond the target days, within builds', () => {
    // LT loses 1,000 cents a day beyond day 60; RS earns less at any age, which is no erosion.
    const ages = Array.from({ length: 20 }, (_, index) => 20 + index * 5);
    const sales = ages.flatMap((daysInStock) => [
      sale(lt, { daysInStock, grossCents: 300_000 - 1000 * Math.max(0, daysInStock - 60) }),
      sale(rs, { daysInStock, grossCents: 100_000 - 1000 * Math.max(0, daysInStock - 60) }),
    ]);
    expect(economics({ sales }).unitOf(lt)?.erosionPerDayCents).toBeCloseTo(1000, 6);
  });

  it('is none when old units earned more, or too few were sold to tell', () => {
    const risen = Array.from({ length: 40 }, (_, i) =>
      sale(lt, { daysInStock: 40 + i, grossCents: 100_000 + i * 1000 }),
    );
    expect(economics({ sales: risen }).unitOf(lt)?.erosionPerDayCents).toBe(0);
    const few = [sale(lt, { daysInStock: 61 }), sale(lt, { daysInStock: 90, grossCents: 0 })];
    expect(economics({ sales: few }).unitOf(lt)?.erosionPerDayCents).toBe(0);
  });
});
