/**
 * Which method forecasts a series, by its back-test. Methods are compared by quantile loss relative to seasonal
 * naive at the same origins: a loss that, unlike an absolute error, is not won by forecasting zero where most
 * periods sell nothing. A handful of origins says little, so the loss is drawn toward what the model is expected
 * to lose (a geometric mean weighted by origins): choosing by the bare figures loses to the plain combination.
 * A mean of unlike methods is hard to beat (Makridakis, Spiliotis & Assimakopoulos 2020), so a single one must be
 * clearly better to be chosen, and seasonal naive is a member too: it takes back some of a trend that all others
 * see. What loses to seasonal naive in the bare figures gives way to it.
 */
import { type BacktestScores, scoreBacktest } from './accuracy';
import type { OriginForecast } from './backtest';
import { average } from './central-values';
import { findModel } from './models/model-catalogue';
import type { PreparedSeries } from './prepare-series';
import type { ForecastMethod, ModelEvidence, ModelName } from './types';

export type Contender = {
  method: ForecastMethod;
  members: ModelName[];
  /** Of the members, adding up to 1. */
  weights: number[];
  /** Of the weight, left out at either end of the members' forecasts. */
  trim: number;
  forecasts: OriginForecast[];
  scores: BacktestScores;
  /** Quantile loss / that of seasonal naive at the same origins; below 1 is better than naive. */
  relativeLoss: number;
  /** The same drawn toward what is expected; what methods are ranked by. */
  shrunkLoss: number;
  /** Which of the two it is held against naive by. */
  judgedLoss: number;
  failure: string | null;
};

/** A model's expected loss counts as much as this many origins. */
const EXPECTATION_ORIGINS = 6;
/** A member's weight falls with this power of its loss. */
const WEIGHT_POWER = 4;
/** Members lose at most this much against the best. */
const MEMBER_TOLERANCE = 1.5;
const MOST_MEMBERS = 10;
/** Of the weight, at either end of the members' forecasts. */
const TRIM = 0.3;
/** Added to forecasts before their geometric mean, as a share of the arithmetic one. */
const GEOMETRIC_SHIFT = 0.03;
/** A single method must have less than this share of the combination's loss. */
const CLEARLY_BETTER = 0.7;
/** Closer than this to naive's loss is level with it: where little sells, both forecast nothing most of the time. */
const LEVEL_WITH_NAIVE = 1.01;
/**
 * Added to both losses, as a share of the mean change from period to period: a naive forecast of zero that met
 * a few empty periods by luck is then not infinitely good.
 */
const LOSS_FLOOR = 0.05;
/** Losses relative to naive are averaged as logarithms; this keeps a perfect fit finite. */
const LEAST_LOSS = 0.01;

export function rankContenders(series: PreparedSeries, backtests: readonly ModelEvidence[]): Contender[] {
  const naive = backtests.find(({ model }) => model === 'seasonal_naive')?.forecasts ?? [];
  return backtests.map(({ model, forecasts, failure }) =>
    contend(series, naive, findModel(model).expectedLoss, {
      method: model,
      members: [model],
      weights: [1],
      trim: 0,
      forecasts,
      failure,
    }),
  );
}

/** The trimmed, weighted mean of the contenders; null when fewer than two can be combined. */
export function combineBest(
  series: PreparedSeries,
  contenders: readonly Contender[],
  naive: readonly OriginForecast[],
): Contender | null {
  const able = contenders
    .filter((contender) => Number.isFinite(contender.relativeLoss))
    .filter(({ method }) => !(series.isIntermittent && method === 'seasonal_naive'))
    .sort((a, b) => a.shrunkLoss - b.shrunkLoss);
  const least = able[0]?.shrunkLoss ?? 0;
  const best = able.filter(({ shrunkLoss }) => shrunkLoss <= MEMBER_TOLERANCE * least).slice(0, MOST_MEMBERS);
  if (best.length < 2) return null;
  const expected = Math.exp(average(best.map((contender) => Math.log(contender.shrunkLoss))));
  const raw = best.map(({ shrunkLoss }) => shrunkLoss ** -WEIGHT_POWER);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / total);
  return contend(series, naive, expected, {
    method: 'combination',
    members: best.flatMap((contender) => contender.members),
    weights,
    trim: trimFor(series),
    forecasts: combineForecasts(
      best.map(({ forecasts }, index) => ({ forecasts, weight: weights[index] ?? 0 })),
      trimFor(series),
    ),
    failure: null,
  });
}

/**
 * The combination's members with half of their weight, and seasonal naive with the other half: where the combination
 * loses to naive by a little, the two together seldom do. Null without both.
 */
export function leanOnNaive(
  series: PreparedSeries,
  combination: Contender | null,
  contenders: readonly Contender[],
): Contender | null {
  const naive = contenders.find(({ method }) => method === 'seasonal_naive');
  if (!combination || !naive || series.isIntermittent) return null;
  const { trim } = combination;
  const halved = combination.members.flatMap((member, index) => {
    const contender = contenders.find(({ method }) => method === member);
    return contender && contender !== naive
      ? [{ member, weight: (combination.weights[index] ?? 0) / 2, forecasts: contender.forecasts }]
      : [];
  });
  const rest = halved.reduce((sum, { weight }) => sum + weight, 0);
  const all = [
    ...halved,
    { member: 'seasonal_naive' as const, weight: 1 - rest, forecasts: naive.forecasts },
  ];
  return contend(series, naive.forecasts, combination.shrunkLoss, {
    method: 'combination',
    members: all.map(({ member }) => member),
    weights: all.map(({ weight }) => weight),
    trim,
    forecasts: combineForecasts(all, trim),
    failure: null,
  });
}

/**
 * The combination, unless a single method is clearly better; where that loses to seasonal naive the combination that
 * leans on naive, and where that loses too, naive itself. `replaced` is then what would have been chosen.
 */
export function chooseContender(
  contenders: readonly Contender[],
  combination: Contender | null,
  leaning: Contender | null,
): { chosen: Contender; replaced: Contender | null } | null {
  const able = contenders.filter((contender) => Number.isFinite(contender.relativeLoss));
  const wanted = prefer(able, combination);
  const naive = able.find((contender) => contender.method === 'seasonal_naive');
  if (!wanted || !naive || wanted === naive || beatsNaive(wanted))
    return wanted && { chosen: wanted, replaced: null };
  if (leaning && beatsNaive(leaning)) return { chosen: leaning, replaced: null };
  return { chosen: naive, replaced: wanted };
}

/** Whether it is no worse than seasonal naive; never for naive itself or where it was not tested. */
export function beatsNaive({ method, judgedLoss }: Contender): boolean {
  return method !== 'seasonal_naive' && judgedLoss <= LEVEL_WITH_NAIVE;
}

function prefer(able: readonly Contender[], combination: Contender | null): Contender | null {
  const single = able.reduce<Contender | null>(
    (best, next) => (best && best.shrunkLoss <= next.shrunkLoss ? best : next),
    null,
  );
  if (!single || !combination) return single;
  return single.shrunkLoss < CLEARLY_BETTER * combination.shrunkLoss ? single : combination;
}

/**
 * How much weight is left out at either end when forecasts are combined: a member that runs away does no harm.
 * Forecasts of intermittent series are near each other.
 */
function trimFor({ isIntermittent }: Pick<PreparedSeries, 'isIntermittent'>): number {
  return isIntermittent ? 0 : TRIM;
}

/** Means across methods, origin by origin, of those that were tested there. */
export function combineForecasts(
  methods: readonly { forecasts: readonly OriginForecast[]; weight: number }[],
  trim: number,
): OriginForecast[] {
  const origins = [...new Set(methods.flatMap(({ forecasts }) => forecasts.map(({ origin }) => origin)))];
  return origins
    .sort((a, b) => b - a)
    .map((origin) => ({
      origin,
      means: trimmedMeans(
        methods.flatMap(({ forecasts, weight }) =>
          forecasts.filter((one) => one.origin === origin).map(({ means }) => ({ means, weight })),
        ),
        trim,
      ),
    }));
}

/**
 * Weighted means of forecasts of the same periods, at each of them without the lowest and highest that together hold
 * the share `trim` of the weight at either end. Sizes err by factors, so where nothing is below 0 the mean is the geometric
 * one, of values that a share of their mean is added to lest a single zero take all. Weights need not add up to 1.
 */
export function trimmedMeans(
  forecasts: readonly { means: readonly number[]; weight: number }[],
  trim: number,
): number[] {
  const total = forecasts.reduce((sum, { weight }) => sum + weight, 0);
  const length = forecasts[0]?.means.length ?? 0;
  const shift = geometricShift(forecasts.map(({ means }) => means));
  return Array.from({ length }, (_, step) => {
    const sorted = forecasts
      .map(({ means, weight }) => ({ mean: means[step] ?? 0, share: weight / total }))
      .sort((a, b) => a.mean - b.mean);
    let below = 0;
    let sum = 0;
    for (const { mean, share } of sorted) {
      const from = Math.max(trim, below);
      below += share;
      sum += Math.max(0, Math.min(1 - trim, below) - from) * (shift !== null ? Math.log(mean + shift) : mean);
    }
    const mean = sum / (1 - 2 * trim);
    return shift !== null ? Math.max(0, Math.exp(mean) - shift) : mean;
  });
}

/** What is added to forecasts before their geometric mean; null where that is not taken. */
export function geometricShift(forecasts: readonly (readonly number[])[]): number | null {
  const all = forecasts.flat();
  const shift = GEOMETRIC_SHIFT * average(all);
  return shift > 0 && all.every((mean) => mean >= 0) ? shift : null;
}

export function contend(
  series: PreparedSeries,
  naive: readonly OriginForecast[],
  expectedLoss: number,
  candidate: Omit<Contender, 'scores' | 'relativeLoss' | 'shrunkLoss' | 'judgedLoss'>,
): Contender {
  const scores = scoreBacktest(series, candidate.method, candidate.forecasts);
  const tested = new Set(candidate.forecasts.map(({ origin }) => origin));
  const rival = scoreBacktest(
    series,
    'seasonal_naive',
    naive.filter(({ origin }) => tested.has(origin)),
  );
  const relativeLoss = relative(scores.pinball, rival.pinball, LOSS_FLOOR * meanChange(series.demand));
  const shrunkLoss = shrink(relativeLoss, scores.origins, expectedLoss);
  return { ...candidate, scores, relativeLoss, shrunkLoss, judgedLoss: relativeLoss };
}

function shrink(relativeLoss: number, origins: number, expectedLoss: number): number {
  const found = origins * Math.log(Math.max(LEAST_LOSS, relativeLoss));
  return Math.exp((found + EXPECTATION_ORIGINS * Math.log(expectedLoss)) / (origins + EXPECTATION_ORIGINS));
}

function relative(loss: number | null, naiveLoss: number | null, floor: number): number {
  if (loss === null || naiveLoss === null) return Number.POSITIVE_INFINITY;
  return naiveLoss + floor > 0 ? (loss + floor) / (naiveLoss + floor) : 1;
}

function meanChange(history: readonly number[]): number {
  return average(history.slice(1).map((value, index) => Math.abs(value - (history[index] ?? value))));
}
