import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { autoregression, fitAutoregression } from './autoregression';

describe('autoregression', () => {
  it('has the reflection of Burg at order 1', () => {
    // Values 2, 1, -1, -2: products 2 - 1 + 2 = 3; squares (1 + 1 + 4) + (4 + 1 + 1) = 12; 2 * 3 / 12 = 0.5.
    const long = Array.from({ length: 40 }, (_, t) => 0.9 ** t);
    expect(fitAutoregression([2, 1, -1, -2], 1)).toEqual([]);
    expect(fitAutoregression(long, 1)[0]).toBeCloseTo((2 * 0.9) / (1 + 0.81), 12);
  });

  it('goes on with a cycle and comes back to the mean', () => {
    const context = { season: 12, horizon: 240, start: '2020-01', libraries: unavailableLibraries };
    const cycle = Array.from(
      { length: 120 },
      (_, t) => 50 + 10 * Math.sin((t * Math.PI) / 6) + ((t * 7) % 5) - 2,
    );
    const means = autoregression.forecast(cycle, context);
    expect(means[2]).toBeGreaterThan(55);
    expect(means[8]).toBeLessThan(45);
    // The season itself goes on; a level above it does not.
    const raised = autoregression.forecast([...cycle.slice(0, -3), 75, 75, 75], context);
    expect(Math.abs((raised.at(-1) ?? 0) - (means.at(-1) ?? 0))).toBeLessThan(3);
  });

  it('keeps a constant', () => {
    const context = { season: 12, horizon: 2, start: '2020-01', libraries: unavailableLibraries };
    expect(autoregression.forecast(Array<number>(20).fill(7), context)).toEqual([7, 7]);
  });
});
