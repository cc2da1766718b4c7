import { describe, expect, it } from 'vitest';
import { RandomSource } from '../sample/random-source';
import { judgeExploration, type LoggedAdvice } from './judge-exploration';
import { chooseNearEqual, nearEqualChances } from './near-equal-choice';
import { doublyRobustValue, inversePropensityValue, type LoggedChoice } from './off-policy';

describe('off-policy evaluation', () => {
  const choice = { modelReward: 0, modelPolicyReward: 0 };

  it('weighs what was seldom done and would be done always', () => {
    // Weights 1 / 0.25 = 4 and 1 / 0.5 = 2: (4 x 10 + 2 x 20) / 2 = 40.
    const log: LoggedChoice[] = [
      { ...choice, propensity: 0.25, policyProbability: 1, reward: 10 },
      { ...choice, propensity: 0.5, policyProbability: 1, reward: 20 },
    ];
    expect(inversePropensityValue(log).mean).toBe(40);
    // Doubly robust: 8 + 4 x (10 - 8) = 16 and 19 + 2 x (20 - 19) = 21, mean 18.5.
    const modelled = log.map((one, index) => ({
      ...one,
      modelReward: [8, 19][index] ?? 0,
      modelPolicyReward: [8, 19][index] ?? 0,
    }));
    expect(doublyRobustValue(modelled).mean).toBe(18.5);
  });

  it('is right about a policy on simulated choices, with either estimator', () => {
    // Arm 1 earns 2, arm 0 earns 1; it was chosen in 3 of 10; the policy chooses it in 9 of 10: worth 1.9.
    const source = new RandomSource(7);
    const log = Array.from({ length: 20_000 }, (): LoggedChoice => {
      const isOne = source.chance(0.3);
      return {
        propensity: isOne ? 0.3 : 0.7,
        policyProbability: isOne ? 0.9 : 0.1,
        reward: (isOne ? 2 : 1) + source.normal(),
        // A model that is wrong by a half: the propensities make up for it.
        modelReward: isOne ? 1.5 : 1.5,
        modelPolicyReward: 1.5,
      };
    });
    for (const value of [inversePropensityValue(log), doublyRobustValue(log)]) {
      expect(value.low).toBeLessThan(1.9);
      expect(value.high).toBeGreaterThan(1.9);
      expect(value.high - value.low).toBeLessThan(0.15);
    }
  });
});

describe('choosing among near-equal builds', () => {
  const arm = (key: string, valueCents: number, parts: number[]) => ({ key, valueCents, parts });
  const arms = [
    arm('a', 100_000, [1, 0, 0, 0]),
    arm('b', 98_000, [0, 1, 0, 0]),
    arm('c', 90_000, [0, 0, 1, 0]),
  ];

  it('never takes a build that is clearly worth less, and its chances add up to one', () => {
    const chances = nearEqualChances(arms, [], 1, 3000);
    expect(chances.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(chances.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    // Nothing is known: about even.
    expect(chances[0]?.probability).toBeGreaterThan(0.4);
  });

  it('goes with what it has learned and keeps a chance for the rest', () => {
    const experience = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0 ? { parts: [1, 0, 0, 0], reward: 0 } : { parts: [0, 1, 0, 0], reward: 1 },
    );
    const [a, b] = nearEqualChances(arms, experience, 1, 3000);
    expect(b?.probability).toBeGreaterThan(0.9);
    expect(a?.probability).toBeGreaterThanOrEqual(0.05);
  });

  it('makes the same choice for the same seed, and none of nothing', () => {
    expect(chooseNearEqual(arms, [], 5, 3000)).toEqual(chooseNearEqual(arms, [], 5, 3000));
    expect(chooseNearEqual([], [], 5, 3000)).toBeNull();
  });
});

describe('judging exploration on a log', () => {
  /** Advice followed by chance; the reward is `slope` x (first part - 1/2) plus noise. */
  function logOf(slope: number, seed: number): LoggedAdvice[] {
    const source = new RandomSource(seed);
    return Array.from({ length: 600 }, () => {
      const parts = [source.uniform(), source.uniform(), source.uniform(), source.uniform()];
      return {
        parts,
        isFollowed: source.chance(0.6),
        reward: slope * ((parts[0] ?? 0) - 0.5) + source.normal(),
        draw: null,
      };
    });
  }

  it('allows it where the parts tell good advice from bad', () => {
    expect(judgeExploration(logOf(4, 1))).toMatchObject({ decisions: 300, mayExplore: true });
  });

  it('goes by the recorded chance of a draw, not by a share of advice followed', () => {
    // One build of two was drawn with a chance of 1/4; both look alike to the model, which so takes either by half.
    const draw = { propensity: 0.25, choices: [{ parts: [0.5] }, { parts: [0.5] }] };
    const log = Array.from({ length: 400 }, (_, index): LoggedAdvice => {
      const noise = index % 2 === 0 ? 1 : -1;
      return { parts: [0.5], isFollowed: true, reward: 2 + noise, draw };
    });
    // Each weighs 1/2 / 1/4 = 2: by inverse propensity 2 x 2 = 4; doubly robust 2 + 2 x (2 - 2) = 2; gain 0.
    const verdict = judgeExploration(log);
    expect(verdict).toMatchObject({ decisions: 200, draws: 200, mayExplore: false });
    expect(verdict?.inversePropensity.mean).toBeCloseTo(4, 9);
    expect(verdict?.doublyRobust.mean).toBeCloseTo(2, 9);
    expect(verdict?.earned.mean).toBeCloseTo(2, 9);
  });

  it('refuses it on noise in 19 of 20 logs', () => {
    const allowed = Array.from({ length: 20 }, (_, seed) => judgeExploration(logOf(0, seed))?.mayExplore);
    expect(allowed.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it('says nothing of a short log', () => {
    expect(judgeExploration(logOf(4, 1).slice(0, 150))).toBeNull();
  });
});
