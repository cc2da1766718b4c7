import { describe, expect, it } from 'vitest';
import type { DemandRows } from './demand-rows';
import { buildDemandTree } from './demand-tree';

const plain = { body: null, drivetrain: null, engine: null, package: null };
const ford = { make: 'Ford', model: 'F-150', ...plain };
const rows: DemandRows = {
  sales: [
    { ...ford, trim: 'XLT', drivetrain: '4x4', soldOn: '2026-01-10', units: 3 },
    { ...ford, trim: 'XLT', drivetrain: '4x2', soldOn: '2026-03-31', units: 1 },
    { ...ford, trim: null, soldOn: '2026-02-05', units: 2 },
    { ...ford, trim: 'XLT', drivetrain: '4x4', soldOn: '2026-04-09', units: 9 },
    { make: 'Ford', model: 'Focus', ...plain, trim: 'SE', soldOn: '2024-05-02', units: 4 },
  ],
  spans: [
    { ...ford, trim: 'XLT', drivetrain: '4x4', from: '2025-12-01', to: '2026-01-31' },
    // February has 28 days: in stock from the 15th on, 14 of them.
    { ...ford, trim: 'XLT', drivetrain: '4x2', from: '2026-02-15', to: '2026-04-10' },
    { ...ford, trim: null, from: '2026-02-01', to: '2026-04-10' },
  ],
  firstSoldOn: '2024-05-02',
  lastSoldOn: '2026-04-09',
};

describe('the demand tree', () => {
  const root = buildDemandTree(rows, 'month', '2026-04-10', 'build')?.root;

  it('counts every sale at the top, retired models too', () => {
    expect(root?.series).toMatchObject({ id: 'store', start: '2024-05' });
    expect(root?.series.values.reduce<number>((sum, units) => sum + (units ?? 0), 0)).toBe(10);
    expect(root?.children.map(({ of }) => of.model)).toEqual(['F-150']);
  });

  it('begins a series with its first day in stock', () => {
    const [model] = root?.children ?? [];
    expect(model?.series).toMatchObject({ id: 'model:Ford|F-150', start: '2025-12', values: [0, 3, 2, 1] });
    expect(model?.series.inStockShare).toEqual([1, 1, 1, 1]);
    const [xlt, unknown] = model?.children ?? [];
    expect(xlt?.series).toMatchObject({ id: 'trim:Ford|F-150|XLT', values: [0, 3, 0, 1] });
    expect(xlt?.series.inStockShare).toEqual([1, 1, 14 / 28, 1]);
    expect(unknown?.series).toMatchObject({ id: 'trim:Ford|F-150|', start: '2026-02', values: [2, 0] });
  });

  it('goes down to builds, whose sales add up to their trim', () => {
    const xlt = root?.children[0]?.children[0];
    expect(xlt?.children.map(({ series }) => [series.id, series.values])).toEqual([
      ['build:Ford|F-150|XLT||4x4||', [0, 3, 0, 0]],
      ['build:Ford|F-150|XLT||4x2||', [0, 1]],
    ]);
  });

  it('gives a trim that is only on its way a series without a past, and no new builds to one that has a past', () => {
    const coming = [
      { ...ford, trim: 'Tremor', drivetrain: '4x4', units: 2, arrivesOn: '2026-06-11' },
      { ...ford, trim: 'Tremor', drivetrain: '4x2', units: 1, arrivesOn: null },
      { ...ford, trim: 'XLT', drivetrain: 'AWD', units: 5, arrivesOn: null },
    ];
    const model = buildDemandTree({ ...rows, coming }, 'month', '2026-04-10', 'build')?.root.children[0];
    const [xlt, , tremor] = model?.children ?? [];
    // March is the last whole month; April and May pass before June.
    expect(tremor?.series).toMatchObject({ id: 'trim:Ford|F-150|Tremor', start: '2026-04', values: [] });
    expect(tremor?.coming).toEqual({ units: 3, periodsUntil: 2 });
    expect(tremor?.runningUnits).toBeNull();
    expect(tremor?.children.map(({ of }) => of.drivetrain)).toEqual(['4x4', '4x2']);
    expect(xlt?.children.map(({ of }) => of.drivetrain)).toEqual(['4x4', '4x2']);
    expect(model?.coming).toBeNull();
    // A trim of the past that is ordered again is one of the present.
    const again = [{ make: 'Ford', model: 'Focus', ...plain, trim: 'SE', units: 1, arrivesOn: null }];
    const revived = buildDemandTree({ ...rows, coming: again }, 'month', '2026-04-10', 'trim')?.root;
    expect(revived?.children.map(({ of }) => of.model)).toEqual(['F-150', 'Focus']);
  });

  it('keeps what the month under way has sold apart', () => {
    expect(root?.runningUnits).toBe(9);
    const whole = buildDemandTree({ ...rows, lastSoldOn: '2026-03-31' }, 'month', '2026-03-31', 'store');
    expect(whole?.root.runningUnits).toBeNull();
  });

  it('says nothing of stock that is not known', () => {
    const blind = buildDemandTree({ ...rows, spans: null }, 'month', '2026-04-10', 'store')?.root;
    expect(blind?.series).not.toHaveProperty('inStockShare');
    expect(blind?.evidence).toBeNull();
    expect(blind?.children).toEqual([]);
  });

  it('counts weeks by the ISO calendar, under ids of their own', () => {
    const weekly: DemandRows = {
      ...rows,
      sales: [{ ...ford, trim: 'XLT', soldOn: '2026-03-25', units: 2 }],
      firstSoldOn: '2026-03-23',
    };
    const week = buildDemandTree(weekly, 'week', '2026-04-05', 'model', 'used:')?.root;
    // 23 March is the Monday of week 13, 5 April the Sunday of week 14; the stay begins before.
    expect(week?.series).toMatchObject({
      id: 'used:store',
      grain: 'week',
      start: '2026-W13',
      values: [2, 0],
    });
    expect(week?.children[0]?.series.id).toBe('used:model:Ford|F-150');
  });
});
