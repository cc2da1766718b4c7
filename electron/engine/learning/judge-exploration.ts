/**
 * May exploration be switched on? Only where it would have paid on the store's own log: past advice, whether the dealer
 * followed it, and what came of it. The policy in question follows advice with the probability that a linear model of
 * the reward, fitted on earlier outcomes alone, gives it. How likely the dealer was to follow is the share of advice
 * followed in the same quarter of the score. Advice that was not followed earned the mean, which is the target's zero.
 */

import { fitPenalised } from './coordinate-descent';
import type { Experience } from './near-equal-choice';
import {
  doublyRobustGain,
  doublyRobustValue,
  inversePropensityValue,
  type LoggedChoice,
  type PolicyValue,
} from './off-policy';

export type LoggedAdvice = { parts: readonly number[]; isFollowed: boolean; reward: number };

export type ExplorationVerdict = {
  decisions: number;
  inversePropensity: PolicyValue;
  doublyRobust: PolicyValue;
  gain: PolicyValue;
  /** The gain's interval lies above zero, on enough decisions. */
  mayExplore: boolean;
};

const NEEDED_DECISIONS = 100;
const TRAINED_SHARE = 0.5;
const QUARTERS = 4;
const LEAST_PROPENSITY = 0.05;
/** Standard deviations of reward over which following goes from unlikely to likely. */
const SOFTNESS = 0.25;

/** @param log oldest first; null with too few decisions to say anything */
export function judgeExploration(log: readonly LoggedAdvice[]): ExplorationVerdict | null {
  const split = Math.floor(log.length * TRAINED_SHARE);
  const later = log.slice(split);
  if (later.length < NEEDED_DECISIONS) return null;
  const earlier = log.slice(0, split);
  const predict = fitReward(earlier.filter(({ isFollowed }) => isFollowed));
  const propensityOf = followShares(earlier);
  const choices = later.map((advice): LoggedChoice => {
    const expected = predict(advice.parts);
    const follow = 1 / (1 + Math.exp(-expected / SOFTNESS));
    const propensity = propensityOf(advice.parts);
    return {
      propensity: advice.isFollowed ? propensity : 1 - propensity,
      policyProbability: advice.isFollowed ? follow : 1 - follow,
      reward: advice.isFollowed ? advice.reward : 0,
      modelReward: advice.isFollowed ? expected : 0,
      modelPolicyReward: follow * expected,
    };
  });
  const gain = doublyRobustGain(choices);
  return {
    decisions: later.length,
    inversePropensity: inversePropensityValue(choices),
    doublyRobust: doublyRobustValue(choices),
    gain,
    mayExplore: gain.low > 0,
  };
}

function fitReward(experience: readonly Experience[]): (parts: readonly number[]) => number {
  const count = Math.max(1, experience.length);
  const width = experience[0]?.parts.length ?? 0;
  const average = (of: (one: Experience) => number) =>
    experience.reduce((sum, one) => sum + of(one), 0) / count;
  const columns = Array.from({ length: width }, (_, part) => part);
  const means = columns.map((part) => average(({ parts }) => parts[part] ?? 0));
  const meanReward = average(({ reward }) => reward);
  const centred = (one: Experience, part: number) => (one.parts[part] ?? 0) - (means[part] ?? 0);
  const products = {
    gram: columns.map((left) =>
      columns.map((right) => average((one) => centred(one, left) * centred(one, right))),
    ),
    moment: columns.map((part) => average((one) => centred(one, part) * (one.reward - meanReward))),
  };
  const coefficients = fitPenalised(products, { alpha: 0.01, mixing: 0, isNonNegative: false });
  return (parts) =>
    meanReward +
    coefficients.reduce((sum, value, part) => sum + value * ((parts[part] ?? 0) - (means[part] ?? 0)), 0);
}

/** Share of advice followed by quarter of the mean part, drawn toward one half by two imagined pieces of advice. */
function followShares(log: readonly LoggedAdvice[]): (parts: readonly number[]) => number {
  const quarterOf = (parts: readonly number[]) => {
    const mean = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
    return Math.min(QUARTERS - 1, Math.floor(QUARTERS * mean));
  };
  const shares = Array.from({ length: QUARTERS }, (_, quarter) => {
    const own = log.filter(({ parts }) => quarterOf(parts) === quarter);
    return (own.filter(({ isFollowed }) => isFollowed).length + 1) / (own.length + 2);
  });
  return (parts) =>
    Math.min(1 - LEAST_PROPENSITY, Math.max(LEAST_PROPENSITY, shares[quarterOf(parts)] ?? 0.5));
}
