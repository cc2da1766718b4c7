/**
 * Whether sparse series of a group are forecast by what they tell of each other (pooled-counts.ts), and with what. It has
 * to earn that: learned from the earlier origins alone it must lose less on what came after the latest than the rate
 * of each series by itself.
 */

import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import { pinballLoss } from './accuracy';
import type { OriginForecast } from './backtest';
import { average } from './central-values';
import { countSpread } from './count-spread';
import { discountedMean, knownPeriods } from './models/recent-rate';
import { countQuantiles } from './negative-binomial';
import { type CountOutcome, countRate, learnCounts, type PooledCounts } from './pooled-counts';
import { type PreparedSeries, prepareSeries } from './prepare-series';
import type { ForecastTask } from './run-forecasts';
import { type Contender, contend } from './select-model';

/** With fewer series than this each stands for itself. */
const FEWEST_SERIES = 50;
const MOST_ORIGINS = 3;
const ENOUGH_SERIES = 600;
/** What is known at an origin covers this much of a season. */
const LEAST_SEASONS = 2 / 3;
/** Quantile loss relative to seasonal naive to expect before anything was tested; see select-model.ts. */
const EXPECTED_LOSS = 0.75;
/** Added to a series' mean change, which losses are measured in, so that one that slept weighs no more than others. */
const LEAST_CHANGE = 0.05;

/** Null where there are few such series or a rate of each by itself does as well. */
export function learnSparse(tasks: readonly ForecastTask[]): PooledCounts | null {
  const horizon = tasks[0]?.options.horizon ?? 1;
  const sparse = tasks.flatMap(({ series, options }): PreparedSeries[] => {
    const prepared = options.model === 'auto' ? prepareSeries(series, options.completeThrough) : null;
    return prepared && isSparse(prepared) ? [prepared] : [];
  });
  if (sparse.length < FEWEST_SERIES) return null;
  const season = sparse[0]?.season ?? 12;
  const latest = sparse.flatMap((series) => outcomesOf(series, horizon, 1));
  const earlier = sparse.flatMap((series) => {
    const demand = series.demand.slice(0, series.demand.length - horizon);
    return outcomesOf({ ...series, demand }, Math.ceil(horizon / 2), 1);
  });
  const trial = earlier.length >= FEWEST_SERIES ? learnCounts(earlier, season) : null;
  if (!trial || lossOf(latest, pooledQuantiles(trial)) >= lossOf(latest, ownQuantiles(season))) return null;
  return learnCounts(
    sparse.flatMap((series) => outcomesOf(series, horizon, originsFor(sparse.length))),
    season,
  );
}

/** Few series are asked about several origins, half a horizon apart; of many the latest says most of how they are now. */
function originsFor(count: number): number {
  return Math.max(1, Math.min(MOST_ORIGINS, Math.round(ENOUGH_SERIES / count)));
}

/** Whether the group's rates are for it. */
export function isSparse({ isIntermittent, isCount, storeSeason }: PreparedSeries): boolean {
  return isIntermittent && isCount && !storeSeason;
}

/** The group's rate at the origins that naive was tested at. */
export function contendAsSparse(
  series: PreparedSeries,
  naive: readonly OriginForecast[],
  pooled: PooledCounts,
): Contender {
  const contender = contend(series, naive, EXPECTED_LOSS, {
    method: 'pooled_counts',
    members: [],
    weights: [],
    trim: 0,
    forecasts: naive.map(({ origin, means }) => ({
      origin,
      means: pooledMeans(series.demand.slice(0, origin), means.length, pooled),
    })),
    failure: null,
  });
  return { ...contender, judgedLoss: contender.shrunkLoss };
}

export function pooledMeans(history: readonly number[], horizon: number, pooled: PooledCounts): number[] {
  return Array<number>(horizon).fill(countRate(history, pooled).mean);
}

/** What was known and what came, latest origin first. */
function outcomesOf({ demand, season }: PreparedSeries, horizon: number, most: number): CountOutcome[] {
  const step = Math.max(1, Math.ceil(horizon / 2));
  return Array.from({ length: most }, (_, index) => demand.length - horizon - index * step)
    .filter((origin) => origin >= LEAST_SEASONS * season)
    .map((origin) => ({ history: demand.slice(0, origin), after: demand.slice(origin, origin + horizon) }));
}

type Quantiles = (outcome: CountOutcome) => number[];

function pooledQuantiles(pooled: PooledCounts): Quantiles {
  return ({ history }) => {
    const { mean, variance } = countRate(history, pooled);
    return countQuantiles(mean, variance, QUANTILE_LEVELS);
  };
}

function ownQuantiles(season: number): Quantiles {
  return ({ history }) => {
    const mean = discountedMean(history, season / 2);
    const deviation =
      countSpread(history, [mean], knownPeriods(history.length, season / 2)).deviations[0] ?? 0;
    return countQuantiles(mean, deviation ** 2, QUANTILE_LEVELS);
  };
}

/** Quantile loss in units of each series' mean change. */
function lossOf(outcomes: readonly CountOutcome[], quantilesOf: Quantiles): number {
  return average(
    outcomes.map((outcome) => {
      const { history, after } = outcome;
      const changes = history.slice(1).map((value, index) => Math.abs(value - (history[index] ?? 0)));
      const quantiles = quantilesOf(outcome);
      return (
        average(after.map((actual) => pinballLoss(actual, quantiles))) / (average(changes) + LEAST_CHANGE)
      );
    }),
  );
}
