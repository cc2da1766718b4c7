/**
 * Seasonality of a history: whether there is any, and multiplicative indices to take it out and put it back.
 *
 * Test: autocorrelation at the seasonal lag beyond 1.645 standard errors by Bartlett's formula (the 90 % test of
 * Assimakopoulos & Nikolopoulos 2000 and of Fiorucci et al. 2016). Indices: classical decomposition, ratio to a
 * centred moving average (Makridakis, Wheelwright & Hyndman 1998, 3.4), as R's decompose; those of weeks are
 * averaged with their neighbours.
 */
import { average } from './central-values';

/** 95 % quantile of the normal distribution. */
const CRITICAL_VALUE = 1.6448536269514722;
/** Weeks are noisy: their indices are averaged over this many neighbours on each side. */
const WEEK_NEIGHBOURS = 2;
/** Below this a season has no sales to tell the level by, and dividing by it would run away. */
const LEAST_INDEX = 1e-4;
/** By how much the variance by chance is put higher, as neighbouring years err alike. */
const CAUTION = 1.5;

export function autocorrelation(history: readonly number[], lag: number): number {
  const mean = average(history);
  let product = 0;
  let square = 0;
  history.forEach((value, index) => {
    square += (value - mean) ** 2;
    const earlier = history[index - lag];
    if (earlier !== undefined) product += (value - mean) * (earlier - mean);
  });
  return square > 0 ? product / square : 0;
}

/** Needs two full seasons and one value; false otherwise. */
export function isSeasonal(history: readonly number[], season: number): boolean {
  if (season < 2 || history.length <= 2 * season) return false;
  let variance = 1;
  for (let lag = 1; lag < season; lag++) variance += 2 * autocorrelation(history, lag) ** 2;
  const limit = CRITICAL_VALUE * Math.sqrt(variance / history.length);
  return Math.abs(autocorrelation(history, season)) > limit;
}

/**
 * One positive index for each position in the season (position 0 is the first value of `history`), averaging 1;
 * all 1 when the history is not seasonal, is negative somewhere, or has a season of hardly any units.
 */
export function seasonalIndices(history: readonly number[], season: number): number[] {
  const flat = Array<number>(season).fill(1);
  if (!isSeasonal(history, season) || history.some((value) => value < 0)) return flat;
  const indices = averageRatios(ratiosToTrend(history, season));
  return indices.some((index) => index < LEAST_INDEX) ? flat : indices;
}

/**
 * The same without a test, drawn toward 1 as far as chance explains their spread (after the James-Stein estimator of
 * Miller & Williams 2003): a season that is hardly there is hardly followed. Each index is a ratio of sums, in which
 * small months, whose ratios are wild, weigh little.
 */
export function shrunkSeasonalIndices(history: readonly number[], season: number): number[] {
  const flat = Array<number>(season).fill(1);
  if (season < 4 || history.length <= 2 * season || history.some((value) => value < 0)) return flat;
  const trend = centredMovingAverage(history, season);
  const sums = flat.map((_, position) => {
    let units = 0;
    let level = 0;
    for (let t = position; t < history.length; t += season) {
      units += trend[t] === null ? 0 : (history[t] ?? 0);
      level += trend[t] ?? 0;
    }
    return level > 0 ? units / level : 1;
  });
  const indices = normalise(sums);
  const spread = indices.reduce((sum, index) => sum + (index - 1) ** 2, 0) / (season - 1);
  const chance = chanceVariance(ratiosToTrend(history, season));
  if (!(spread > 0) || chance === null) return flat;
  const share = Math.min(1, (CAUTION * chance) / spread);
  return indices.map((index) => Math.max(LEAST_INDEX, share + (1 - share) * index));
}

/** Variance of an index that comes from the years' not being alike; null when that cannot be told. */
function chanceVariance(ratios: readonly number[][]): number | null {
  let square = 0;
  let freedom = 0;
  for (const found of ratios) {
    const mean = average(found);
    for (const ratio of found) square += (ratio - mean) ** 2;
    freedom += Math.max(0, found.length - 1);
  }
  const years = average(ratios.map((found) => found.length));
  const neighbours = ratios.length > 12 ? 2 * WEEK_NEIGHBOURS + 1 : 1;
  return freedom > 0 ? square / freedom / years / neighbours : null;
}

/** Values relative to a centred moving average, by position in the season. */
function ratiosToTrend(history: readonly number[], season: number): number[][] {
  const ratios: number[][] = Array.from({ length: season }, () => []);
  const trend = centredMovingAverage(history, season);
  history.forEach((value, index) => {
    const level = trend[index];
    if (level !== null && level !== undefined && level > 0) ratios[index % season]?.push(value / level);
  });
  return ratios;
}

function averageRatios(ratios: readonly number[][]): number[] {
  return normalise(ratios.map((found) => (found.length > 0 ? average(found) : 1)));
}

/** Averaging 1, those of weeks after they were averaged with their neighbours. */
function normalise(raw: readonly number[]): number[] {
  const smooth = raw.length > 12 ? smoothAround(raw, WEEK_NEIGHBOURS) : raw;
  const scale = average(smooth);
  return smooth.map((index) => index / scale);
}

/** Values divided by their season's index. */
export function removeSeason(history: readonly number[], indices: readonly number[]): number[] {
  return history.map((value, position) => value / (indices[position % indices.length] ?? 1));
}

/** Puts the season back on a forecast that begins at position `from` of the history. */
export function restoreSeason(
  forecast: readonly number[],
  indices: readonly number[],
  from: number,
): number[] {
  return forecast.map((value, step) => value * (indices[(from + step) % indices.length] ?? 1));
}

/** A 2 x m moving average for even m; null at both ends where the window does not fit. */
export function centredMovingAverage(history: readonly number[], season: number): (number | null)[] {
  const half = Math.floor(season / 2);
  const isEven = season % 2 === 0;
  return history.map((_, center) => {
    if (center < half || center + half >= history.length) return null;
    let sum = 0;
    for (let offset = -half; offset <= half; offset++) {
      const weight = isEven && Math.abs(offset) === half ? 0.5 : 1;
      sum += weight * (history[center + offset] ?? 0);
    }
    return sum / season;
  });
}

function smoothAround(values: readonly number[], reach: number): number[] {
  return values.map((_, center) => {
    let sum = 0;
    for (let offset = -reach; offset <= reach; offset++) {
      sum += values[(center + offset + values.length) % values.length] ?? 1;
    }
    return sum / (2 * reach + 1);
  });
}
