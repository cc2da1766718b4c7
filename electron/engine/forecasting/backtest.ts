/**
 * Rolling-origin back-test (Tashman 2000): the method is fitted on the history up to an origin and asked for what
 * came after, at several origins. Nothing after an origin reaches the fit.
 */
import { calendarFactors, calendarPower } from './calendar-effect';
import { type FitMemory, recall } from './fit-memory';
import type { CatalogueModel } from './models/model-catalogue';
import type { PreparedSeries } from './prepare-series';
import { seasonFactors } from './season-factors';
import type { ForecastModel, ModelContext, ModelLibraries } from './types';

/** Means forecast at one origin: for periods `origin`, `origin + 1` ... of the history. */
export type OriginForecast = { origin: number; means: number[] };

export type ModelBacktest = { model: CatalogueModel; forecasts: OriginForecast[]; failure: string | null };

const MOST_ORIGINS = 6;
/** Of a series that has hardly any beside it to learn from: in the same stretch of time, nearer each other. */
const MOST_ORIGINS_ALONE = 18;
/** A few periods of mostly nothing say little of a method, and those for such series are quick. */
const MOST_INTERMITTENT_ORIGINS = 12;
const LEAST_HISTORY = 4;
/** A mean this many times the largest value of the history is a fit that ran away, not a forecast. */
const RUNAWAY = 10;

/**
 * Origins (lengths of training history), latest first, each with `horizon` periods after it, and the horizon that
 * the history allows. At least two seasons to train on where there are two and a half, and half of the
 * history; one season for intermittent series, whose methods seek no season. Origins lie less than a season apart: how
 * large errors were decades ago, in a crisis or before one, says little of the next, and months of the year take turns.
 */
export function chooseOrigins(
  length: number,
  season: number,
  horizon: number,
  isIntermittent = false,
  isAlone = false,
): { origins: number[]; horizon: number } {
  const most = isIntermittent ? MOST_INTERMITTENT_ORIGINS : MOST_ORIGINS;
  const half = Math.max(LEAST_HISTORY, Math.floor(length / 2));
  const seasonal = length >= 2.5 * season ? Math.max(2 * season, half) : half;
  const shortest = isIntermittent ? Math.min(half, season) : seasonal;
  const testable = Math.max(1, Math.min(horizon, Math.floor((length - shortest) / 2)));
  const room = length - testable - shortest;
  if (room < 0) return { origins: [], horizon: testable };
  const apart = Math.max(1, Math.min(season - 1, Math.floor(room / (most - 1))));
  const dense = isAlone ? Math.max(most, MOST_ORIGINS_ALONE) : most;
  const stretch = Math.min(room, apart * (most - 1));
  const step = Math.max(1, Math.floor(stretch / (dense - 1)));
  const count = Math.min(dense, Math.floor(stretch / step) + 1);
  return {
    origins: Array.from({ length: count }, (_, index) => length - testable - index * step),
    horizon: testable,
  };
}

/** Slow models are tested at every other origin. From the earliest on, as the memory wants it. */
export function backtestModel(
  model: CatalogueModel,
  series: PreparedSeries,
  origins: readonly number[],
  horizon: number,
  libraries: ModelLibraries,
  memory: FitMemory = new Map(),
): ModelBacktest {
  const forecasts: OriginForecast[] = [];
  let failure: string | null = null;
  const tested = origins.filter((_, index) => !(model.isSlow && index % 2 === 1));
  for (const origin of tested.reverse()) {
    try {
      forecasts.push({ origin, means: forecastMeans(model, series, origin, horizon, libraries, memory) });
    } catch (error) {
      failure ??= error instanceof Error ? error.message : String(error);
    }
  }
  forecasts.reverse();
  return { model, forecasts, failure: forecasts.length > 0 ? null : failure };
}

/**
 * Means for the `horizon` periods after the first `length` values of the history, not below 0 where the history
 * never is. Throws when the history is too short for the model, or the fit fails or runs away.
 */
export function forecastMeans(
  model: ForecastModel,
  series: PreparedSeries,
  length: number,
  horizon: number,
  libraries: ModelLibraries,
  memory: FitMemory = new Map(),
): number[] {
  const history = series.demand.slice(0, length);
  const needed = model.minimumLength(series.season);
  if (length < needed) throw new RangeError(`needs ${needed} periods of history`);
  const context = { horizon, season: series.season, start: series.start, libraries, memory };
  const means = model.isPlain
    ? model.forecast(history, context)
    : forecastWithoutFactors(model, history, series, context);
  const largest = history.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (means.length !== horizon || !means.every(Number.isFinite))
    throw new RangeError('gave no finite forecast');
  if (means.some((mean) => Math.abs(mean) > RUNAWAY * largest + 1))
    throw new RangeError('ran away from the history');
  return series.isNonNegative ? means.map((mean) => Math.max(0, mean)) : means;
}

/**
 * What moves every series alike, the store's season where it is borrowed and working days, is taken out before and put
 * back after.
 */
function forecastWithoutFactors(
  model: ForecastModel,
  history: readonly number[],
  { storeSeason, start, season }: PreparedSeries,
  context: ModelContext,
): number[] {
  const { length } = history;
  const { horizon, memory } = context;
  const borrowed = storeSeason ? seasonFactors(storeSeason, start, length, horizon) : null;
  const level = borrowed ? history.map((value, index) => value / (borrowed[index] ?? 1)) : history;
  const power = model.hasCalendar
    ? 0
    : recall(memory, 'calendar', length, () => calendarPower(level, start, season));
  const days = power > 0 ? calendarFactors(power, start, length + horizon) : null;
  if (!borrowed && !days) return model.forecast(history, context);
  const plain = days ? level.map((value, index) => value / (days[index] ?? 1)) : level;
  return model
    .forecast(plain, context)
    .map((mean, step) => mean * (borrowed?.[length + step] ?? 1) * (days?.[length + step] ?? 1));
}
