/**
 * The slow half of a forecast: every candidate model back-tested on one series and fitted on all of its history. Depends on
 * that series and its options alone; what the series of a group have in common comes after (conclude-forecast.ts),
 * so that nothing is fitted again when a neighbour gets new data.
 */
import { backtestModel, chooseOrigins, forecastMeans } from './backtest';
import type { FitMemory } from './fit-memory';
import { AUTOMATIC_MODELS, findModel } from './models/model-catalogue';
import { type PreparedSeries, prepareSeries } from './prepare-series';
import type { DemandSeries, ForecastOptions, ModelLibraries, ModelName, SeriesEvidence } from './types';

/** Fewer known values than this say nothing about the next one. */
export const FEWEST_VALUES = 4;

/**
 * Nothing tested and nothing fitted when fewer than four values are known. Throws RangeError for a model that is not in
 * the catalogue or a horizon below 1.
 */
export function backtestSeries(
  series: DemandSeries,
  options: ForecastOptions,
  libraries: ModelLibraries,
): SeriesEvidence {
  checkHorizon(options);
  const prepared = prepareSeries(series, options.completeThrough);
  if (!prepared || !isLongEnough(prepared)) return { backtests: [] };
  const { demand, season, isIntermittent } = prepared;
  const { origins, horizon } = chooseOrigins(
    demand.length,
    season,
    options.horizon,
    isIntermittent,
    options.isAlone,
  );
  const memory: FitMemory = new Map();
  const backtests = candidateNames(prepared, options).map((name) => {
    const model = findModel(name);
    const { forecasts, failure } = backtestModel(model, prepared, origins, horizon, libraries, memory);
    return { model: name, forecasts, failure };
  });
  return {
    backtests: backtests.map((backtest) => ({
      ...backtest,
      means: fitWhole(backtest.model, prepared, options.horizon, libraries, memory),
    })),
  };
}

/** Throws RangeError for a horizon below 1. */
export function checkHorizon({ horizon }: ForecastOptions): void {
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError('the horizon is a whole number from 1');
}

export function isLongEnough(prepared: PreparedSeries): boolean {
  return prepared.observed.filter(Boolean).length >= FEWEST_VALUES;
}

/** Null when the model cannot be fitted on all history. */
export function fitWhole(
  name: ModelName,
  series: PreparedSeries,
  horizon: number,
  libraries: ModelLibraries,
  memory: FitMemory,
): number[] | null {
  try {
    return forecastMeans(findModel(name), series, series.demand.length, horizon, libraries, memory);
  } catch {
    return null;
  }
}

/** Seasonal naive is always among them: the others are measured against it. */
function candidateNames(series: PreparedSeries, options: ForecastOptions): ModelName[] {
  if (options.model !== 'auto') return [...new Set<ModelName>(['seasonal_naive', options.model])];
  const suited = ['any', series.isIntermittent ? 'intermittent' : 'smooth'];
  const wanted = options.models ?? AUTOMATIC_MODELS;
  return [...new Set<ModelName>(['seasonal_naive', ...wanted])].filter((name) =>
    suited.includes(findModel(name).suits),
  );
}
