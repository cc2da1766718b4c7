/**
 * Which method forecasts a series, by its back-test. Methods are compared by quantile loss relative to seasonal
 * naive at the same origins: a loss that, unlike an absolute error, is not won by forecasting zero where most
 * periods sell nothing. The median of the best methods is hard to beat (Petropoulos & Svetunkov 2020), so a single
 * one must be clearly better to be chosen, and what loses to seasonal naive gives way to it.
 */
import { type BacktestScores, scoreBacktest } from './accuracy';
import type { ModelBacktest, OriginForecast } from './backtest';
import { median } from './central-values';
import type { PreparedSeries } from './prepare-series';
import type { ForecastMethod, ModelName } from './types';

export type Contender = {
  method: ForecastMethod;
  members: ModelName[];
  forecasts: OriginForecast[];
  scores: BacktestScores;
  /** Quantile loss / that of seasonal naive at the same origins; below 1 is better than naive. */
  relativeLoss: number;
  failure: string | null;
};

/** Members lose at most this much against the best. */
const MEMBER_TOLERANCE = 1.15;
const FEWEST_MEMBERS = 3;
const MOST_MEMBERS = 5;
/** A single method must have less than this share of the combination's loss. */
const CLEARLY_BETTER = 0.97;

export function rankContenders(series: PreparedSeries, backtests: readonly ModelBacktest[]): Contender[] {
  const naive = backtests.find(({ model }) => model.name === 'seasonal_naive')?.forecasts ?? [];
  return backtests.map(({ model, forecasts, failure }) =>
    contend(series, naive, { method: model.name, members: [model.name], forecasts, failure }),
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
    .sort((a, b) => a.relativeLoss - b.relativeLoss);
  const limit = (able[0]?.relativeLoss ?? 0) * MEMBER_TOLERANCE;
  const best = able
    .filter((contender, rank) => rank < FEWEST_MEMBERS || contender.relativeLoss <= limit)
    .slice(0, MOST_MEMBERS);
  if (best.length < 2) return null;
  return contend(series, naive, {
    method: 'combination',
    members: best.flatMap((contender) => contender.members),
    forecasts: combineForecasts(best.map((contender) => contender.forecasts)),
    failure: null,
  });
}

export function chooseContender(
  contenders: readonly Contender[],
  combination: Contender | null,
): { chosen: Contender; lostToNaive: boolean } | null {
  const able = contenders.filter((contender) => Number.isFinite(contender.relativeLoss));
  const [first, ...others] = able;
  if (!first) return null;
  const single = others.reduce((best, next) => (next.relativeLoss < best.relativeLoss ? next : best), first);
  const best =
    combination && single.relativeLoss >= CLEARLY_BETTER * combination.relativeLoss ? combination : single;
  const naive = able.find((contender) => contender.method === 'seasonal_naive');
  if (naive && best.relativeLoss > naive.relativeLoss) return { chosen: naive, lostToNaive: true };
  return { chosen: best, lostToNaive: best === naive };
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
  candidate: Omit<Contender, 'scores' | 'relativeLoss'>,
): Contender {
  const scores = scoreBacktest(series, candidate.forecasts);
  const tested = new Set(candidate.forecasts.map(({ origin }) => origin));
  const rival = scoreBacktest(
    series,
    naive.filter(({ origin }) => tested.has(origin)),
  );
  return { ...candidate, scores, relativeLoss: relative(scores.pinball, rival.pinball) };
}

function relative(loss: number | null, naiveLoss: number | null): number {
  if (loss === null || naiveLoss === null) return Number.POSITIVE_INFINITY;
  if (naiveLoss > 0) return loss / naiveLoss;
  return loss > 0 ? Number.MAX_VALUE : 1;
}
