import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { smoothIntermittent, tsb } from './tsb';

describe('TSB', () => {
  it('smooths the probability in every period and the size at sales', () => {
    // alpha = beta = 0.5 from p 0.5, z 2 over 0, 4:
    // 0: error (0 - 1)^2 = 1, p = 0.25. 4: error (4 - 0.25 * 2)^2 = 12.25, p = 0.625, z = 3. Mean 0.625 * 3.
    const fit = smoothIntermittent([0, 4], 0.5, 0.5, { probability: 0.5, size: 2 });
    expect(fit.mean).toBeCloseTo(1.875, 12);
    expect(fit.squaredError).toBeCloseTo(13.25, 12);
  });

  it('fades when sales stop, and is level over the horizon', () => {
    const context = { season: 12, horizon: 3, start: '2024-01', libraries: unavailableLibraries };
    const selling = [1, 0, 2, 1, 0, 1, 1, 0, 1, 2];
    const [before] = tsb.forecast(selling, context);
    const [after, second] = tsb.forecast([...selling, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], context);
    expect(after).toBeLessThan(0.7 * (before ?? 0));
    expect(second).toBe(after);
  });

  it('forecasts nothing where nothing was ever sold', () => {
    const context = { season: 12, horizon: 2, start: '2024-01', libraries: unavailableLibraries };
    expect(tsb.forecast([0, 0, 0, 0, 0], context)).toEqual([0, 0]);
  });
});
