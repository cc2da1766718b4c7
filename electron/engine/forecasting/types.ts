/**
 * The words of the forecasting engine. A series is units wanted per period; every figure is in units of the
 * series and a forecast's `mean` is the mean of demand (for a combination of models, the weighted mean of
 * theirs). Nothing here is NaN or infinite: what cannot be computed is null and says why in `note`.
 */
import type { Grain, Period } from '@shared/domain/period';
import type { QuantileMap } from '@shared/domain/quantile-levels';
import type { OriginForecast } from './backtest';
import type { CalendarRegressor } from './calendar-regressors';
import type { FitMemory } from './fit-memory';
import type { KeptMethod } from './go-on';
import type { ModelName } from './models/model-catalogue';
import type { StoreSeason } from './store-season';

export type DemandSeries = {
  id: string;
  grain: Grain;
  /** Period of `values[0]`; the others follow without holes. */
  start: Period;
  /** Units per period; null is a gap (nothing known), which is not 0. */
  values: readonly (number | null)[];
  /** Share 0..1 of each period's days with at least one unit in stock, beside `values`; unknown when absent. */
  inStockShare?: readonly number[];
  /** Units that would have sold with stock every day, beside `values` and never below; as sold when absent. */
  demand?: readonly (number | null)[];
  /** The season of the store that the series is a part of, where it borrows that; models then see none of it. */
  storeSeason?: StoreSeason;
};

export type { ModelName } from './models/model-catalogue';

/**
 * 'combination' is the weighted mean of several models, 'pooled_counts' the rate that sparse series of a group
 * tell of together (pooled-counts.ts), 'launch' the forecast of a young series (launch-ramp.ts), 'share' a part of
 * the level above; 'none' goes with `not_enough_data`.
 */
export type ForecastMethod = ModelName | 'combination' | 'pooled_counts' | 'launch' | 'share' | 'none';

export type ModelContext = {
  horizon: number;
  /** Periods in a year: 12 or 52. */
  season: number;
  /** Period of the first value of the history that the model is given. */
  start: Period;
  libraries: ModelLibraries;
  /** Of the series whose beginning the history is; absent, every model fits for itself. */
  memory?: FitMemory;
};

/**
 * A model is a pure function from a complete history (oldest first, no gaps) to the mean of each of the next
 * `horizon` periods. It throws when it cannot be fitted; the caller then leaves it out and keeps the reason.
 */
export type ForecastModel = {
  /** In snake_case; the catalogue makes the type ModelName of all of them. */
  name: string;
  /** Fewest values of history with which it makes sense. */
  minimumLength: (season: number) => number;
  /** True for models so slow that a back-test uses fewer origins. */
  isSlow: boolean;
  /**
   * Loss relative to seasonal naive to expect before anything was tested, which a model's weight falls with; see
   * select-model.ts. 0.83 for models that do well alone, 1 for those that only steady a combination.
   */
  expectedLoss: number;
  /** False for what the automatic choice does without, since another model does the same better or faster. */
  isAutomatic: boolean;
  /** Whether 'auto' tries it on series where most periods have no sale, on the others, or on both. */
  suits: 'any' | 'smooth' | 'intermittent';
  /** True for what others are measured against: it gets the history as it is, working days and all. */
  isPlain?: boolean;
  /** True where it has regressors of its own for working days, which are then not taken out before. */
  hasCalendar?: boolean;
  forecast: (history: readonly number[], context: ModelContext) => number[];
};

/** Fits of outside libraries, loaded once and handed in, so that the models stay free of files and wasm. */
export type ModelLibraries = {
  fitProphet: (input: ProphetInput) => number[];
};

/** Days as seconds since 1970, as Prophet wants them. */
export type ProphetInput = {
  historySeconds: number[];
  history: readonly number[];
  futureSeconds: number[];
  hasYearlySeason: boolean;
  regressors: readonly CalendarRegressor[];
};

export type ForecastPoint = { period: Period; mean: number; quantiles: QuantileMap };

/**
 * Back-test scores over rolling origins.
 * - mase: mean absolute error / in-sample mean absolute error of the seasonal naive method
 *   (Hyndman & Koehler 2006); null when that is 0 or the history is shorter than a season and one.
 * - rmsse: the same with squares, under a root (Makridakis et al. 2022).
 * - bias: sum(forecast - actual) / sum(actual); positive forecasts too much; null when nothing was sold.
 * - pinball: mean quantile loss over the nineteen levels, in units of the series.
 * - coverage80, coverage90: share of actual values inside the 10-90 % and 5-95 % intervals, each origin's
 *   interval built without that origin's own errors.
 * - beatsNaive: no larger quantile loss than seasonal naive at the same origins, within 1 %, in a group of series by a
 *   loss drawn toward the group's (kin-weights.ts); false for naive itself, which is then used because nothing
 *   beat it; null when it was not tested, or on too few sales to tell.
 */
export type ForecastAccuracy = {
  mase: number | null;
  rmsse: number | null;
  bias: number | null;
  pinball: number | null;
  coverage80: number | null;
  coverage90: number | null;
  origins: number;
  beatsNaive: boolean | null;
};

export type CandidateScore = {
  model: ForecastMethod;
  mase: number | null;
  rmsse: number | null;
  bias: number | null;
  pinball: number | null;
  origins: number;
  /** Why it took no part, else null. */
  failure: string | null;
};

/** What models found in one series, at the origins of a back-test and after all of its history. */
export type ModelEvidence = {
  model: ModelName;
  forecasts: OriginForecast[];
  /** Why it could not be tested, else null. */
  failure: string | null;
  /** For the periods after the history; null when it could not be fitted on all of it. */
  means: number[] | null;
};

/** Plain data: kept, it spares the models a second run. No back-tests where there is too little to forecast from. */
export type SeriesEvidence = { backtests: ModelEvidence[] };

/** What spread the quantiles were drawn from, kept so that reconciliation can redraw them around a new mean. */
export type ForecastSpread = {
  /** Standard deviation of the forecast error, one for each horizon. */
  deviations: number[];
  totalDeviation: number;
  /** Quantiles at the nineteen levels of the standardised error (mean square about 1). */
  shape: number[];
  isCount: boolean;
  isNonNegative: boolean;
};

export type HistoryPoint = {
  period: Period;
  /** As recorded; null is a gap. */
  units: number | null;
  /** What the models saw: gaps filled, stock-outs corrected. */
  demand: number;
};

export type SeriesForecast = {
  id: string;
  status: 'ok' | 'not_enough_data';
  model: ForecastMethod;
  /** The models in a combination, else the model itself. */
  members: ModelName[];
  /** In words for the user: what was done to the data, why naive was used; null when there is nothing to say. */
  note: string | null;
  points: ForecastPoint[];
  /** Demand summed over the horizon; mean 0 and no quantiles when there is not enough data. */
  total: { mean: number; quantiles: QuantileMap };
  accuracy: ForecastAccuracy;
  candidates: CandidateScore[];
  history: HistoryPoint[];
  spread: ForecastSpread | null;
  /** What the next run may go on with; null where nothing was chosen by test. */
  method: KeptMethod | null;
  /** Whether this one went on with the methods of an earlier run. */
  isGoneOn: boolean;
};

export type ForecastOptions = {
  horizon: number;
  /** 'auto' chooses by back-test; a name uses that model, tested all the same. */
  model: 'auto' | ModelName;
  /** Candidates for 'auto'; AUTOMATIC_MODELS when absent. */
  models?: readonly ModelName[];
  /** Back-tested at more origins, for want of series to learn from; false when absent. */
  isAlone?: boolean;
  /** Last period whose data are complete; later values are not used. */
  completeThrough?: Period;
};
