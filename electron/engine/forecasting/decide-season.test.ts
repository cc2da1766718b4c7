import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { decideSeason } from './decide-season';
import type { DemandNode } from './demand-tree';
import type { StoreSeason } from './store-season';

const SHAPE = [0.6, 0.8, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 0.9, 0.9, 0.8, 1.4];
const LENGTH = 36;
const source: StoreSeason = {
  months: {
    start: '2024-01',
    units: Array.from({ length: LENGTH }, (_, t) => Math.round(100 * (SHAPE[t % 12] ?? 1))),
    sellingDays: Array<number>(LENGTH).fill(1),
  },
  calendar: { start: '2024-01', parts: Array.from({ length: LENGTH + 6 }, (_, t) => [[t % 12, 1] as const]) },
};
const model = (unitsOf: (t: number) => number): DemandNode => ({
  level: 'model',
  of: {},
  series: {
    id: 'model',
    grain: 'month',
    start: '2024-01',
    values: Array.from({ length: LENGTH }, (_, t) => unitsOf(t)),
  },
  evidence: null,
  runningUnits: null,
  coming: null,
  children: [],
});

describe('borrowing the season', () => {
  it('is kept where it makes the past come out better', () => {
    // Four units a month, up to three off, unlike for each model.
    const noise = (t: number, which: number) => (((t * t * 7 + (3 + which) * t) % 11) - 5) / 2;
    const alike = [0, 1, 2, 3, 4].map((which) =>
      model((t) => Math.max(0, Math.round(4 * (SHAPE[t % 12] ?? 1) + noise(t, which)))),
    );
    const decision = decideSeason('model', alike, source, 6);
    expect(decision).toMatchObject({ isBorrowed: true, origins: 9 });
    expect(decision.errorRatio).toBeLessThan(0.98);
  });

  it('is given up where series go against the store', () => {
    const contrary = model((t) => 5 * (2 - (SHAPE[t % 12] ?? 1)));
    const decision = decideSeason('model', [contrary], source, 6);
    expect(decision.isBorrowed).toBe(false);
    expect(decision.errorRatio).toBeGreaterThan(1.02);
  });

  it('stands untested where the history is short', () => {
    const short = model((t) => t);
    const young = {
      ...short,
      series: { ...short.series, start: addPeriods('2024-01', 30), values: [1, 2, 1, 2] },
    };
    expect(decideSeason('model', [young], source, 6)).toMatchObject({ isBorrowed: true, errorRatio: null });
  });
});
