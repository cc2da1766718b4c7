import { describe, expect, it } from 'vitest';
import { buildDemandTree, completeWindow, type DemandRows, mergeSpans } from './demand-tree';

const ford = { make: 'Ford', model: 'F-150' };
const rows: DemandRows = {
  cells: [
    { ...ford, trim: 'XLT', period: '2026-01', units: 3 },
    { ...ford, trim: 'XLT', period: '2026-03', units: 1 },
    { ...ford, trim: null, period: '2026-02', units: 2 },
    { ...ford, trim: 'XLT', period: '2026-04', units: 9 },
    { make: 'Ford', model: 'Focus', trim: 'SE', period: '2024-05', units: 4 },
  ],
  spans: [
    { ...ford, trim: 'XLT', from: '2025-12-01', to: '2026-01-31' },
    // February has 28 days: in stock from the 15th on, 14 of them.
    { ...ford, trim: 'XLT', from: '2026-02-15', to: '2026-04-10' },
    { ...ford, trim: null, from: '2026-02-01', to: '2026-04-10' },
  ],
  firstSoldOn: '2024-05-02',
  lastSoldOn: '2026-04-09',
};

describe('the demand tree', () => {
  const tree = buildDemandTree(rows, 'month', '2026-04-10', 'trim');

  it('ends with the last whole month', () => {
    expect(completeWindow(rows, 'month', '2026-04-10')).toMatchObject({ first: '2024-05', last: '2026-03' });
    expect(completeWindow(rows, 'month', '2026-04-30')?.last).toBe('2026-03');
    expect(completeWindow({ ...rows, lastSoldOn: '2026-04-28' }, 'month', '2026-04-30')?.last).toBe(
      '2026-04',
    );
    expect(completeWindow({ ...rows, firstSoldOn: '2024-05-12' }, 'month', '2026-04-10')?.first).toBe(
      '2024-06',
    );
    expect(completeWindow({ ...rows, firstSoldOn: '2026-04-01' }, 'month', '2026-04-10')).toBeNull();
  });

  it('takes an old sales file as far as it goes', () => {
    // Stock as of May, but the newest sale is of 9 April: April is not known to be whole.
    expect(completeWindow(rows, 'month', '2026-05-31')?.last).toBe('2026-03');
  });

  it('counts every sale at the top, retired models too', () => {
    expect(tree?.series).toMatchObject({ id: 'store', start: '2024-05' });
    expect(tree?.series.values.reduce<number>((sum, units) => sum + (units ?? 0), 0)).toBe(10);
    expect(tree?.children.map(({ model }) => model)).toEqual(['F-150']);
  });

  it('begins a series with its first day in stock', () => {
    const [model] = tree?.children ?? [];
    expect(model?.series).toMatchObject({ id: 'model:Ford|F-150', start: '2025-12', values: [0, 3, 2, 1] });
    expect(model?.series.inStockShare).toEqual([1, 1, 1, 1]);
    const [xlt, unknown] = model?.children ?? [];
    expect(xlt?.series).toMatchObject({ id: 'trim:Ford|F-150|XLT', values: [0, 3, 0, 1] });
    expect(xlt?.series.inStockShare).toEqual([1, 1, 14 / 28, 1]);
    expect(unknown?.series).toMatchObject({ id: 'trim:Ford|F-150|', start: '2026-02', values: [2, 0] });
  });

  it('says nothing of stock that is not known', () => {
    const blind = buildDemandTree({ ...rows, spans: null }, 'month', '2026-04-10', 'store');
    expect(blind?.series).not.toHaveProperty('inStockShare');
    expect(blind?.children).toEqual([]);
  });

  it('counts weeks by the ISO calendar', () => {
    const weekly = {
      ...rows,
      cells: [{ ...ford, trim: 'XLT', period: '2026-W13', units: 2 }],
      firstSoldOn: '2026-03-23',
    };
    const week = buildDemandTree(weekly, 'week', '2026-04-05', 'model');
    // 23 March is the Monday of week 13, 5 April the Sunday of week 14; the stay begins before.
    expect(week?.series).toMatchObject({ grain: 'week', start: '2026-W13', values: [2, 0] });
  });

  it('joins spans that touch', () => {
    expect(
      mergeSpans([
        { from: '2026-02-01', to: '2026-02-03' },
        { from: '2026-01-01', to: '2026-01-31' },
        { from: '2026-01-05', to: '2026-01-06' },
        { from: '2026-03-01', to: '2026-03-01' },
      ]),
    ).toEqual([
      { from: '2026-01-01', to: '2026-02-03' },
      { from: '2026-03-01', to: '2026-03-01' },
    ]);
  });
});
