/**
 * What another policy would have earned, from a log of what was done. Each logged choice has the probability with which it
 * was made and the reward it brought; the policy in question says with what probability it would have made it.
 *
 *   inverse propensity (Horvitz & Thompson 1952):  mean of  w r,              w = p / propensity
 *   doubly robust (Dudik, Langford & Li 2011):     mean of  q(policy) + w (r - q(choice))
 *
 * q is a model's word on the reward; the second is right when either the propensities or the model is, and steadier than
 * the first. Intervals are those of a mean. Weights are cut at `MOST_WEIGHT`, which errs on the side of no gain.
 */
export type LoggedChoice = {
  /** With which the logged choice was made, above 0. */
  propensity: number;
  /** Of the logged choice under the policy in question. */
  policyProbability: number;
  reward: number;
  /** The model's word on the logged choice's reward, and on the policy's mean reward here. */
  modelReward: number;
  modelPolicyReward: number;
};

/** Reward a choice, or its difference, with its 95 % interval. */
export type PolicyValue = { mean: number; low: number; high: number };

const MOST_WEIGHT = 20;
const NORMAL_95 = 1.959964;

/** What was earned, whatever the policy. */
export function earnedValue(log: readonly LoggedChoice[]): PolicyValue {
  return meanWithInterval(log.map(({ reward }) => reward));
}

export function inversePropensityValue(log: readonly LoggedChoice[]): PolicyValue {
  return meanWithInterval(log.map((choice) => weightOf(choice) * choice.reward));
}

export function doublyRobustValue(log: readonly LoggedChoice[]): PolicyValue {
  return meanWithInterval(log.map(doublyRobustReward));
}

/** What the policy would have earned beyond what was earned, choice by choice. */
export function doublyRobustGain(log: readonly LoggedChoice[]): PolicyValue {
  return meanWithInterval(log.map((choice) => doublyRobustReward(choice) - choice.reward));
}

function doublyRobustReward(choice: LoggedChoice): number {
  return choice.modelPolicyReward + weightOf(choice) * (choice.reward - choice.modelReward);
}

function weightOf({ propensity, policyProbability }: LoggedChoice): number {
  return Math.min(MOST_WEIGHT, policyProbability / propensity);
}

function meanWithInterval(values: readonly number[]): PolicyValue {
  if (values.length === 0) return { mean: 0, low: 0, high: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
  return { mean, low: mean - NORMAL_95 * error, high: mean + NORMAL_95 * error };
}
