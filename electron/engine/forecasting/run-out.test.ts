import { describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { runOut } from './run-out';

const steady = forecastSeries(
  { id: 'a', grain: 'month', start: '2024-01', values: Array<number>(24).fill(4) },
  { horizon: 3, model: 'auto' },
  unavailableLibraries,
);

describe('a trim that is built no more', () => {
  it('sells what is left and then nothing', () => {
    // Four a month: of 6 left, 4 and then 2.
    const { points, total, note } = runOut(steady, 6, 'built no more');
    expect(points.map(({ mean }) => mean)).toEqual([4, 2, 0].map((mean) => expect.closeTo(mean, 6)));
    expect(total.mean).toBeCloseTo(6, 6);
    expect(points[2]?.quantiles['0.95']).toBe(0);
    expect(note).toContain('built no more');
  });

  it('with nothing left is 0', () => {
    expect(runOut(steady, 0, 'gone').total).toMatchObject({ mean: 0, quantiles: { '0.95': 0 } });
  });
});
