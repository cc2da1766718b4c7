import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothWith } from './simple-smoothing';
import { averageLevel } from './smoothing-average';

describe('a level by several smoothing weights', () => {
  it('counts each by a root of its likelihood', () => {
    // History 0, 1. Weight 0.5: the first level 0.4 errs by -0.4 and 0.8, squares 0.8, and ends at 0.6. Weight 1: the
    // first level 0 errs by 0 and 1 and ends at 1. Shares 1 and (0.8 / 1)^(2 / 8) = 0.945742:
    // (0.6 + 0.945742) / 1.945742 = 0.794423.
    expect(averageLevel([0, 1], [0.5, 1])).toBeCloseTo(0.794423, 6);
  });

  it('is a constant history itself', () => {
    expect(averageLevel([7, 7, 7])).toBeCloseTo(7, 9);
  });

  it('lies between the levels of its weights', () => {
    const histories = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(histories, (history) => {
        const alphas = [0.1, 0.4, 0.8];
        const levels = alphas.map((alpha) => smoothWith(history, alpha).level);
        const level = averageLevel(history, alphas);
        expect(level).toBeGreaterThanOrEqual(Math.min(...levels) - 1e-9);
        expect(level).toBeLessThanOrEqual(Math.max(...levels) + 1e-9);
      }),
    );
  });

  it('follows quickly in the long run where the history wanders', () => {
    // A staircase: only the quickest weight keeps up, and 3,000 values say so.
    const stairs = Array.from({ length: 3000 }, (_, t) => Math.floor(t / 10));
    expect(averageLevel(stairs)).toBeGreaterThan(298);
  });
});
