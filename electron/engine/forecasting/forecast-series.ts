/**
 * One series in, one forecast out: prepare, back-test every candidate, choose, fit on all history, and put the
 * spread of past errors around the mean. Deterministic: nothing here draws random numbers.
 */
import { addPeriods, type Period } from '@shared/domain/period';
import { toQuantileMap } from '@shared/domain/quantile-levels';
import { originErrors, spreadOf, UNTESTED_SCORES } from './accuracy';
import { backtestSeries, checkHorizon, FEWEST_VALUES, fitWhole, isLongEnough } from './backtest-series';
import { type ChosenMethod, chooseMethod } from './choose-method';
import type { FitMemory } from './fit-memory';
import { forecastQuantiles } from './forecast-quantiles';
import { type FittedBefore, type KeptMethod, methodToGoOn } from './go-on';
import type { GroupFacts } from './group-facts';
import { type PreparedSeries, prepareSeries } from './prepare-series';
import { beatsNaive, type Contender, trimmedMeans } from './select-model';
import { isSparse, pooledMeans } from './sparse-facts';
import type {
  DemandSeries,
  ForecastAccuracy,
  ForecastMethod,
  ForecastOptions,
  ForecastSpread,
  HistoryPoint,
  ModelLibraries,
  ModelName,
  SeriesEvidence,
  SeriesForecast,
} from './types';

/**
 * A series on its own.
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
  checkHorizon(options);
  const prepared = prepareSeries(series, options.completeThrough);
  const kept = prepared && isLongEnough(prepared) ? methodToGoOn(prepared, before) : null;
  if (!prepared || !kept)
    return concludeForecast(series, options, backtestSeries(series, options, libraries), null);
  const memory: FitMemory = new Map();
  const meansOf = (name: ModelName) => fitWhole(name, prepared, options.horizon, libraries, memory);
  const fit = combineFits(kept.choice, meansOf);
  return describeSeries(series.id, prepared, { ...kept, isTested: true }, fit, kept);
}

/** From what models found in a series to its forecast, with what its group knows, if it has one. */
export function concludeForecast(
  series: DemandSeries,
  options: ForecastOptions,
  evidence: SeriesEvidence,
  group: GroupFacts | null,
): SeriesForecast {
  const alone = prepareSeries(series, options.completeThrough);
  if (!alone || !isLongEnough(alone)) return withoutForecast(series.id, alone);
  const prepared = withFacts(alone, group);
  const method = chooseMethod(prepared, options, evidence, group);
  const meansOf = (name: ModelName) => evidence.backtests.find(({ model }) => model === name)?.means ?? null;
  const fit =
    method.choice.method === 'pooled_counts'
      ? fitPooled(prepared, options.horizon)
      : combineFits(method.choice, meansOf);
  return describeSeries(series.id, prepared, method, fit, null);
}

function describeSeries(
  id: string,
  prepared: PreparedSeries,
  method: UsedMethod,
  fit: CombinedFit,
  kept: KeptMethod | null,
): SeriesForecast {
  const errors = originErrors(prepared, method.choice.forecasts);
  const spread = spreadOf(prepared, fit.model, prepared.demand, fit.means, errors);
  return {
    id,
    status: 'ok',
    model: fit.model,
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

function withFacts(series: PreparedSeries, group: GroupFacts | null): PreparedSeries {
  if (!group) return series;
  if (series.isIntermittent)
    return group.counts && isSparse(series) ? { ...series, pooledCounts: group.counts } : series;
  return group.smooth ? { ...series, spreadFactors: group.smooth.spread } : series;
}

function fitPooled({ demand, pooledCounts }: PreparedSeries, horizon: number): CombinedFit {
  const means = pooledCounts ? pooledMeans(demand, horizon, pooledCounts) : [];
  return { model: 'pooled_counts', means, members: [], notes: [] };
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

type CombinedFit = { model: ForecastMethod; means: number[]; members: ModelName[]; notes: string[] };

/** Members that cannot be fitted on all history are left out; when none can, seasonal naive stands in. */
function combineFits(
  { members, weights, trim }: Pick<Contender, 'members' | 'weights' | 'trim'>,
  meansOf: (name: ModelName) => number[] | null,
): CombinedFit {
  const fits = members.flatMap((name, index) => {
    const means = meansOf(name);
    return means ? [{ name, means, weight: weights[index] ?? 0 }] : [];
  });
  const [first] = fits;
  if (first)
    return {
      model: fits.length > 1 ? 'combination' : first.name,
      means: trimmedMeans(fits, trim),
      members: fits.map(({ name }) => name),
      notes: [],
    };
  return {
    model: 'seasonal_naive',
    means: meansOf('seasonal_naive') ?? [],
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
  return { ...withoutForecast(series.id, prepared), note: null };
}

function withoutForecast(id: string, prepared: PreparedSeries | null): SeriesForecast {
  const known = prepared?.observed.filter(Boolean).length ?? 0;
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
