import { describe, expect, it } from 'vitest';
import { newBuildDemand } from './new-build-demand';

const USUAL = 1 / 30;
const none = { sold: [0, 0, 0, 0], open: [0, 0, 0, 0] };
const demandOf = (evidence: { sold: number[]; open: number[] }[], ageDays: number) =>
  newBuildDemand(evidence, USUAL, ageDays);
const meanOf = (evidence: { sold: number[]; open: number[] }, ageDays: number, days: number) =>
  demandOf([evidence], ageDays)[0]?.perDay(days) ?? Number.NaN;

describe('newBuildDemand', () => {
  it('takes a build before its launch for a usual one, within wide bounds', () => {
    const [demand] = demandOf([none], 0);
    // At the start the eleven shapes stand at 1, 1.6 x 2, 2.6 x 2, 0.25 x 2, 0.55 x 2 and 0.3 x 2: 11.6 / 11.
    expect(demand?.perDay(0)).toBeCloseTo((USUAL * 11.6) / 11, 10);
    // One unit and a fifth of a prior alone make the variance 1 / 1.2 of the squared mean.
    expect(demand?.dispersion).toBeGreaterThan(1 / 1.2);
  });

  it('takes selling out in five days for strong evidence', () => {
    const soldOut = { sold: [0, 0, 0, 2], open: [0, 0, 0, 5] };
    const slow = { sold: [0, 0, 1, 1], open: [0, 0, 15, 15] };
    // Were the shape level: (1.2 + 2) / (1.2 x 30 + 5) = 0.078 a day against (1.2 + 2) / (36 + 30) = 0.048.
    expect(meanOf(soldOut, 15, 30)).toBeGreaterThan(1.5 * meanOf(slow, 30, 30));
    expect(meanOf(soldOut, 15, 30)).toBeGreaterThan(1.5 * USUAL);
  });

  it('expects what sells far above the usual to settle, and what sold little at first to grow', () => {
    const four = (sold: number[]) => Array.from({ length: 4 }, () => ({ sold, open: [15, 15, 15, 15] }));
    const ratioOf = (sold: number[]) => {
      const [demand] = demandOf(four(sold), 60);
      return (demand?.perDay(150) ?? 0) / (demand?.perDay(0) ?? 1);
    };
    expect(ratioOf([3, 2, 1, 1])).toBeLessThan(0.85);
    expect(ratioOf([0, 0, 1, 1])).toBeGreaterThan(1.2);
  });

  it('falls with every day in stock without a sale', () => {
    const unsold = [1, 5, 15].map((open) => meanOf({ sold: [0, 0, 0, 0], open: [0, 0, 0, open] }, 15, 60));
    expect(unsold[1]).toBeLessThan(unsold[0] ?? 0);
    expect(unsold[2]).toBeLessThan(unsold[1] ?? 0);
  });
});
