import { describe, expect, it } from 'vitest';
import { drawResult, drawScores, PLANTED_WEIGHTS, plantedQuality, type Scores } from './planted-result';
import { RandomSource } from './random-source';

const AS_OF = 20_000;

type Line = { scores: Scores; days: number; gross: number };

function lines(count: number): Line[] {
  const random = new RandomSource(21);
  return Array.from({ length: count }, () => {
    const scores = drawScores(random);
    const result = drawResult(AS_OF - 1_000, AS_OF, 3, scores, random);
    return { scores, days: result.daysToTurn ?? Number.NaN, gross: (result.grossDollars ?? Number.NaN) / 3 };
  });
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const cross = mean(x.map((value, index) => (value - mx) * ((y[index] ?? 0) - my)));
  const spread = (values: readonly number[], center: number) =>
    Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
  return cross / (spread(x, mx) * spread(y, my));
}

describe('the planted relation', () => {
  it('weighs to one', () => {
    expect(Object.values(PLANTED_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    // 0.3 * 1 + 0.35 * 0.5 + 0.1 * 0 + 0.25 * 0.2
    expect(plantedQuality({ gross: 1, daysToTurn: 0.5, market: 0, forecast: 0.2 })).toBeCloseTo(0.525, 12);
  });

  it('shows in gross and in days to turn, with noise left', () => {
    const sample = lines(600);
    const quality = sample.map((line) => plantedQuality(line.scores));
    const gross = correlation(
      quality,
      sample.map((line) => line.gross),
    );
    const turn = correlation(
      quality,
      sample.map((line) => Math.log(line.days)),
    );
    expect(gross).toBeGreaterThan(0.8);
    expect(gross).toBeLessThan(0.97);
    expect(turn).toBeLessThan(-0.7);
  });

  it('orders the four scores by their weight', () => {
    const sample = lines(3_000);
    const gross = sample.map((line) => line.gross);
    const pull = (key: keyof Scores) =>
      correlation(
        sample.map((line) => line.scores[key]),
        gross,
      );
    expect(pull('daysToTurn')).toBeGreaterThan(pull('forecast'));
    expect(pull('gross')).toBeGreaterThan(pull('forecast'));
    expect(pull('forecast')).toBeGreaterThan(pull('market'));
    expect(pull('market')).toBeGreaterThan(0.05);
  });
});

describe('drawResult', () => {
  it('counts only what was sold by the data date', () => {
    const random = new RandomSource(22);
    const results = Array.from({ length: 200 }, () =>
      drawResult(AS_OF - 40, AS_OF, 4, drawScores(random), random),
    );
    expect(results.some((result) => (result.unitsSold ?? 0) < 4)).toBe(true);
    for (const result of results) {
      expect(result.daysToTurn ?? 0).toBeLessThanOrEqual(40);
      expect(result.agedUnits).toBe(0);
      if (result.unitsSold === 0)
        expect(result).toMatchObject({ daysToTurn: null, grossDollars: null, rating: null });
    }
  });
});
