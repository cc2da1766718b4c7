/**
 * From the options and a prepared series to the method that will forecast it, with everything that was tried.
 */
import { UNTESTED_SCORES } from './accuracy';
import { backtestModel, chooseOrigins } from './backtest';
import type { FitMemory } from './fit-memory';
import { AUTOMATIC_MODELS, findModel } from './models/model-catalogue';
import type { PreparedSeries } from './prepare-series';
import {
  beatsNaive,
  type Contender,
  chooseContender,
  combineBest,
  leanOnNaive,
  rankContenders,
} from './select-model';
import type { ForecastOptions, ModelLibraries, ModelName } from './types';

export type ChosenMethod = { choice: Contender; contenders: Contender[]; notes: string[]; isTested: boolean };

/** With fewer origins a back-test chooses nothing. */
const FEWEST_ORIGINS = 3;
/** Periods with a sale. */
const FEWEST_SALES = 12;
/** Combined, where the history is too short to choose. */
const UNTESTED_MODELS: readonly ModelName[] = ['recent_rate', 'theta', 'dynamic_theta'];

export function chooseMethod(
  series: PreparedSeries,
  options: ForecastOptions,
  libraries: ModelLibraries,
  memory: FitMemory,
): ChosenMethod {
  const { origins, horizon } = chooseOrigins(
    series.demand.length,
    series.season,
    options.horizon,
    series.isIntermittent,
  );
  const names = candidateNames(series, options);
  const backtests = names.map((name) =>
    backtestModel(findModel(name), series, origins, horizon, libraries, memory),
  );
  const contenders = rankContenders(series, backtests);
  const isTested = origins.length >= FEWEST_ORIGINS;
  if (options.model !== 'auto') return takeNamed(options.model, contenders, isTested);
  if (!isTested)
    return { choice: untested(names), contenders, notes: ['too short to test models on'], isTested };
  const naive = backtests.find(({ model }) => model.name === 'seasonal_naive')?.forecasts ?? [];
  const combination = combineBest(series, contenders, naive);
  const leaning = leanOnNaive(series, combination, contenders);
  const all = combination ? [...contenders, combination] : contenders;
  const steady = combination ?? contenders.find(({ method }) => method === 'recent_rate');
  if (steady && !canTell(series))
    return {
      choice: steady,
      contenders: all,
      notes: ['too few sales to compare models by'],
      isTested: false,
    };
  const chosen = chooseContender(contenders, combination, leaning);
  if (!chosen)
    return { choice: untested(names), contenders: all, notes: ['no model could be tested'], isTested: false };
  return { choice: chosen.chosen, contenders: all, notes: describeChoice(chosen), isTested };
}

/** With fewer periods of sales than this, a forecast of nothing wins by luck. */
function canTell(series: PreparedSeries): boolean {
  return !series.isIntermittent || series.demand.filter((units) => units > 0).length >= FEWEST_SALES;
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

function takeNamed(name: ModelName, contenders: Contender[], isTested: boolean): ChosenMethod {
  const choice = contenders.find(({ method }) => method === name) ?? untested([name]);
  const notes = isTested ? describeChoice({ chosen: choice, replaced: null }) : [];
  return { choice, contenders, notes, isTested };
}

function describeChoice({ chosen, replaced }: { chosen: Contender; replaced: Contender | null }): string[] {
  const rival = 'the seasonal naive method';
  if (replaced) return [`no model beat ${rival} in the back-test, so it is used`];
  const isKnown = Number.isFinite(chosen.relativeLoss);
  if (!isKnown || chosen.method === 'seasonal_naive' || beatsNaive(chosen)) return [];
  const surplus = Math.round(100 * (chosen.relativeLoss - 1));
  const count = `${chosen.scores.origins} origins`;
  return [`lost to ${rival} in the back-test, by ${surplus} % of quantile loss over ${count}`];
}

function untested(names: readonly ModelName[]): Contender {
  const wanted = UNTESTED_MODELS.filter((name) => names.includes(name));
  const members = wanted.length > 0 ? wanted : [...names];
  return {
    method: 'combination',
    members,
    weights: members.map(() => 1 / members.length),
    forecasts: [],
    scores: UNTESTED_SCORES,
    relativeLoss: Number.POSITIVE_INFINITY,
    shrunkLoss: Number.POSITIVE_INFINITY,
    failure: null,
  };
}
