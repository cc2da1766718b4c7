import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { quarterlyTheta, quarterMeans } from './quarterly-theta';

describe('quarterly theta', () => {
  it('takes means of quarters that end with the last period', () => {
    // Seven months: the first is left out, then (1 + 2 + 3) / 3 and (4 + 5 + 9) / 3.
    expect(quarterMeans([100, 1, 2, 3, 4, 5, 9], 3)).toEqual([2, 6]);
  });

  it('gives each month the mean of its quarter', () => {
    const context = { season: 12, horizon: 4, start: '2020-01', libraries: unavailableLibraries };
    const means = quarterlyTheta.forecast(
      Array.from({ length: 24 }, (_, month) => 10 + 3 * Math.floor(month / 3)),
      context,
    );
    expect(means[0]).toBe(means[2]);
    expect((means[3] ?? 0) - (means[2] ?? 0)).toBeGreaterThan(0.5);
  });
});
