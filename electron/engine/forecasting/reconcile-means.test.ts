import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcileMeans, type TreeNode } from './reconcile-means';

const leaf = (mean: number, variance: number): TreeNode => ({ mean, variance, children: [] });

describe('reconciliation', () => {
  it('moves each part by its variance', () => {
    // Whole 10 (variance 4) against parts 4 + 4 (variances 1 + 3 = 4): the whole becomes 9, and of the 1 that the
    // parts lack the first gets a quarter.
    const small = leaf(4, 1);
    const large = leaf(4, 3);
    const root = { mean: 10, variance: 4, children: [small, large] };
    const means = reconcileMeans(root);
    expect(means.get(root)).toBeCloseTo(9, 9);
    expect(means.get(small)).toBeCloseTo(4.25, 9);
    expect(means.get(large)).toBeCloseTo(4.75, 9);
  });

  it('agrees with the normal equations on two levels', () => {
    // Minimise (t - 12)^2 / 2 + (a - 3)^2 / 1 + (b - 5)^2 / 2 with t = a + b: surplus 4 of the whole spreads over
    // variances 2, 1, 2: t = 12 - 4 * 2/5, a = 3 + 4 * 1/5, b = 5 + 4 * 2/5.
    const a = leaf(3, 1);
    const b = leaf(5, 2);
    const root = { mean: 12, variance: 2, children: [a, b] };
    const means = reconcileMeans(root);
    expect(means.get(root)).toBeCloseTo(10.4, 6);
    expect(means.get(a)).toBeCloseTo(3.8, 6);
    expect(means.get(b)).toBeCloseTo(6.6, 6);
  });

  it('stops at 0 and lets the others give', () => {
    // Whole 1 is certain; parts 0.1 and 4 with equal variance would become -1.45 and 2.45.
    const tiny = leaf(0.1, 1);
    const rest = leaf(4, 1);
    const root = { mean: 1, variance: 0, children: [tiny, rest] };
    const means = reconcileMeans(root);
    expect(means.get(tiny)).toBe(0);
    expect(means.get(rest)).toBeCloseTo(1, 3);
  });

  it('always adds up, and keeps non-negative means so', () => {
    const node = fc.record({
      mean: fc.double({ min: 0, max: 200, noNaN: true }),
      variance: fc.double({ min: 0, max: 400, noNaN: true }),
    });
    const tree = fc.tuple(node, fc.array(fc.tuple(node, fc.array(node, { maxLength: 5 })), { maxLength: 5 }));
    fc.assert(
      fc.property(tree, ([top, models]) => {
        const root: TreeNode = {
          ...top,
          children: models.map(([model, trims]) => ({
            ...model,
            children: trims.map((trim) => ({ ...trim, children: [] })),
          })),
        };
        const means = reconcileMeans(root);
        for (const [parent, mean] of means) {
          expect(mean).toBeGreaterThanOrEqual(0);
          if (parent.children.length === 0) continue;
          const sum = parent.children.reduce((total, child) => total + (means.get(child) ?? 0), 0);
          expect(Math.abs(sum - mean)).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
