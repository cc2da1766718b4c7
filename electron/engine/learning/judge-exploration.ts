/**
 * May exploration be switched on? Only where it would have paid on the store's own log: past advice, whether the dealer
 * followed it, and what came of it. The policy in question goes by a linear model of the reward, fitted on earlier
 * outcomes alone. Of plain advice it follows what the model thinks well of; how likely the dealer was to follow is the
 * share of advice followed in the same quarter of the score. Of draws among near-equal builds it takes each with the
 * model's preference, and the chance with which the build was drawn is on record. Advice that was not followed earned
 * the mean, which is the target's zero.
 */
import type { ExplorationVerdict } from '@shared/contract/exploration';
import { fitPenalised } from './coordinate-descent';
import type { Experience } from './near-equal-choice';
import {
  doublyRobustGain,
  doublyRobustValue,
  earnedValue,
  inversePropensityValue,
  type LoggedChoice,
} from './off-policy';

/** Chance with which the build was drawn, and the score parts of all that could have been. */
export type LoggedDraw = { propensity: number; choices: { parts: readonly number[] }[] };

export type LoggedAdvice = {
  parts: readonly number[];
  isFollowed: boolean;
  reward: number;
  draw: LoggedDraw | null;
};

/** Fewest decisions of the later half. */
const NEEDED_DECISIONS = 100;
const TRAINED_SHARE = 0.5;
/** Decisions that a verdict needs in all. */
export const NEEDED_LOG = NEEDED_DECISIONS / (1 - TRAINED_SHARE);
const QUARTERS = 4;
const LEAST_PROPENSITY = 0.05;
/** Standard deviations of reward over which following goes from unlikely to likely. */
const SOFTNESS = 0.25;

type Predict = (parts: readonly number[]) => number;

/** @param log oldest first; null with too few decisions to say anything */
export function judgeExploration(log: readonly LoggedAdvice[]): ExplorationVerdict | null {
  const split = Math.floor(log.length * TRAINED_SHARE);
  const later = log.slice(split);
  if (later.length < NEEDED_DECISIONS) return null;
  const earlier = log.slice(0, split);
  const predict = fitReward(earlier.filter(({ isFollowed }) => isFollowed));
  const propensityOf = followShares(earlier);
  const choices = later.map(({ draw, ...advice }) =>
    draw ? drawnChoice(advice, draw, predict) : followedChoice(advice, propensityOf(advice.parts), predict),
  );
  const gain = doublyRobustGain(choices);
  return {
    decisions: later.length,
    draws: later.filter(({ draw }) => draw !== null).length,
    earned: earnedValue(choices),
    inversePropensity: inversePropensityValue(choices),
    doublyRobust: doublyRobustValue(choices),
    gain,
    mayExplore: gain.low > 0,
  };
}

type Advice = Omit<LoggedAdvice, 'draw'>;

function followedChoice(advice: Advice, followed: number, predict: Predict): LoggedChoice {
  const expected = predict(advice.parts);
  const follow = 1 / (1 + Math.exp(-expected / SOFTNESS));
  return {
    propensity: advice.isFollowed ? followed : 1 - followed,
    policyProbability: advice.isFollowed ? follow : 1 - follow,
    reward: advice.isFollowed ? advice.reward : 0,
    modelReward: advice.isFollowed ? expected : 0,
    modelPolicyReward: follow * expected,
  };
}

function drawnChoice({ parts, reward }: Advice, draw: LoggedDraw, predict: Predict): LoggedChoice {
  const expected = predict(parts);
  const preferences = draw.choices.map((choice) => {
    const predicted = predict(choice.parts);
    return { predicted, weight: Math.exp((predicted - expected) / SOFTNESS) };
  });
  const total = preferences.reduce((sum, { weight }) => sum + weight, 0);
  return {
    propensity: draw.propensity,
    policyProbability: 1 / total,
    reward,
    modelReward: expected,
    modelPolicyReward:
      preferences.reduce((sum, { predicted, weight }) => sum + predicted * weight, 0) / total,
  };
}

function fitReward(experience: readonly Experience[]): Predict {
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
function followShares(log: readonly LoggedAdvice[]): Predict {
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
