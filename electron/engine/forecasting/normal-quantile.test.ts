import { describe, expect, it } from 'vitest';
import { normalQuantile, studentQuantile } from './normal-quantile';

describe('quantiles of bell curves', () => {
  it.each([
    [0.5, 0],
    [0.75, 0.6744898],
    [0.9, 1.2815516],
    [0.95, 1.6448536],
    [0.05, -1.6448536],
    [0.999, 3.0902323],
    [1e-13, -7.3488],
  ])('normal at %d is %d', (level, expected) => {
    expect(normalQuantile(level)).toBeCloseTo(expected, level < 1e-6 ? 3 : 6);
  });

  it.each([
    [0.95, 6, 1.9432],
    [0.9, 6, 1.4398],
    [0.95, 3, 2.3534],
    [0.25, 10, -0.6998],
  ])("Student's t at %d with %d degrees is %d", (level, freedom, expected) => {
    expect(Math.abs(studentQuantile(level, freedom) - expected)).toBeLessThan(0.02);
  });
});
