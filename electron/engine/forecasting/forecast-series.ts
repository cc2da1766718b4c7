/**
 * One series in, one forecast out: prepare, back-test every candidate, choose, fit on all history, and put the
 * spread of past errors around the mean. Deterministic: nothing here draws random numbers.
 */
import { addPeriods, type Period } from '@shared/domain/period';
import { toQuantileMap } from '@shared/domain/quantile-levels';
import { originErrors, spreadOf, UNTESTED_SCORES } from './accuracy';
import { forecastMeans } from './backtest';
import { type ChosenMethod, chooseMethod } from './choose-method';
import type { FitMemory } from './fit-memory';
import { forecastQuantiles } from './forecast-quantiles';
import { type FittedBefore, type KeptMethod, methodToGoOn } from './go-on';
import { findModel } from './models/model-catalogue';
import { type PreparedSeries, prepareSeries } from './prepare-series';
import { beatsNaive, type Contender, trimFor, trimmedMeans } from './select-model';
import type {
  DemandSeries,
  ForecastAccuracy,
  ForecastOptions,
  ForecastSpread,
  HistoryPoint,
  ModelLibraries,
  ModelName,
  SeriesForecast,
} from './types';

/** Fewer known values than this say nothing about the next one. */
const FEWEST_VALUES = 4;

/**
 * @param options.horizon periods ahead, at least 1
 * @param before an earlier forecast of the same series by the same options, to go on from (go-on.ts)
 * @returns status 'not_enough_data' without points when fewer than four values are known; never NaN.
 * Throws RangeError for a model that is not in the catalogue or a horizon below 1.
 */
export function forecastSeries(
  series: DemandSeries,
  options: ForecastOptions,
  libraries: ModelLibraries,
  before?: FittedBefore,
): SeriesForecast {
  const { horizon } = options;
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError('the horizon is a whole number from 1');
  const prepared = prepareSeries(series, options.completeThrough);
  const known = prepared?.observed.filter(Boolean).length ?? 0;
  if (!prepared || known < FEWEST_VALUES) return withoutForecast(series.id, prepared, known);
  const memory: FitMemory = new Map();
  const kept = methodToGoOn(prepared, before);
  const method: UsedMethod = kept
    ? { ...kept, isTested: true }
    : chooseMethod(prepared, options, libraries, memory);
  const fit = fitMembers(method.choice, prepared, horizon, libraries, memory);
  const model = fit.members.length > 1 ? 'combination' : (fit.members[0] ?? 'seasonal_naive');
  const spread = spreadOf(
    prepared,
    model,
    prepared.demand,
    fit.means,
    originErrors(prepared, method.choice.forecasts),
  );
  return {
    id: series.id,
    status: 'ok',
    model,
    members: fit.members,
    note: [...prepared.notes, ...method.notes, ...fit.notes].join('; ') || null,
    ...describeForecast(addPeriods(prepared.start, prepared.demand.length), fit.means, spread),
    accuracy: accuracyOf(method),
    candidates: method.contenders.map(({ method: model, scores, failure }) => ({
      model,
      mase: scores.mase,
      rmsse: scores.rmsse,
      bias: scores.bias,
      pinball: scores.pinball,
      origins: scores.origins,
      failure,
    })),
    history: historyOf(prepared),
    spread,
    method: kept ?? methodToKeep(method, prepared),
    isGoneOn: kept !== null,
  };
}

type UsedMethod = Omit<ChosenMethod, 'contenders' | 'notes'> & Pick<KeptMethod, 'contenders' | 'notes'>;

function methodToKeep(
  { choice, contenders, notes, isTested }: UsedMethod,
  { start, demand }: PreparedSeries,
): KeptMethod | null {
  if (!isTested || !Number.isFinite(choice.relativeLoss)) return null;
  const tried = contenders.map(({ method, scores, failure }) => ({ method, scores, failure }));
  return { start, through: addPeriods(start, demand.length - 1), choice, contenders: tried, notes };
}

/** Points and total around given means, the first of them for `first`; reconciliation calls it with new means. */
export function describeForecast(
  first: Period,
  means: readonly number[],
  spread: ForecastSpread,
): Pick<SeriesForecast, 'points' | 'total'> {
  const sum = means.reduce((total, mean) => total + mean, 0);
  return {
    points: means.map((mean, step) => ({
      period: addPeriods(first, step),
      mean,
      quantiles: toQuantileMap(forecastQuantiles(mean, spread.deviations[step] ?? 0, spread)),
    })),
    total: { mean: sum, quantiles: toQuantileMap(forecastQuantiles(sum, spread.totalDeviation, spread)) },
  };
}

/** Members that cannot be fitted on all history are left out; when none can, seasonal naive stands in. */
function fitMembers(
  { members, weights }: Pick<Contender, 'members' | 'weights'>,
  series: PreparedSeries,
  horizon: number,
  libraries: ModelLibraries,
  memory: FitMemory,
): { means: number[]; members: ModelName[]; notes: string[] } {
  const length = series.demand.length;
  const fits = members.flatMap((name, index) => {
    try {
      const means = forecastMeans(findModel(name), series, length, horizon, libraries, memory);
      return [{ name, means, weight: weights[index] ?? 0 }];
    } catch {
      return [];
    }
  });
  if (fits.length > 0)
    return { means: trimmedMeans(fits, trimFor(series)), members: fits.map(({ name }) => name), notes: [] };
  return {
    means: forecastMeans(findModel('seasonal_naive'), series, length, horizon, libraries),
    members: ['seasonal_naive'],
    notes: [`${members.join(', ')} could not be fitted, so the seasonal naive method is used`],
  };
}

function accuracyOf({ choice, isTested }: UsedMethod): ForecastAccuracy {
  const isComparable = isTested && Number.isFinite(choice.relativeLoss);
  return { ...choice.scores, beatsNaive: isComparable ? beatsNaive(choice) : null };
}

function historyOf(series: PreparedSeries): HistoryPoint[] {
  return series.demand.map((demand, index) => ({
    period: addPeriods(series.start, index),
    units: series.values[index] ?? null,
    demand,
  }));
}

/** Of a series that no model is asked for; it gets its share of the level above. */
export function withoutModels(series: DemandSeries): SeriesForecast {
  const prepared = prepareSeries(series);
  const known = prepared?.observed.filter(Boolean).length ?? 0;
  return { ...withoutForecast(series.id, prepared, known), note: null };
}

function withoutForecast(id: string, prepared: PreparedSeries | null, known: number): SeriesForecast {
  return {
    id,
    status: 'not_enough_data',
    model: 'none',
    members: [],
    note: `${known} ${known === 1 ? 'period' : 'periods'} with data; at least ${FEWEST_VALUES} are needed`,
    points: [],
    total: { mean: 0, quantiles: {} },
    accuracy: { ...UNTESTED_SCORES, beatsNaive: null },
    candidates: [],
    history: prepared ? historyOf(prepared) : [],
    spread: null,
    method: null,
    isGoneOn: false,
  };
}
