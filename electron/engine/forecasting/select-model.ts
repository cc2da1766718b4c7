/**
 * Which method forecasts a series, by its back-test. Methods are compared by quantile loss relative to seasonal
 * naive at the same origins: a loss that, unlike an absolute error, is not won by forecasting zero where most
 * periods sell nothing. A handful of origins says little, so the loss is drawn toward what the model is expected
 * to lose (a geometric mean weighted by origins): choosing by the bare figures loses to the plain combination.
 * The median of the best methods is hard to beat (Petropoulos & Svetunkov 2020), so a single one must be clearly
 * better to be chosen, and what clearly loses to seasonal naive in the bare figures gives way to it.
 */
import { type BacktestScores, scoreBacktest } from './accuracy';
import type { ModelBacktest, OriginForecast } from './backtest';
import { average, median } from './central-values';
import type { PreparedSeries } from './prepare-series';
import type { ForecastMethod, ModelName } from './types';

export type Contender = {
  method: ForecastMethod;
  members: ModelName[];
  forecasts: OriginForecast[];
  scores: BacktestScores;
  /** Quantile loss / that of seasonal naive at the same origins; below 1 is better than naive. */
  relativeLoss: number;
  /** The same drawn toward what is expected; what methods are ranked by. */
  shrunkLoss: number;
  failure: string | null;
};

/** A model's expected loss counts as much as this many origins. */
const EXPECTATION_ORIGINS = 12;
/** Members lose at most this much against the best. */
const MEMBER_TOLERANCE = 1.15;
const FEWEST_MEMBERS = 3;
const MOST_MEMBERS = 5;
/** A single method must have less than this share of the combination's loss. */
const CLEARLY_BETTER = 0.85;
/**
 * A method with more than this times the loss of seasonal naive gives way to it. Up to here the difference is
 * within what a handful of origins can tell; it is kept, and said.
 */
const CLEARLY_WORSE = 1.2;
/**
 * Added to both losses, as a share of the mean change from period to period: a naive forecast of zero that met
 * a few empty periods by luck is then not infinitely good.
 */
const LOSS_FLOOR = 0.05;
/** Losses relative to naive are averaged as logarithms; this keeps a perfect fit finite. */
const LEAST_LOSS = 0.01;

export function rankContenders(series: PreparedSeries, backtests: readonly ModelBacktest[]): Contender[] {
  const naive = backtests.find(({ model }) => model.name === 'seasonal_naive')?.forecasts ?? [];
  return backtests.map(({ model, forecasts, failure }) =>
    contend(series, naive, model.expectedLoss, {
      method: model.name,
      members: [model.name],
      forecasts,
      failure,
    }),
  );
}

/** The median of the best contenders; null when fewer than two can be combined. */
export function combineBest(
  series: PreparedSeries,
  contenders: readonly Contender[],
  naive: readonly OriginForecast[],
): Contender | null {
  const able = contenders
    .filter((contender) => Number.isFinite(contender.relativeLoss))
    .sort((a, b) => a.shrunkLoss - b.shrunkLoss);
  const limit = (able[0]?.shrunkLoss ?? 0) * MEMBER_TOLERANCE;
  const best = able
    .filter((contender, rank) => rank < FEWEST_MEMBERS || contender.shrunkLoss <= limit)
    .slice(0, MOST_MEMBERS);
  if (best.length < 2) return null;
  const expected = Math.exp(average(best.map((contender) => Math.log(contender.shrunkLoss))));
  return contend(series, naive, expected, {
    method: 'combination',
    members: best.flatMap((contender) => contender.members),
    forecasts: combineForecasts(best.map((contender) => contender.forecasts)),
    failure: null,
  });
}

export function chooseContender(
  contenders: readonly Contender[],
  combination: Contender | null,
): { chosen: Contender; replaced: Contender | null } | null {
  const able = contenders.filter((contender) => Number.isFinite(contender.relativeLoss));
  const [first, ...others] = able;
  if (!first) return null;
  const single = others.reduce((best, next) => (next.shrunkLoss < best.shrunkLoss ? next : best), first);
  const best =
    combination && single.shrunkLoss >= CLEARLY_BETTER * combination.shrunkLoss ? combination : single;
  const naive = able.find((contender) => contender.method === 'seasonal_naive');
  const gaveWay = naive !== undefined && best.relativeLoss > CLEARLY_WORSE;
  return gaveWay ? { chosen: naive, replaced: best } : { chosen: best, replaced: null };
}

/** Medians across methods, origin by origin, of those that were tested there. */
export function combineForecasts(methods: readonly (readonly OriginForecast[])[]): OriginForecast[] {
  const origins = [...new Set(methods.flatMap((forecasts) => forecasts.map(({ origin }) => origin)))];
  return origins
    .sort((a, b) => b - a)
    .map((origin) => ({
      origin,
      means: medianMeans(
        methods.flatMap((forecasts) => forecasts.filter((forecast) => forecast.origin === origin)),
      ),
    }));
}

export function medianMeans(forecasts: readonly { means: readonly number[] }[]): number[] {
  const length = forecasts[0]?.means.length ?? 0;
  return Array.from({ length }, (_, step) => median(forecasts.map(({ means }) => means[step] ?? 0)));
}

function contend(
  series: PreparedSeries,
  naive: readonly OriginForecast[],
  expectedLoss: number,
  candidate: Omit<Contender, 'scores' | 'relativeLoss' | 'shrunkLoss'>,
): Contender {
  const scores = scoreBacktest(series, candidate.forecasts);
  const tested = new Set(candidate.forecasts.map(({ origin }) => origin));
  const rival = scoreBacktest(
    series,
    naive.filter(({ origin }) => tested.has(origin)),
  );
  const relativeLoss = relative(scores.pinball, rival.pinball, LOSS_FLOOR * meanChange(series.demand));
  const shrunkLoss = shrink(relativeLoss, scores.origins, expectedLoss);
  return { ...candidate, scores, relativeLoss, shrunkLoss };
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
