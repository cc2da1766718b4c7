import { describe, expect, it } from 'vitest';
import { fitDynamicTheta, forecastDynamicTheta } from './dynamic-theta';

const values = Array.from({ length: 40 }, (_, t) => 100 + 2 * t + 5 * (((t * 37) % 17) / 8 - 1));

/** Straight from the model's equations, with the line through all values so far by least squares. */
function squaredError(history: readonly number[], alpha: number, share: number, first: number): number {
  let level = first;
  return history.reduce((sum, value, t) => {
    const before = history.slice(0, t);
    const center = (t + 1) / 2;
    const square = before.reduce((total, _, i) => total + (i + 1 - center) ** 2, 0);
    const product = before.reduce((total, one, i) => total + (i + 1 - center) * one, 0);
    const slope = square > 0 ? product / square : 0;
    const mean = t > 0 ? before.reduce((total, one) => total + one, 0) / t : 0;
    const pull = (1 - alpha) ** t * (mean - center * slope) + ((1 - (1 - alpha) ** (t + 1)) / alpha) * slope;
    const error = value - level - share * pull;
    level += alpha * (value - level);
    return sum + error ** 2;
  }, 0);
}

describe('dynamic theta', () => {
  it('has the squared error of its equations', () => {
    const fit = fitDynamicTheta(values);
    const direct = squaredError(values, fit.alpha, fit.share, fit.firstLevel);
    expect(fit.squaredError / direct).toBeCloseTo(1, 9);
  });

  it('finds no better share or first level beside its own', () => {
    const { alpha, share, firstLevel, squaredError: least } = fitDynamicTheta(values);
    for (const [more, higher] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 1],
      [0, -1],
    ] as const)
      expect(squaredError(values, alpha, share + more, firstLevel + higher)).toBeGreaterThan(least);
  });

  it('goes on with a constant and follows a line', () => {
    expect(forecastDynamicTheta(Array<number>(20).fill(7), 3)).toEqual(
      [7, 7, 7].map((value) => expect.closeTo(value, 6)),
    );
    const line = Array.from({ length: 40 }, (_, t) => 10 + 3 * t);
    const [next = 0] = forecastDynamicTheta(line, 1);
    expect(Math.abs(next - 130)).toBeLessThan(3);
  });
});
