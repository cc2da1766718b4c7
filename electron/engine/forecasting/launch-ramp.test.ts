import { describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { forecastLaunch, measureRamp } from './launch-ramp';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';

const flat = (units: number, length = 12) => Array<number>(length).fill(units);
const young = forecastSeries(
  { id: 'trim:Ford|Bronco|Badlands', grain: 'month', start: '2026-09', values: [1, 3] },
  { horizon: 3, model: 'auto' },
  unavailableLibraries,
);
const launch = {
  demand: [1, 3],
  siblingLevel: 4,
  siblings: 3,
  seasonAhead: [1, 1, 2],
  first: '2026-11',
};

describe('the ramp of past launches', () => {
  it('is what they sold in each of their first months against the half year after', () => {
    // Two launches of 1, 2, 4, 4, 4, 4 and then 4 a month. Later: 4 + 4 = 8; to be expected of any launch are 0.5, 0.7, 0.82,
    // 0.892, 0.9352 and 0.96112: (2 + 5 x 0.5) / 13, (4 + 5 x 0.7) / 13, (8 + 5 x 0.82) / 13 ...
    const life = [1, 2, 4, 4, 4, 4, ...flat(4, 6)];
    const { factors, launches } = measureRamp([life, life, [9, 9, 9]], 'month');
    expect(launches).toBe(2);
    const units = [4.5, 7.5, 12.1, 12.46, 12.676, 12.8056];
    expect(factors).toEqual(units.map((sum) => expect.closeTo(sum / 13, 12)));
  });

  it('is the usual one without a launch to learn from', () => {
    const { factors, launches } = measureRamp([], 'month');
    expect(launches).toBe(0);
    expect(factors.map((factor) => Number(factor.toFixed(5)))).toEqual([
      0.5, 0.7, 0.82, 0.892, 0.9352, 0.96112,
    ]);
    const weeks = measureRamp([], 'week').factors;
    expect(weeks).toHaveLength(26);
    // Thirteen weeks are three months.
    expect(weeks[13]).toBeCloseTo(0.892, 9);
  });
});

describe('the forecast of a launch', () => {
  const ramp = { factors: [0.25, 0.5, 0.75, 1, 1, 1], launches: 2 };

  it('draws the level from its siblings and from what it sold against the ramp', () => {
    // (2 + 4) / (2 / 4 + 0.25 + 0.5) = 4.8; months 3, 4 and 5 of its life: 0.75, 1 and 1, the last with a season of 2.
    const { status, model, points, note } = forecastLaunch(young, launch, ramp);
    expect([status, model]).toEqual(['ok', 'launch']);
    expect(points.map(({ period, mean }) => [period, mean])).toEqual([
      ['2026-11', expect.closeTo(3.6, 12)],
      ['2026-12', expect.closeTo(4.8, 12)],
      ['2027-01', expect.closeTo(9.6, 12)],
    ]);
    expect(note).toBe(
      '2 whole periods since its launch: level drawn from 3 alike and 4 units of its own, the ramp of 2 earlier launches',
    );
  });

  it('is wide, and less so with the units that come', () => {
    // Month 4: m = 4.8; variance 4.8 + 4.8^2 x (1 / 6 + 0.15) = 12.096.
    const { spread } = forecastLaunch(young, launch, ramp);
    expect(spread?.deviations[1]).toBeCloseTo(Math.sqrt(12.096), 9);
    const known = forecastLaunch(young, { ...launch, demand: [10, 20] }, ramp);
    const relative = (forecast: typeof known) => (forecast.spread?.totalDeviation ?? 0) / forecast.total.mean;
    expect(relative(known)).toBeLessThan(relative(forecastLaunch(young, launch, ramp)));
  });

  it('sells nothing before it arrives, and ramps up from there', () => {
    const coming = { units: 3, periodsUntil: 1 };
    const { points, note } = forecastLaunch(young, { ...launch, demand: [], coming }, ramp);
    // Siblings sell 4: nothing in the first month, then months 1 and 2 of its life, the last with a season of 2.
    expect(points.map(({ mean }) => mean)).toEqual([0, 1, 4]);
    expect(points[0]?.quantiles['0.95']).toBe(0);
    expect(note).toContain(
      'never sold or stood here, 3 on the way, expected after 1 whole period: level drawn',
    );
  });

  it('stands on its siblings alone before it sold anything, and is never NaN without any', () => {
    const unsold = forecastLaunch(young, { ...launch, demand: [] }, ramp);
    // 2 / (2 / 4) = 4; months 1 to 3 of its life.
    expect(unsold.points.map(({ mean }) => mean)).toEqual([1, 2, 6]);
    const alone = forecastLaunch(young, { ...launch, demand: [0], siblingLevel: 0 }, ramp);
    expect(alone.total.mean).toBeGreaterThanOrEqual(0);
    expect(Object.values(alone.total.quantiles).every(Number.isFinite)).toBe(true);
  });
});
