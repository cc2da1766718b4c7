import { describe, expect, it } from 'vitest';
import { targetIn } from './outcome-target';
import type { Sample } from './types';

function sample(grossPerUnitCents: number, daysToTurn: number): Sample {
  return {
    recommendedOn: '2026-01-01',
    knownOn: '2026-02-01',
    followUpDays: 60,
    parts: [],
    grossPerUnitCents,
    daysToTurn,
    unitsSold: 1,
  };
}

// Gross 100, 200, 300: mean 200, deviation 100. Days 0, e - 1, e^2 - 1: speed 0, -1, -2, mean -1, deviation 1.
const SAMPLES = [sample(100, 0), sample(200, Math.E - 1), sample(300, Math.E ** 2 - 1)];

describe('the target', () => {
  it('is gross in standard deviations', () => {
    expect(SAMPLES.map((one) => targetIn(SAMPLES, 'gross')(one).target)).toEqual([-1, 0, 1]);
  });

  it('is higher the faster the turn', () => {
    const targets = SAMPLES.map((one) => targetIn(SAMPLES, 'turn')(one).target);
    expect(targets[0]).toBeCloseTo(1, 12);
    expect(targets[2]).toBeCloseTo(-1, 12);
  });

  it('is half of each when balanced: here the highest gross turns slowest', () => {
    const balanced = targetIn(SAMPLES, 'balanced');
    for (const one of SAMPLES) expect(balanced(one).target).toBeCloseTo(0, 12);
    // 400 is 2 deviations above the mean, e - 1 days are the mean speed.
    expect(balanced(sample(400, Math.E - 1)).target).toBeCloseTo(1, 12);
  });

  it('counts units a month on the lot for share', () => {
    const at = (unitsSold: number, daysToTurn: number) => ({ ...sample(0, daysToTurn), unitsSold });
    const lines = [at(1, 29), at(2, 29), at(4, 29)];
    // ln 1, ln 2, ln 4: mean ln 2, deviation ln 2.
    expect(lines.map((one) => targetIn(lines, 'share')(one).target)).toEqual([-1, 0, 1]);
  });

  it('says nothing where a column does not vary', () => {
    expect(targetIn([sample(100, 5), sample(100, 9)], 'gross')(sample(500, 5)).target).toBe(0);
  });
});
