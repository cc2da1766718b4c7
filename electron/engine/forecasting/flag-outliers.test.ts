import { addPeriods } from '@shared/domain/period';
import { describe, expect, it } from 'vitest';
import { flagOutliers } from './flag-outliers';

const historyOf = (units: number[]) =>
  units.map((value, index) => ({ period: addPeriods('2025-01', index), units: value, demand: value }));

describe('unusual periods', () => {
  const quiet = [10, 12, 9, 11, 10, 8, 12, 11, 9, 10, 13, 10, 9, 11];

  it('are flagged, whether high or low', () => {
    const high = quiet.map((units, index) => (index === 6 ? 40 : units));
    const flat = quiet.map(() => 1);
    // Around it the median is 10: 2 (sqrt(40.375) - sqrt(10.375)) = 6.3 deviations.
    expect(flagOutliers(historyOf(high), flat)).toEqual([
      { period: '2025-07', units: 40, expected: expect.closeTo(10, 0) },
    ]);
    const low = quiet.map((units, index) => (index === 6 ? 0 : units));
    expect(flagOutliers(historyOf(low), flat).map(({ period }) => period)).toEqual(['2025-07']);
  });

  it('are not chance, nor season, nor a year too short to tell', () => {
    expect(
      flagOutliers(
        historyOf(quiet),
        quiet.map(() => 1),
      ),
    ).toEqual([]);
    const december = quiet.map((units, index) => (index === 11 ? 30 : units));
    const season = quiet.map((_, index) => (index === 11 ? 3 : 1));
    expect(flagOutliers(historyOf(december), season)).toEqual([]);
    expect(flagOutliers(historyOf([1, 1, 40, 1]), [1, 1, 1, 1])).toEqual([]);
  });
});
