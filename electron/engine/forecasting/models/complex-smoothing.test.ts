import { describe, expect, it } from 'vitest';
import { fitComplexSmoothing, forecastComplexSmoothing } from './complex-smoothing';

const values = Array.from({ length: 48 }, (_, t) => 80 + t + 6 * (((t * 37) % 17) / 8 - 1));

describe('complex smoothing', () => {
  it('has the squared error of its equations', () => {
    const { real, imaginary, level: first, other: second, squaredError } = fitComplexSmoothing(values);
    let [level, other, square] = [first, second, 0];
    for (const value of values) {
      const error = value - level;
      square += error ** 2;
      const next = level - (1 - imaginary) * other + (real - imaginary) * error;
      other = level + (1 - real) * other + (real + imaginary) * error;
      level = next;
    }
    expect(squaredError / square).toBeCloseTo(1, 6);
  });

  it('fits better than the last value does', () => {
    const naive = values.slice(1).reduce((sum, value, t) => sum + (value - (values[t] ?? 0)) ** 2, 0);
    expect(fitComplexSmoothing(values).squaredError).toBeLessThan(naive);
  });

  it('goes on with a constant', () => {
    const means = forecastComplexSmoothing(Array<number>(24).fill(12), 4);
    for (const mean of means) expect(mean).toBeCloseTo(12, 3);
  });
});
