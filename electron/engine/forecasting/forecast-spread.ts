/**
 * How wrong a method was at past origins, turned into how wrong it may be now.
 *
 * The error k periods ahead has variance s^2 * (1 + c * (k - 1)): s^2 and the growth c >= 0 are those of greatest
 * Gaussian likelihood among a few values of c. s^2 leans on a prior, the noise that the history's changes tell of,
 * worth PRIOR_ERRORS errors, so that three lucky origins do not promise certainty. The shape is that of the
 * standardised errors themselves (as in conformal prediction: Vovk et al. 2005), mixed with Student's t for few of
 * them. Errors of one origin are correlated across horizons; the mean correlation, shrunk toward what the history
 * lets one expect, gives the deviation of the sum over the horizon.
 */
import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import { average } from './central-values';
import { studentQuantile } from './normal-quantile';
import type { ForecastSpread } from './types';

/** Errors (forecast - actual is negative of these: actual - forecast) by horizon; null where not observed. */
export type OriginErrors = readonly (number | null)[];

const GROWTHS = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1];
const PRIOR_ERRORS = 2;
/** Correlation to expect of errors about a steady level, and about one that wanders; worth PRIOR_ORIGINS origins. */
const STEADY_CORRELATION = 0.3;
const WANDERING_CORRELATION = 1;
const PRIOR_ORIGINS = 12;
/** The errors' own shape counts as many origins' worth against Student's t with this many. */
const SHAPE_ORIGINS = 20;
/** How much a further horizon of one origin tells, beside the first: errors of one origin go together. */
const REPEATED_ERROR = 0.05;

export type SpreadInput = {
  errors: readonly OriginErrors[];
  horizon: number;
  history: readonly number[];
  /** Periods in a year. */
  season: number;
  isCount: boolean;
  isNonNegative: boolean;
};

export function estimateSpread(input: SpreadInput): ForecastSpread {
  const pooled = input.errors.flatMap((path) =>
    path.flatMap((error, step) => (error === null ? [] : [{ error, step }])),
  );
  const growth = likeliestGrowth(pooled);
  const effective = input.errors.length + REPEATED_ERROR * (pooled.length - input.errors.length);
  const found = average(pooled.map(({ error, step }) => error ** 2 / (1 + growth * step)));
  const weight = Math.max(0, effective);
  const variance =
    (weight * found + PRIOR_ERRORS * noiseVariance(input.history, input.season)) / (weight + PRIOR_ERRORS);
  const deviations = Array.from({ length: input.horizon }, (_, step) =>
    Math.sqrt(variance * (1 + growth * step)),
  );
  const standardised = input.errors.map((path) =>
    path.map((error, step) =>
      error === null || variance === 0 ? null : error / Math.sqrt(variance * (1 + growth * step)),
    ),
  );
  return {
    deviations,
    totalDeviation: deviationOfSum(
      deviations,
      correlationWithin(standardised, expectedCorrelation(input, poissonShare(input, variance))),
    ),
    shape: shapeOf(standardised.flat().filter(isKnown), input.errors.length),
    isCount: input.isCount,
    isNonNegative: input.isNonNegative,
  };
}

/** sqrt(sum s_k^2 + 2 rho sum_{j<k} s_j s_k). */
export function deviationOfSum(deviations: readonly number[], correlation: number): number {
  const squares = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
  const sum = deviations.reduce((total, deviation) => total + deviation, 0);
  return Math.sqrt(squares + correlation * (sum ** 2 - squares));
}

function likeliestGrowth(pooled: readonly { error: number; step: number }[]): number {
  let best = { growth: GROWTHS[0] ?? 0, likelihood: Number.NEGATIVE_INFINITY };
  for (const growth of GROWTHS) {
    const variance = average(pooled.map(({ error, step }) => error ** 2 / (1 + growth * step)));
    if (variance <= 0) break;
    const logs = pooled.reduce((sum, { step }) => sum + Math.log(variance * (1 + growth * step)), 0);
    if (-logs > best.likelihood) best = { growth, likelihood: -logs };
  }
  return best.growth;
}

/**
 * The noise variance of a level series, from the changes from one period to the next or from one year to the next,
 * whichever are smaller: season adds to the first, trend to the second.
 */
function noiseVariance(history: readonly number[], season: number): number {
  const shortly = varianceOfChanges(history, 1);
  return history.length >= 2 * season ? Math.min(shortly, varianceOfChanges(history, season)) : shortly;
}

/** Half the mean squared change over `lag` periods: for noise about a level, its variance. */
function varianceOfChanges(history: readonly number[], lag: number): number {
  return average(history.slice(lag).map((value, index) => (value - (history[index] ?? value)) ** 2)) / 2;
}

/**
 * From that of a steady level to that of one that wanders, by how much less values change from one period to the next than
 * from one year to the next. What counts about a known rate would scatter is a new draw each period: that share of the
 * errors about a steady level has no correlation.
 */
function expectedCorrelation(
  { history, season }: Pick<SpreadInput, 'history' | 'season'>,
  noiseShare: number,
): number {
  const yearly = varianceOfChanges(history, season);
  const isTold = history.length >= 2 * season && yearly > 0;
  const wandering = isTold ? Math.max(0, 1 - varianceOfChanges(history, 1) / yearly) : 0;
  const steady = STEADY_CORRELATION * (1 - noiseShare);
  return steady + (WANDERING_CORRELATION - steady) * wandering;
}

/** Of the variance of a count's errors, what counts about a known rate would have (Poisson); of other series 0. */
function poissonShare({ history, season, isCount }: SpreadInput, variance: number): number {
  if (!isCount || variance <= 0) return 0;
  return Math.min(1, Math.max(0, average(history.slice(-season))) / variance);
}

function correlationWithin(standardised: readonly OriginErrors[], expected: number): number {
  const products = standardised.flatMap((path) => {
    const known = path.filter(isKnown);
    if (known.length < 2) return [];
    const sum = known.reduce((total, error) => total + error, 0);
    const squares = known.reduce((total, error) => total + error ** 2, 0);
    return [(sum ** 2 - squares) / (known.length * (known.length - 1))];
  });
  const shrunk =
    (products.length * average(products) + PRIOR_ORIGINS * expected) / (products.length + PRIOR_ORIGINS);
  return Math.min(0.95, Math.max(0, shrunk));
}

function shapeOf(standardised: readonly number[], origins: number): number[] {
  const sorted = [...standardised].sort((a, b) => a - b);
  const own = origins / (origins + SHAPE_ORIGINS);
  return QUANTILE_LEVELS.map((level) => {
    const smooth = studentQuantile(level, Math.max(3, origins));
    return sorted.length === 0 ? smooth : own * empiricalQuantile(sorted, level) + (1 - own) * smooth;
  });
}

/** Median-unbiased sample quantile, type 8 of Hyndman & Fan 1996. `sorted` ascending, not empty. */
export function empiricalQuantile(sorted: readonly number[], level: number): number {
  const position = (sorted.length + 1 / 3) * level + 1 / 3;
  const below = Math.min(sorted.length, Math.max(1, Math.floor(position)));
  const low = sorted[below - 1] ?? 0;
  const high = sorted[Math.min(sorted.length, below + 1) - 1] ?? low;
  return low + Math.min(1, Math.max(0, position - below)) * (high - low);
}

function isKnown(error: number | null): error is number {
  return error !== null;
}
