import { describe, expect, it } from 'vitest';
import { pooledEvidence } from './pooled-evidence';
import type { StockEvidence } from './stock-days';

const months = (count: number, units: number, openShare: number): StockEvidence[] =>
  Array.from({ length: count }, () => ({ units, openUnits: units, openShare, inStockShare: openShare }));

describe('pooledEvidence', () => {
  it('weighs the open days of builds by what they sell while they are there', () => {
    const [first] = pooledEvidence(months(1, 4, 1), [months(1, 3, 1), months(1, 1, 0.5)]);
    // Local weights are 1 for a single month. Mean rate 4 / 1.5 = 2.667; half a unit of prior is 0.1875 months of it.
    // (3 + 0.5) / (1 + 0.1875) = 2.9474 and (1 + 0.5) / (0.5 + 0.1875) = 2.1818:
    // open = (2.9474 x 1 + 2.1818 x 0.5) / 5.1292 = 0.7873.
    expect(first?.openShare).toBeCloseTo(0.7873, 4);
    expect(first?.openUnits).toBe(4);
    expect(first?.units).toBe(4);
  });

  it('is fully open where every build is', () => {
    for (const { openShare } of pooledEvidence(months(5, 3, 1), [months(5, 2, 1), months(5, 1, 1)]))
      expect(openShare).toBeCloseTo(1, 12);
  });

  it('leaves out a build before its first sale or day in stock, and one not there within reach', () => {
    const late = [...months(3, 0, 0), ...months(3, 1, 0.5)];
    const pooled = pooledEvidence(months(6, 2, 1), [months(6, 1, 1), late]);
    // Before the late build came only the first counts; then the mean of both lies between their shares.
    for (const { openShare } of pooled.slice(0, 3)) expect(openShare).toBeCloseTo(1, 12);
    for (const { openShare } of pooled.slice(3)) {
      expect(openShare).toBeGreaterThan(0.5);
      expect(openShare).toBeLessThan(1);
    }
    const gone = [...months(1, 1, 1), ...months(9, 0, 0)];
    expect(pooledEvidence(months(10, 1, 1), [months(10, 1, 1), gone])[9]?.openShare).toBeCloseTo(1, 12);
  });

  it('keeps the series’ own share where no build is known to have been there', () => {
    expect(pooledEvidence(months(2, 0, 0.4), [months(2, 0, 0), months(2, 0, 0)])[0]?.openShare).toBe(0.4);
  });
});
