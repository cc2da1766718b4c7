import { describe, expect, it } from 'vitest';
import { decomposeSeason, seasonalStrength } from './seasonal-decomposition';

const noise = (t: number) => (((t * 37) % 17) - 8) / 8;

describe('seasonal decomposition', () => {
  it('gives parts that add up', () => {
    const history = Array.from({ length: 60 }, (_, t) => 50 + t + 10 * Math.sin(t) + noise(t));
    const { trend, season, remainder } = decomposeSeason(history, 12);
    history.forEach((value, t) => {
      expect((trend[t] ?? 0) + (season[t] ?? 0) + (remainder[t] ?? 0)).toBeCloseTo(value, 9);
    });
  });

  it('finds a line and a season that are there', () => {
    const wave = (t: number) => 8 * Math.sin((t * Math.PI) / 6);
    const { trend, season } = decomposeSeason(
      Array.from({ length: 72 }, (_, t) => 100 + 0.5 * t + wave(t)),
      12,
    );
    expect(trend[36]).toBeCloseTo(118, 1);
    expect(Math.abs((season[38] ?? 0) - wave(38))).toBeLessThan(0.2);
  });

  it('calls a pure season strong and pure noise weak', () => {
    const strengthOf = (values: number[]) => seasonalStrength(decomposeSeason(values, 12));
    expect(strengthOf(Array.from({ length: 60 }, (_, t) => t % 12))).toBeGreaterThan(0.99);
    expect(strengthOf(Array.from({ length: 60 }, (_, t) => noise(t)))).toBeLessThan(0.64);
  });

  it('needs two seasons and one value', () => {
    expect(() => decomposeSeason(Array<number>(24).fill(1), 12)).toThrow(RangeError);
  });
});
