import { describe, expect, it } from 'vitest';
import { bootstrapConfidence } from './paired-bootstrap';

describe('bootstrap confidence', () => {
  it('is certain when every outcome says the same, and even when none says anything', () => {
    expect(bootstrapConfidence([1, 2, 3], 1)).toBe(1);
    expect(bootstrapConfidence([-1, -2], 1)).toBe(0);
    expect(bootstrapConfidence([0, 0, 0], 1)).toBe(0.5);
    expect(bootstrapConfidence([], 1)).toBe(0.5);
  });

  it('comes near the exact share, a sum of zero counting half', () => {
    // Three draws from +1, +1, -2: above zero only with no -2 (8/27); zero with one (12/27, counted half).
    const share = bootstrapConfidence([1, 1, -2], 7);
    expect(share).toBeGreaterThan(14 / 27 - 0.04);
    expect(share).toBeLessThan(14 / 27 + 0.04);
  });

  it('gives the same answer for the same seed', () => {
    const differences = Array.from({ length: 40 }, (_, index) => Math.sin(index) + 0.1);
    expect(bootstrapConfidence(differences, 3)).toBe(bootstrapConfidence(differences, 3));
  });
});
