import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { logSmoothing } from './log-smoothing';
import { theta } from './theta';

const context = { season: 1, horizon: 3, start: '2020-01', libraries: unavailableLibraries };

describe('smoothing of logarithms', () => {
  it('goes on with a constant', () => {
    for (const mean of logSmoothing.forecast(Array<number>(24).fill(12), context))
      expect(mean).toBeCloseTo(12, 6);
  });

  it('grows with the unit', () => {
    const history = [4, 7, 0, 5, 9, 6, 3, 8, 5, 5];
    const once = logSmoothing.forecast(history, context);
    const tenfold = logSmoothing.forecast(
      history.map((value) => 10 * value),
      context,
    );
    tenfold.forEach((mean, step) => {
      expect(mean).toBeCloseTo(10 * (once[step] ?? 0), 6);
    });
  });

  it('lies at the geometric mean of a level that has no memory', () => {
    // Nothing is learned from 1 and 9 by turns, as so many of them say clearly, so all weigh alike: shift 0.3 * 5 = 1.5, sqrt(2.5 * 10.5) - 1.5 = 3.62.
    const turns = Array.from({ length: 800 }, (_, t) => (t % 2 === 0 ? 1 : 9));
    expect(logSmoothing.forecast(turns, context)[0]).toBeCloseTo(Math.sqrt(2.5 * 10.5) - 1.5, 1);
  });

  it('is pulled up less than others by one month of many', () => {
    const history = [...Array<number>(30).fill(10), 12, 9, 200, 11];
    const [mean = 0] = logSmoothing.forecast(history, context);
    expect(mean).toBeLessThan(theta.forecast(history, context)[0] ?? 0);
  });

  it('has no say where values are below 0 or all 0', () => {
    expect(() => logSmoothing.forecast([3, -1, 2, 3, 4, 5, 6, 7], context)).toThrow(RangeError);
    expect(() => logSmoothing.forecast(Array<number>(12).fill(0), context)).toThrow(RangeError);
  });
});
