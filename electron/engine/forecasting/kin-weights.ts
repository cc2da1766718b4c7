/**
 * Weights of a combination that all series of a group share. A handful of origins of one series says little of which model
 * will do well on it; those of a whole group say which do well on such series, and choosing series by series loses to
 * that. The weights w, at least 0 and adding up to 1, are those of
 *
 *     least  sum |sum_m w_m e_m| / sum |e_best|  +  caution * sum_m w_m log(w_m / p_m)
 *
 * over all periods at all origins, errors e in units of each series' own seasonal-naive error (stacking: Breiman 1996;
 * drawn toward weights p known beforehand, equal but for a few, for such are hard to beat: Smith & Wallis 2009), found by
 * exponentiated gradients (Kivinen & Warmuth 1997). Where forecasts are combined as geometric means, e is what a factor
 * makes of what came, log(forecast / actual) * actual, so that weights are judged by the mean that they are used in. On one series a model weighs more or less by how it did there against how it does in the group.
 * Whether a series' combination loses to naive is judged by its loss drawn toward the group's.
 */
import { naiveScale } from './accuracy';
import type { OriginForecast } from './backtest';
import { average } from './central-values';
import type { PreparedSeries } from './prepare-series';
import { type Contender, combineForecasts, contend, geometricShift } from './select-model';
import type { ModelName, SeriesEvidence } from './types';

export type MemberWeights = Partial<Record<ModelName, number>>;

/** What a group knows of a combination of models. */
export type MemberFacts = {
  weights: MemberWeights;
  /** Quantile loss of each model relative to seasonal naive, the geometric mean of the series. */
  memberLosses: MemberWeights;
  /** The same of the combination. */
  relativeLoss: number;
};

/** A series as prepared, and what models found in it. */
export type KinEvidence = { series: PreparedSeries; evidence: SeriesEvidence };

/**
 * Where weights start from, members that count for more than one, and how much holds them there. Smoothing of logarithms
 * speaks for all levels that nothing but their own past moves, which the others, each with a trend or a season of its own
 * kind, outnumber; the more so where units are counted, in whose noise trends and seasons are seen that are not there.
 */
type Prior = { shares: MemberWeights; caution: number };
const PRIOR_OF_COUNTS: Prior = { shares: { log_smoothing: 6 }, caution: 0.05 };
const PRIOR_OF_AMOUNTS: Prior = { shares: { log_smoothing: 2 }, caution: 0.2 };
/** Whole numbers of this mean and above are amounts, rounded. */
const LEAST_AMOUNT = 1000;
/** A model's weight on a series falls with this power of its loss there over that in the group. */
const OWN_POWER = 1;
/** A loss is taken to be at most so many times the group's, or as small a part of it. */
const GREATEST_RATIO = 4.5;
const LEAST_LOSS = 0.01;
const STEPS = 200;
const STEP_SIZE = 0.3;
/** Of the weight, at either end of the members' forecasts: a member that runs away does little harm. */
const TRIM = 0.1;
/** A model has a weight when it was tested on this share of the series. */
const TESTED_SHARE = 0.8;

/** Null when fewer than two models were tested on most of the series. */
export function learnWeights(kin: readonly KinEvidence[]): MemberWeights | null {
  const tested = kin.filter(({ evidence }) => evidence.backtests.some(hasForecasts));
  const names = namesTested(tested);
  if (names.length < 2) return null;
  const rows = tested.flatMap((one) => errorRows(one, names));
  if (rows.length === 0) return null;
  const weights = descend(rows, names, priorOf(tested));
  return Object.fromEntries(names.map((name, index) => [name, weights[index] ?? 0]));
}

/** The contenders' mean by the group's weights; null when fewer than two were tested on the series. */
export function combineAsKin(
  series: PreparedSeries,
  contenders: readonly Contender[],
  naive: readonly OriginForecast[],
  { weights, memberLosses, relativeLoss }: MemberFacts,
): Contender | null {
  // A model tested on few of the series counts as a mean one.
  const meanWeight = 1 / Object.keys(weights).length;
  const able = contenders.flatMap(({ members, forecasts, relativeLoss: loss }) => {
    const [name] = members;
    const weight = (name && weights[name]) ?? meanWeight;
    if (!name || weight <= 0 || !Number.isFinite(loss)) return [];
    const ratio = loss / (memberLosses[name] ?? loss);
    return [{ name, weight: weight * tilt(ratio), forecasts }];
  });
  if (able.length < 2) return null;
  const total = able.reduce((sum, { weight }) => sum + weight, 0);
  const contender = contend(series, naive, relativeLoss, {
    method: 'combination',
    members: able.map(({ name }) => name),
    weights: able.map(({ weight }) => weight / total),
    trim: TRIM,
    forecasts: combineForecasts(able, TRIM),
    failure: null,
  });
  return { ...contender, judgedLoss: contender.shrunkLoss };
}

function tilt(ratio: number): number {
  return Math.min(GREATEST_RATIO, Math.max(1 / GREATEST_RATIO, ratio || 1)) ** -OWN_POWER;
}

/** Geometric means of losses relative to naive; a loss of nothing stays finite. */
export function typicalLoss(losses: readonly number[]): number {
  const known = losses.filter(Number.isFinite);
  return Math.exp(average(known.map((loss) => Math.log(Math.max(LEAST_LOSS, loss)))));
}

function namesTested(kin: readonly KinEvidence[]): ModelName[] {
  const counts = new Map<ModelName, number>();
  for (const { evidence } of kin) {
    for (const backtest of evidence.backtests.filter(hasForecasts))
      counts.set(backtest.model, (counts.get(backtest.model) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => (count >= TESTED_SHARE * kin.length ? [name] : []));
}

function priorOf(kin: readonly KinEvidence[]): Prior {
  const counts = kin.filter(({ series }) => series.isCount && average(series.demand) < LEAST_AMOUNT);
  return counts.length > kin.length / 2 ? PRIOR_OF_COUNTS : PRIOR_OF_AMOUNTS;
}

/** A row for each period that every model forecast: their errors, in units of the series' seasonal-naive error. */
function errorRows({ series, evidence }: KinEvidence, names: readonly ModelName[]): number[][] {
  const scale = naiveScale(series.demand, series.season)?.absolute;
  const models = names.map((name) => evidence.backtests.find(({ model }) => model === name));
  if (!scale) return [];
  // After a period of nothing any factor is as large as one likes.
  const isNeverEmpty = series.demand.every((units) => units > 0);
  return (models[0]?.forecasts ?? []).flatMap(({ origin, means }) => {
    const paths = models.map((model) => model?.forecasts.find((one) => one.origin === origin)?.means);
    const known = paths.filter((path) => path !== undefined);
    if (known.length < paths.length) return [];
    const shift = isNeverEmpty ? geometricShift(known) : null;
    return means.flatMap((_, step) => {
      const actual = series.demand[origin + step] ?? 0;
      const errors = known.map((path) => missBy(path[step] ?? 0, actual, shift) / scale / means.length);
      return series.observed[origin + step] ? [errors] : [];
    });
  });
}

function missBy(forecast: number, actual: number, shift: number | null): number {
  return shift === null
    ? forecast - actual
    : Math.log((forecast + shift) / (actual + shift)) * (actual + shift);
}

function descend(
  rows: readonly number[][],
  names: readonly ModelName[],
  { shares, caution }: Prior,
): number[] {
  const raised = names.map((name) => shares[name] ?? 1);
  const all = raised.reduce((sum, share) => sum + share, 0);
  const prior = raised.map((share) => share / all);
  const losses = prior.map((_, model) => average(rows.map((row) => Math.abs(row[model] ?? 0))));
  const unit = Math.max(1e-12, Math.min(...losses)) * rows.length;
  let weights = [...prior];
  for (let step = 0; step < STEPS; step++) {
    const gradient = gradientAt(rows, weights).map(
      (slope, model) =>
        slope / unit + caution * Math.log(Math.max(1e-9, weights[model] ?? 0) / (prior[model] ?? 1)),
    );
    const size = STEP_SIZE / Math.sqrt(1 + step / 20);
    const raw = weights.map((weight, model) => weight * Math.exp(-size * (gradient[model] ?? 0)));
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    weights = raw.map((weight) => weight / total);
  }
  return weights;
}

/** Of the sum of absolute errors of the combination. */
function gradientAt(rows: readonly number[][], weights: readonly number[]): number[] {
  const gradient = Array<number>(weights.length).fill(0);
  for (const row of rows) {
    let error = 0;
    for (let model = 0; model < weights.length; model++) error += (weights[model] ?? 0) * (row[model] ?? 0);
    const sign = Math.sign(error);
    for (let model = 0; model < weights.length; model++)
      gradient[model] = (gradient[model] ?? 0) + sign * (row[model] ?? 0);
  }
  return gradient;
}

function hasForecasts({ forecasts }: { forecasts: readonly OriginForecast[] }): boolean {
  return forecasts.length > 0;
}
