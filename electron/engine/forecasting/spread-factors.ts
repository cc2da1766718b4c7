/**
 * By how much intervals of a group's series must be wider or narrower to hold what they promise: for the first, some
 * middle and the last period ahead, and for the sum, the factor on the deviation with which the 5 to 95 % interval would
 * have held 90 % of what came at the origins of the back-tests, all series of the group together (split conformal
 * prediction: Vovk, Gammerman & Shafer 2005, here with one number for each horizon). Each origin's own errors have
 * no part in the interval that they are held against. A count on the border of its interval lies within it, as a reader
 * counts.
 */
import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import { average } from './central-values';
import { forecastQuantiles } from './forecast-quantiles';
import type { ForecastSpread } from './types';

export type SpreadFactors = {
  /** On the deviation at these steps ahead, 0 the first; straight between them and level beyond. */
  steps: { step: number; factor: number }[];
  /** On the deviation of the sum over the horizon. */
  total: number;
};

/** A forecast of the past and what came. `of` tells apart the series, whose origins err together. */
export type PastInterval = {
  of: string;
  /** Periods known when it was made. */
  origin: number;
  /** Periods that it covers, from the origin on. */
  covered: number;
  /** Steps ahead, 0 the first; null for the sum over the horizon. */
  step: number | null;
  mean: number;
  deviation: number;
  spread: ForecastSpread;
  actual: number;
};

const NOMINAL = 0.9;
const GRID = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5];
/**
 * The factor 1 counts as much as this many series, and as this many stretches of time: what moves all series of a
 * group at once is one experience, however many they are.
 */
const PRIOR_SERIES = 10;
const PRIOR_STRETCHES = 4;
const LOWEST = 0;
const HIGHEST = QUANTILE_LEVELS.length - 1;

export function learnSpreadFactors(past: readonly PastInterval[]): SpreadFactors {
  const steps = [...new Set(past.flatMap(({ step }) => (step === null ? [] : [step])))].sort((a, b) => a - b);
  return {
    steps: steps.map((step) => ({ step, factor: factorFor(past.filter((one) => one.step === step)) })),
    total: factorFor(past.filter(({ step }) => step === null)),
  };
}

export function applySpreadFactors(spread: ForecastSpread, { steps, total }: SpreadFactors): ForecastSpread {
  return {
    ...spread,
    deviations: spread.deviations.map((deviation, step) => deviation * factorAt(steps, step)),
    totalDeviation: spread.totalDeviation * total,
  };
}

function factorAt(steps: SpreadFactors['steps'], step: number): number {
  const after = steps.find((one) => one.step >= step);
  const before = steps.filter((one) => one.step <= step).at(-1);
  if (!after || !before) return (after ?? before)?.factor ?? 1;
  const share = after.step > before.step ? (step - before.step) / (after.step - before.step) : 0;
  return before.factor + share * (after.factor - before.factor);
}

/** The share held grows with the factor; the factor that holds NOMINAL is read off between two of the grid. */
function factorFor(past: readonly PastInterval[]): number {
  if (past.length === 0) return 1;
  const held = GRID.map((factor) => average(past.map((one) => shareHeld(one, factor))));
  const above = held.findIndex((share) => share >= NOMINAL);
  const found = above < 0 ? (GRID.at(-1) ?? 1) : between(above, held);
  const histories = groupBy(past);
  const ofSeries = histories.length / (histories.length + PRIOR_SERIES);
  const stretches = average(histories.map(countStretches));
  return Math.exp(ofSeries * (stretches / (stretches + PRIOR_STRETCHES)) * Math.log(found));
}

function groupBy(past: readonly PastInterval[]): PastInterval[][] {
  const groups = new Map<string, PastInterval[]>();
  for (const one of past) groups.set(one.of, [...(groups.get(one.of) ?? []), one]);
  return [...groups.values()];
}

/** How many intervals of one series would fit beside each other into the time that they cover. */
function countStretches(past: readonly PastInterval[]): number {
  const origins = past.map(({ origin }) => origin);
  const span = Math.max(...origins) - Math.min(...origins);
  return Math.min(past.length, 1 + span / Math.max(1, past[0]?.covered ?? 1));
}

function between(above: number, held: readonly number[]): number {
  const high = GRID[above] ?? 1;
  const low = GRID[above - 1] ?? high;
  const from = held[above - 1] ?? 0;
  const to = held[above] ?? 1;
  return to > from ? low + ((NOMINAL - from) / (to - from)) * (high - low) : high;
}

/** 1 inside the interval, 0 outside. */
function shareHeld({ mean, deviation, spread, actual }: PastInterval, factor: number): number {
  const quantiles = forecastQuantiles(mean, deviation * factor, spread);
  return actual >= (quantiles[LOWEST] ?? 0) && actual <= (quantiles[HIGHEST] ?? 0) ? 1 : 0;
}
