import { describe, expect, it } from 'vitest';
import { seasonFactors } from './season-factors';
import { estimateSeason, type StoreSeason } from './store-season';

const SHAPE = [0.7, 0.8, 1.05, 1.05, 1.1, 1.05, 1.05, 1, 0.95, 0.95, 0.95, 1.35];
/** Up to 6 % off, adding up to 0 over fifteen months; means of three that fall on one month are up to 5 % off. */
const NOISE = [
  0.06, -0.04, -0.05, 0.03, 0.01, -0.02, 0.04, -0.03, -0.01, 0.05, -0.06, 0.02, 0.03, -0.05, 0.02,
];

const monthsOf = (meanOf: (t: number) => number, length = 36): StoreSeason['months'] => ({
  start: '2023-11',
  units: Array.from({ length }, (_, t) => Math.round(meanOf(t) * (1 + (NOISE[t % NOISE.length] ?? 0)))),
  sellingDays: Array<number>(length).fill(1),
});
const january = (t: number) => SHAPE[(t + 10) % 12] ?? 1;

describe('the season of a store', () => {
  it('is found, and found to repeat, in three years of months', () => {
    const season = estimateSeason(
      monthsOf((t) => 90 * january(t)),
      36,
    );
    season?.forEach((factor, month) => {
      expect(Math.abs(factor / (SHAPE[month] ?? 1) - 1), `month ${month + 1}`).toBeLessThan(0.07);
    });
  });

  it('is apart from a trend', () => {
    const season = estimateSeason(
      monthsOf((t) => (60 + t) * january(t)),
      36,
    );
    expect((season?.[0] ?? 0) / (SHAPE[0] ?? 1)).toBeCloseTo(1, 1);
    expect((season?.[11] ?? 0) / (SHAPE[11] ?? 1)).toBeCloseTo(1, 1);
  });

  it('is flat where there is none', () => {
    const season = estimateSeason(
      monthsOf(() => 90),
      36,
    );
    for (const factor of season ?? []) expect(Math.abs(factor - 1)).toBeLessThan(0.04);
  });

  it('takes longer months for longer, not for better', () => {
    const months = monthsOf(() => 90);
    const sellingDays = months.units.map((_, t) => (t % 2 === 0 ? 1.1 : 0.9));
    const units = months.units.map((value, t) => value * (sellingDays[t] ?? 1));
    for (const factor of estimateSeason({ ...months, units, sellingDays }, 36) ?? [])
      expect(Math.abs(factor - 1)).toBeLessThan(0.04);
  });

  it('is not guessed from a year, nor from nothing', () => {
    expect(
      estimateSeason(
        monthsOf((t) => 90 * january(t)),
        14,
      ),
    ).toBeNull();
    expect(
      estimateSeason(
        monthsOf(() => 0),
        36,
      ),
    ).toBeNull();
  });

  it('is what was known at the origin', () => {
    const months = monthsOf((t) => 90 * january(t));
    const calendar = {
      start: '2023-11',
      parts: Array.from({ length: 42 }, (_, t) => [[(t + 10) % 12, 1] as const]),
    };
    const later = { ...months, units: months.units.map((units, t) => (t >= 24 ? 10 * units : units)) };
    const known = seasonFactors({ months, calendar }, '2024-03', 20, 6);
    expect(seasonFactors({ months: later, calendar }, '2024-03', 20, 6)).toEqual(known);
    expect(known).toHaveLength(26);
    // The history begins in March 2024; the tenth factor is January's.
    expect(known?.[10]).toBeLessThan(0.85);
  });
});
