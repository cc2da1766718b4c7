import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { seasonIndices } from './season-indices';

const months = (units: number[]) =>
  units.map((count, index) => ({ month: addPeriods('2023-01', index), units: count }));

describe('seasonIndices', () => {
  it('finds a season, growth or not', () => {
    // Each March sells twice the level; the level doubles over three years.
    const units = Array.from({ length: 36 }, (_, index) => (100 + index * 3) * (index % 12 === 2 ? 2 : 1));
    const seasons = seasonIndices(months(units)) ?? [];
    // Twelve months at 1 and one of them at 2 have a mean of 13/12: March is 2 / (13/12) = 1.85, others 0.92.
    expect(seasons[2]).toBeCloseTo(1.85, 1);
    expect(seasons[7]).toBeCloseTo(0.92, 1);
    expect(seasons.reduce((sum, index) => sum + index, 0)).toBeCloseTo(12, 9);
  });

  it('is even where every month sells alike', () => {
    for (const index of seasonIndices(months(Array(30).fill(40))) ?? []) expect(index).toBeCloseTo(1, 9);
  });

  it('says nothing on less than two years', () => {
    expect(seasonIndices(months(Array(23).fill(40)))).toBeNull();
    expect(seasonIndices([])).toBeNull();
  });
});
