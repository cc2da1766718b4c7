/**
 * What sparse counts of a group tell of each other. One series that sells a few units a year cannot say how fast its past
 * loses its meaning, how often a part that slept wakes up or how many units go at once; hundreds together can. For
 * k = 0, 1, 2 ... a logistic regression over all series gives the chance that a period sells more than k units,
 *
 *     log(p_k / (1 - p_k)) = b_k0 + sum_j b_kj x_j
 *
 * (ordered counts by binary regressions: Foresi & Peracchi 1995), where x are discounted means at several half-lives,
 * discounted shares of periods with a sale, the mean size of a sale drawn toward the group's, the time since the last
 * sale and the part of the history since the first. Mean = sum p_k and variance = sum (2k + 1) p_k - mean^2 of a
 * period follow; quantiles are the negative binomial's with these.
 */
import { average } from './central-values';
import { fitLogistic, logisticShare } from './logistic-regression';
import { discountedMean } from './models/recent-rate';
import type { ForecastSpread } from './types';

export type PooledCounts = {
  /** Periods in a year, by which the features are measured. */
  season: number;
  /** Of a sale, weighted by size. */
  meanSize: number;
  centres: number[];
  scales: number[];
  /** For more than 0, 1, 2 ... units. */
  coefficients: number[][];
  /** By which chances fall from unit to unit beyond those, as in a geometric distribution. */
  tailRatio: number;
  /** Variance of the sum over `horizon` periods, over that of as many independent ones. */
  inflation: number;
};

/** What was known at an origin and what came in the periods after it. */
export type CountOutcome = { history: readonly number[]; after: readonly number[] };

export type CountRate = { mean: number; variance: number };

/** As shares of a season: two months, five, a year and more than three. */
const HALF_LIVES = [1 / 6, 5 / 12, 1, 10 / 3];
const SHARE_HALF_LIVES = [1 / 4, 5 / 6];
const LEAST_MEAN = 0.02;
/** The group's mean size counts as much as so many units. */
const PRIOR_UNITS = 3;
const RIDGE = 1e-3;
const MOST_COUNTS = 12;
/** Periods with more than k units, without which k has no regression of its own. */
const FEWEST_EVENTS = 30;

/** Null where hardly anything was sold. */
export function learnCounts(outcomes: readonly CountOutcome[], season: number): PooledCounts | null {
  const sums = outcomes.map(({ history }) => sizesOf(history));
  const units = sums.reduce((sum, one) => sum + one.units, 0);
  if (units === 0) return null;
  const meanSize = Math.max(1, sums.reduce((sum, one) => sum + one.squares, 0) / units);
  const features = outcomes.map(({ history }) => featuresOf(history, season, meanSize));
  const centres = columnsOf(features).map(average);
  const scales = columnsOf(features).map((column, index) => {
    const spread = Math.sqrt(average(column.map((value) => (value - (centres[index] ?? 0)) ** 2)));
    return spread > 0 ? spread : 1;
  });
  const rows = features.map((row) => standardise(row, centres, scales));
  const coefficients: number[][] = [];
  for (let k = 0; k < MOST_COUNTS; k++) {
    const shares = outcomes.map(({ after }) => average(after.map((value) => (value > k ? 1 : 0))));
    const events = outcomes.reduce((sum, { after }, at) => sum + (shares[at] ?? 0) * after.length, 0);
    if (events < FEWEST_EVENTS) break;
    coefficients.push(fitLogistic(rows, shares, RIDGE));
  }
  if (coefficients.length === 0) return null;
  const tailRatio = tailRatioOf(outcomes, coefficients.length);
  const pooled = { season, meanSize, centres, scales, coefficients, tailRatio, inflation: 1 };
  return { ...pooled, inflation: inflationOf(outcomes, pooled) };
}

/** Mean and variance of each of the periods after a history. */
export function countRate(history: readonly number[], pooled: PooledCounts): CountRate {
  const row = standardise(featuresOf(history, pooled.season, pooled.meanSize), pooled.centres, pooled.scales);
  let mean = 0;
  let second = 0;
  let share = 1;
  pooled.coefficients.forEach((coefficients, k) => {
    share = Math.min(share, logisticShare(row, coefficients));
    mean += share;
    second += (2 * k + 1) * share;
  });
  const last = pooled.coefficients.length;
  for (let k = last, tail = share * pooled.tailRatio; tail > 1e-6; k++, tail *= pooled.tailRatio) {
    mean += tail;
    second += (2 * k + 1) * tail;
  }
  return { mean, variance: Math.max(mean, second - mean ** 2) };
}

/** Of forecasts of `horizon` periods after a history: errors of a rate are the same in every period, so they add up. */
export function pooledSpread(
  history: readonly number[],
  horizon: number,
  pooled: PooledCounts,
): ForecastSpread {
  const { variance } = countRate(history, pooled);
  return {
    deviations: Array<number>(horizon).fill(Math.sqrt(variance)),
    totalDeviation: Math.sqrt(horizon * variance * pooled.inflation),
    shape: [],
    isCount: true,
    isNonNegative: true,
  };
}

/**
 * Of the periods that sold as many units as the last regression asks for or more, the mean t of units beyond it; a
 * geometric tail of ratio r has r / (1 - r) of them.
 */
function tailRatioOf(outcomes: readonly CountOutcome[], known: number): number {
  let reached = 0;
  let beyond = 0;
  for (const { after } of outcomes) {
    for (const value of after) {
      if (value >= known) reached += 1;
      beyond += Math.max(0, Math.ceil(value) - known);
    }
  }
  return reached > 0 ? beyond / (beyond + reached) : 0;
}

function featuresOf(history: readonly number[], season: number, meanSize: number): number[] {
  const { length } = history;
  const sold = history.map((value) => (value > 0 ? 1 : 0));
  const { units, squares } = sizesOf(history);
  const first = sold.indexOf(1);
  const sinceLast = first < 0 ? length : length - 1 - sold.lastIndexOf(1);
  const size = Math.max(1, (squares + PRIOR_UNITS * meanSize) / (units + PRIOR_UNITS));
  return [
    ...HALF_LIVES.map((life) => Math.log(discountedMean(history, life * season) + LEAST_MEAN)),
    ...SHARE_HALF_LIVES.map((life) => discountedMean(sold, life * season)),
    Math.log(size),
    Math.log1p((12 * sinceLast) / season),
    first < 0 ? 0 : (length - first) / length,
  ];
}

function sizesOf(values: readonly number[]): { units: number; squares: number } {
  let units = 0;
  let squares = 0;
  for (const value of values) {
    units += value;
    squares += value ** 2;
  }
  return { units, squares };
}

/** At least 1: what is not known of a rate is the same error in every period. */
function inflationOf(outcomes: readonly CountOutcome[], pooled: PooledCounts): number {
  let found = 0;
  let expected = 0;
  for (const { history, after } of outcomes) {
    const { mean, variance } = countRate(history, pooled);
    // Each series weighs alike, whatever it sells.
    const unit = variance + LEAST_MEAN;
    found += (after.reduce((sum, value) => sum + value, 0) - after.length * mean) ** 2 / unit;
    expected += (after.length * variance) / unit;
  }
  return expected > 0 ? Math.max(1, found / expected) : 1;
}

function standardise(
  row: readonly number[],
  centres: readonly number[],
  scales: readonly number[],
): number[] {
  return [1, ...row.map((value, index) => (value - (centres[index] ?? 0)) / (scales[index] ?? 1))];
}

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? 0));
}
