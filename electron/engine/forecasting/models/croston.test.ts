import { describe, expect, it } from 'vitest';
import { unavailableLibraries } from '../libraries/unavailable-libraries.test-data';
import { croston, smoothIntervals } from './croston';
import { sba } from './sba';

const context = { season: 12, horizon: 2, start: '2024-01', libraries: unavailableLibraries };

describe('Croston', () => {
  it('smooths sizes and intervals at sales only', () => {
    // Sales of 3, 1, 2, 5 after 3, 2, 3, 1 periods. Sizes: 3, 2.8, 2.72, 2.948. Intervals: 3, 2.9, 2.91, 2.719.
    expect(smoothIntervals([0, 0, 3, 0, 1, 0, 0, 2, 5, 0], 0.1)).toBeCloseTo(2.948 / 2.719, 12);
  });

  it('is level over the horizon, SBA 5 % lower', () => {
    const [first, second] = croston.forecast([0, 2, 0, 2], context);
    expect([first, second]).toEqual([1, 1]);
    expect(sba.forecast([0, 2, 0, 2], context)).toEqual([0.95, 0.95]);
  });

  it('forecasts nothing where nothing was ever sold', () => {
    expect(croston.forecast([0, 0, 0, 0], context)).toEqual([0, 0]);
  });
});
