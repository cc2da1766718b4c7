import { describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import { levelFactor, updateWithRunning } from './update-with-running';

const steady = forecastSeries(
  { id: 'a', grain: 'month', start: '2024-01', values: Array.from({ length: 24 }, (_, t) => 10 + (t % 3)) },
  { horizon: 3, model: 'auto' },
  unavailableLibraries,
);

describe('the period under way', () => {
  it('moves the level by what it sold against what was due', () => {
    // Variance beyond Poisson of the sum: (18^2 - 60) / 60^2 = 0.0733; precision 13.64. Of 10 expected half is due.
    const precision = 3600 / 264;
    expect(levelFactor(10, 60, 18, { units: 8, elapsed: 0.5 })).toBeCloseTo(
      (precision + 8) / (precision + 5),
      9,
    );
    expect(levelFactor(10, 60, 18, { units: 5, elapsed: 0.5 })).toBeCloseTo(1, 9);
  });

  it('ends with what was sold when the period does', () => {
    const over = updateWithRunning(steady, { units: 7, elapsed: 1 });
    expect(over.points[0]?.mean).toBeCloseTo(7, 9);
    expect(over.points[1]?.mean).toBeLessThan(steady.points[1]?.mean ?? 0);
  });

  it('never forecasts less than was sold already', () => {
    const busy = updateWithRunning(steady, { units: 30, elapsed: 0.3 });
    expect(busy.points[0]?.mean).toBeGreaterThan(30);
    expect(busy.total.mean).toBeCloseTo(
      busy.points.reduce((sum, { mean }) => sum + mean, 0),
      9,
    );
  });

  it('says nothing before the first selling day', () => {
    expect(updateWithRunning(steady, { units: 0, elapsed: 0 })).toEqual(steady);
  });
});
