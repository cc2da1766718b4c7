/**
 * How a model's demand stands against its long mean, and where it is going. Units sold y and units expected by long
 * rates x of each half month are foretold by several gamma-Poisson levels, which forget more or less of the past, with
 * and without a trend,
 *
 *     level ~ gamma(a, b),   a <- q a + y,   b <- q b / (1 + g) + x
 *
 * and weighed by how well they did (dynamic model averaging: Raftery et al. 2010, on the power-discounted Poisson of
 * Harvey & Fernandes 1989). A steady model keeps its long mean; one that fades or grows is followed within months.
 * Counts scatter more than Poisson's, so the evidence of each half month counts for less than the whole.
 */

import { logGamma } from './incomplete-gamma';
import { BIN_DAYS } from './open-evidence';

/** Kept and grown in a month, and how likely before anything was seen. */
const LEVELS = [
  { kept: 1, growth: 0, prior: 0.8 },
  { kept: 0.85, growth: 0, prior: 0.08 },
  { kept: 0.7, growth: 0, prior: 0.04 },
  { kept: 0.85, growth: 0.12, prior: 0.04 },
  { kept: 0.85, growth: -0.12, prior: 0.04 },
] as const;
const PRIOR_UNITS = 3;
/** No level is taken for less known than this many units make it, nor its mean to run away. */
const LEAST_UNITS = 0.3;
const HIGHEST_LEVEL = 3;
/** Part of the weights that is remembered from month to month, and of the evidence that counts. */
const REMEMBERED = 0.9;
const EVIDENCE = 0.7;
/** A trend goes on at this part of its pace from month to month. */
const DAMPING = 0.75;
/** Days ahead for which the variance is worked out: an order's arrival and half a review period. */
const VARIANCE_DAYS = 75;
const MONTH_DAYS = 30;

export type DriftingLevel = {
  /** Mean level in each half month of the past. */
  path: number[];
  /** Mean level so many days ahead. */
  at: (days: number) => number;
  /** Variance over squared mean, at an order's arrival. */
  dispersion: number;
};

export function driftingLevel(sold: readonly number[], expected: readonly number[]): DriftingLevel {
  const step = BIN_DAYS / MONTH_DAYS;
  const states = LEVELS.map((level) => ({
    ...level,
    a: PRIOR_UNITS,
    b: PRIOR_UNITS,
    log: Math.log(level.prior),
  }));
  const path = sold.map((units, bin) => {
    const rate = expected[bin] ?? 0;
    for (const state of states) {
      state.a = Math.max(LEAST_UNITS, state.kept ** step * state.a);
      state.b = Math.max(state.a / HIGHEST_LEVEL, (state.kept / (1 + state.growth)) ** step * state.b);
      if (rate > 0) {
        const remembered = REMEMBERED ** step;
        state.log =
          remembered * state.log +
          (1 - remembered) * Math.log(state.prior) +
          EVIDENCE * logChance(units, rate, state);
      }
      state.a += units;
      state.b += rate;
    }
    const best = Math.max(...states.map(({ log }) => log));
    for (const state of states) state.log -= best;
    return meanBy(
      weightsOf(states),
      states.map(({ a, b }) => a / b),
    );
  });
  const weights = weightsOf(states);
  const meansAt = (days: number) =>
    states.map(({ a, b, growth }) => (a / b) * (1 + growth) ** monthsOfTrend(days));
  const mean = meanBy(weights, meansAt(VARIANCE_DAYS));
  const square = meanBy(
    weights,
    meansAt(VARIANCE_DAYS).map((level, index) => level ** 2 * (1 + 1 / (states[index]?.a ?? 1))),
  );
  return {
    path,
    at: (days) => meanBy(weights, meansAt(days)),
    dispersion: Math.max(0, square / mean ** 2 - 1),
  };
}

/** Negative binomial chance of the units, but for what is the same for all levels. */
function logChance(units: number, rate: number, { a, b }: { a: number; b: number }): number {
  return (
    logGamma(a + units) - logGamma(a) + a * Math.log(b / (b + rate)) + units * Math.log(rate / (b + rate))
  );
}

function monthsOfTrend(days: number): number {
  return (1 - DAMPING ** (days / MONTH_DAYS)) / (1 - DAMPING);
}

function weightsOf(states: readonly { log: number }[]): number[] {
  const best = Math.max(...states.map(({ log }) => log));
  const shares = states.map(({ log }) => Math.exp(log - best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

function meanBy(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
}
