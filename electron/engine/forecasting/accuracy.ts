/** Back-test scores; their definitions stand at ForecastAccuracy. */
import { QUANTILE_LEVELS } from '@shared/domain/quantile-levels';
import type { OriginForecast } from './backtest';
import { average } from './central-values';
import { countSpread } from './count-spread';
import { forecastQuantiles } from './forecast-quantiles';
import { estimateSpread, type OriginErrors } from './forecast-spread';
import { knownPeriods } from './models/recent-rate';
import { pooledSpread } from './pooled-counts';
import type { PreparedSeries } from './prepare-series';
import { applySpreadFactors } from './spread-factors';
import type { ForecastAccuracy, ForecastMethod, ForecastSpread } from './types';

/** Positions of 5, 10, 90 and 95 % among the nineteen levels. */
const LOWEST = 0;
const LOW = 1;
const HIGH = 17;
const HIGHEST = 18;

export type BacktestScores = Omit<ForecastAccuracy, 'beatsNaive'>;

/** Of what was not tested. */
export const UNTESTED_SCORES: BacktestScores = {
  mase: null,
  rmsse: null,
  bias: null,
  pinball: null,
  coverage80: null,
  coverage90: null,
  origins: 0,
};

/** Actual minus forecast for each origin; null where the period has no data. */
export function originErrors(series: PreparedSeries, forecasts: readonly OriginForecast[]): OriginErrors[] {
  return forecasts.map(({ origin, means }) =>
    means.map((mean, step) => {
      const actual = series.demand[origin + step];
      return actual !== undefined && series.observed[origin + step] ? actual - mean : null;
    }),
  );
}

/**
 * Spread of forecast means after `history`, the series' own or what came before an origin. That of seasonal naive
 * always comes from its errors: a single period a season ago is no mean of counts.
 */
export function spreadOf(
  series: PreparedSeries,
  method: ForecastMethod,
  history: readonly number[],
  means: readonly number[],
  errors: readonly OriginErrors[],
): ForecastSpread {
  const { isCount, isNonNegative, isIntermittent, season, spreadFactors, pooledCounts } = series;
  if (pooledCounts && method === 'pooled_counts') return pooledSpread(history, means.length, pooledCounts);
  if (isCount && isIntermittent && method !== 'seasonal_naive')
    return countSpread(history, means, knownPeriods(history.length, season / 2));
  const own = estimateSpread({ errors, horizon: means.length, history, season, isCount, isNonNegative });
  return spreadFactors && method === 'combination' ? applySpreadFactors(own, spreadFactors) : own;
}

export function scoreBacktest(
  series: PreparedSeries,
  method: ForecastMethod,
  forecasts: readonly OriginForecast[],
): BacktestScores {
  const errors = originErrors(series, forecasts);
  const scored = forecasts.flatMap((forecast, index) => scoreOrigin(series, method, forecast, errors, index));
  return {
    mase: averageKnown(scored.map((score) => score.mase)),
    rmsse: averageKnown(scored.map((score) => score.rmsse)),
    bias: biasOf(series, forecasts, errors),
    pinball: averageKnown(scored.map((score) => score.pinball)),
    coverage80: shareWithin(
      scored.flatMap((score) => score.ranges),
      'is80',
    ),
    coverage90: shareWithin(
      scored.flatMap((score) => score.ranges),
      'is90',
    ),
    origins: scored.length,
  };
}

/** Quantile loss of Koenker & Bassett 1978, averaged over the nineteen levels. */
export function pinballLoss(actual: number, quantiles: readonly number[]): number {
  return average(
    QUANTILE_LEVELS.map((level, index) => {
      const distance = actual - (quantiles[index] ?? 0);
      return distance >= 0 ? level * distance : (level - 1) * distance;
    }),
  );
}

/** Mean absolute and mean squared error of the seasonal naive method inside a history; null for too short a one. */
export function naiveScale(
  history: readonly number[],
  season: number,
): { absolute: number; squared: number } | null {
  const changes = history.slice(season).map((value, index) => value - (history[index] ?? 0));
  if (changes.length === 0) return null;
  const absolute = average(changes.map(Math.abs));
  return absolute > 0 ? { absolute, squared: average(changes.map((change) => change ** 2)) } : null;
}

type OriginScore = {
  mase: number | null;
  rmsse: number | null;
  pinball: number;
  ranges: { is80: boolean; is90: boolean }[];
};

function scoreOrigin(
  series: PreparedSeries,
  method: ForecastMethod,
  forecast: OriginForecast,
  errors: readonly OriginErrors[],
  index: number,
): OriginScore[] {
  const known = (errors[index] ?? []).flatMap((error, step) => (error === null ? [] : [{ error, step }]));
  if (known.length === 0) return [];
  const history = series.demand.slice(0, forecast.origin);
  const scale = naiveScale(history, series.season);
  const others = errors.filter((_, other) => other !== index);
  const spread = spreadOf(series, method, history, forecast.means, others);
  const ranges: OriginScore['ranges'] = [];
  const losses = known.map(({ error, step }) => {
    const mean = forecast.means[step] ?? 0;
    const quantiles = forecastQuantiles(mean, spread.deviations[step] ?? 0, spread);
    const actual = mean + error;
    ranges.push({
      is80: isWithin(actual, quantiles, LOW, HIGH),
      is90: isWithin(actual, quantiles, LOWEST, HIGHEST),
    });
    return pinballLoss(actual, quantiles);
  });
  const squared = average(known.map(({ error }) => error ** 2));
  return [
    {
      mase: scale && average(known.map(({ error }) => Math.abs(error))) / scale.absolute,
      rmsse: scale && Math.sqrt(squared / scale.squared),
      pinball: average(losses),
      ranges,
    },
  ];
}

function biasOf(
  series: PreparedSeries,
  forecasts: readonly OriginForecast[],
  errors: readonly OriginErrors[],
): number | null {
  let surplus = 0;
  let actual = 0;
  forecasts.forEach(({ means }, index) => {
    means.forEach((mean, step) => {
      const error = errors[index]?.[step];
      if (error === null || error === undefined) return;
      surplus -= error;
      actual += mean + error;
    });
  });
  return series.isNonNegative && actual > 0 ? surplus / actual : null;
}

function isWithin(actual: number, quantiles: readonly number[], low: number, high: number): boolean {
  const tolerance = 1e-9;
  return actual >= (quantiles[low] ?? 0) - tolerance && actual <= (quantiles[high] ?? 0) + tolerance;
}

function shareWithin(
  ranges: readonly { is80: boolean; is90: boolean }[],
  key: 'is80' | 'is90',
): number | null {
  return ranges.length > 0 ? ranges.filter((range) => range[key]).length / ranges.length : null;
}

function averageKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? average(known) : null;
}
