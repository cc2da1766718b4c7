import { addDays } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { learnWeights } from './learn-weights';
import { PLANTED_AS_OF, plantOutcomes } from './planted-outcomes.fixture';
import { type LearningTask, type Outcome, SCORE_PARTS, type ScoreWeights } from './types';

const EVEN: ScoreWeights = { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 };
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

function learn(outcomes: Outcome[], active = EVEN, seed = 1, model: LearningTask['model'] = 'auto') {
  return learnWeights({ outcomes, asOf: PLANTED_AS_OF, target: 'gross', active, model, seed }).decision;
}

function largestDifference(left: ScoreWeights, right: ScoreWeights): number {
  return Math.max(...SCORE_PARTS.map((part) => Math.abs(left[part] - right[part])));
}

describe('learning weights', () => {
  const plants: ScoreWeights[] = [
    { gross: 0.5, daysToTurn: 0.3, market: 0.15, forecast: 0.05 },
    { gross: 0.1, daysToTurn: 0.1, market: 0.2, forecast: 0.6 },
    { gross: 0.3, daysToTurn: 0.3, market: 0.2, forecast: 0.2 },
    { gross: 0.5, daysToTurn: 0.5, market: 0, forecast: 0 },
  ];

  it.each(plants)('recovers planted weights from 400 outcomes at R2 0.8: %o', (weights) => {
    const near = SEEDS.filter((seed) => {
      const learned = learn(plantOutcomes({ count: 400, weights, r2: 0.8, seed })).weights;
      return largestDifference(learned, weights) <= 0.05;
    });
    expect(near.length).toBeGreaterThanOrEqual(19);
  });

  it.each(['elasticnet', 'ridge', 'lasso', 'forest'] as const)(
    'finds the heavy part by %s alone',
    (model) => {
      const weights = { gross: 0.7, daysToTurn: 0.1, market: 0.1, forecast: 0.1 };
      const decision = learn(plantOutcomes({ count: 400, weights, r2: 0.8, seed: 3 }), EVEN, 1, model);
      expect(decision.evidence.model?.model).toBe(model);
      expect(decision.activate).toBe(true);
      expect(decision.weights.gross).toBeGreaterThan(0.55);
    },
  );

  it('says how every way of finding weights did on later outcomes', () => {
    const { evidence } = learn(plantOutcomes({ count: 400, weights: plants[0] ?? EVEN, r2: 0.5, seed: 3 }));
    expect(new Set(evidence.models.map(({ model }) => model))).toEqual(
      new Set(['least_squares', 'ridge', 'lasso', 'elasticnet', 'forest']),
    );
    const errors = evidence.models.map(({ squaredError }) => squaredError ?? 1);
    // The unit is the target's variance: half of it is noise, and no way explains much more than the rest.
    for (const error of errors) expect(error).toBeGreaterThan(0.3);
    expect(Math.min(...errors)).toBeLessThan(0.7);
  });

  it('activates what it learned when the planted weights differ much, and says how it was tested', () => {
    const weights = { gross: 0.7, daysToTurn: 0.1, market: 0.1, forecast: 0.1 };
    const decision = learn(plantOutcomes({ count: 400, weights, r2: 0.8, seed: 3 }));
    expect(decision.activate).toBe(true);
    expect(decision.note).toMatch(
      /^Tested on 200 later outcomes: squared error \d\d % lower than with the weights in use, over 99 % confidence; the new weights are in use\.$/,
    );
    expect(decision.evidence.forwardTest?.rankCorrelationLearned).toBeGreaterThan(
      decision.evidence.forwardTest?.rankCorrelationActive ?? 1,
    );
  });

  it('stays within 0.05 of the active weights on pure noise', () => {
    const active = { gross: 0.4, daysToTurn: 0.3, market: 0.2, forecast: 0.1 };
    const near = SEEDS.filter((seed) => {
      const decision = learn(plantOutcomes({ count: 400, weights: EVEN, r2: 0, seed }), active, seed);
      return !decision.activate && largestDifference(decision.weights, active) <= 0.05;
    });
    expect(near.length).toBeGreaterThanOrEqual(19);
  });

  it('always hands over weights that are not negative and sum to one', () => {
    for (const r2 of [0, 0.1, 0.5, 0.95]) {
      const { weights } = learn(plantOutcomes({ count: 120, weights: plants[1] ?? EVEN, r2, seed: 5 }));
      expect(SCORE_PARTS.reduce((sum, part) => sum + weights[part], 0)).toBeCloseTo(1, 12);
      for (const part of SCORE_PARTS) expect(weights[part]).toBeGreaterThanOrEqual(0);
    }
  });

  it('keeps the weights and counts when there are too few outcomes', () => {
    const outcomes = plantOutcomes({ count: 25, weights: EVEN, r2: 0.8, seed: 1 });
    const unsold = outcomes.slice(0, 2).map((outcome) => ({ ...outcome, unitsSold: 0 }));
    const decision = learn([...outcomes.slice(2), ...unsold]);
    expect(decision.activate).toBe(false);
    expect(decision.weights).toEqual(EVEN);
    expect(decision.note).toBe(
      'Not enough outcomes: 23 of 60 needed. 2 arrived and are not sold yet. The weights stay as they are.',
    );
  });

  it('does not look ahead: what was sold after the day changes nothing', () => {
    const asOf = '2025-06-30';
    const outcomes = plantOutcomes({ count: 400, weights: plants[0] ?? EVEN, r2: 0.5, seed: 2 });
    const spoiled = outcomes.map((outcome) =>
      addDays(outcome.arrivedOn ?? '', outcome.daysToTurn ?? 0) > asOf
        ? { ...outcome, grossCents: -9_000_000 }
        : outcome,
    );
    const task = { asOf, target: 'gross', active: EVEN, model: 'auto', seed: 1 } as const;
    expect(learnWeights({ ...task, outcomes: spoiled }).decision).toEqual(
      learnWeights({ ...task, outcomes }).decision,
    );
  });

  it('does not activate on evidence that reversed: what held earlier and fails later is not better', () => {
    const early = plantOutcomes({ count: 400, weights: { ...EVEN, gross: 1, market: 0 }, r2: 0.8, seed: 4 });
    const late = plantOutcomes({ count: 400, weights: { ...EVEN, gross: 0, market: 1 }, r2: 0.8, seed: 4 });
    const decision = learn([...early.slice(0, 200), ...late.slice(200)]);
    expect(decision.activate).toBe(false);
    expect(decision.note).toContain('the old ones stay');
  });
});
