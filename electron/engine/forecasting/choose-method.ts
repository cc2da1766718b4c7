/**
 * From the options and a prepared series to the method that will forecast it, with everything that was tried.
 */
import { backtestModel, chooseOrigins } from './backtest';
import { findModel, MODEL_NAMES } from './models/model-catalogue';
import type { PreparedSeries } from './prepare-series';
import { type Contender, chooseContender, combineBest, rankContenders } from './select-model';
import type { ForecastOptions, ModelLibraries, ModelName } from './types';

export type ChosenMethod = { choice: Contender; contenders: Contender[]; notes: string[]; isTested: boolean };

/** With fewer origins a back-test chooses nothing. */
const FEWEST_ORIGINS = 3;
/** Share of periods without demand from which only models for intermittent demand are tried. */
const INTERMITTENT_SHARE = 0.5;
/** Combined, where the history is too short to choose. */
const UNTESTED_MODELS: readonly ModelName[] = ['mean', 'tsb', 'theta', 'ets'];

export function chooseMethod(
  series: PreparedSeries,
  options: ForecastOptions,
  libraries: ModelLibraries,
): ChosenMethod {
  const { origins, horizon } = chooseOrigins(series.demand.length, series.season, options.horizon);
  const names = candidateNames(series, options);
  const backtests = names.map((name) => backtestModel(findModel(name), series, origins, horizon, libraries));
  const contenders = rankContenders(series, backtests);
  const isTested = origins.length >= FEWEST_ORIGINS;
  if (options.model !== 'auto') return takeNamed(options.model, contenders, isTested);
  if (!isTested)
    return { choice: untested(names), contenders, notes: ['too short to test models on'], isTested };
  const naive = backtests.find(({ model }) => model.name === 'seasonal_naive')?.forecasts ?? [];
  const combination = combineBest(series, contenders, naive);
  const chosen = chooseContender(contenders, combination);
  const all = combination ? [...contenders, combination] : contenders;
  if (!chosen)
    return { choice: untested(names), contenders: all, notes: ['no model could be tested'], isTested: false };
  return { choice: chosen.chosen, contenders: all, notes: describeChoice(chosen), isTested };
}

/** Seasonal naive is always among them: the others are measured against it. */
function candidateNames(series: PreparedSeries, options: ForecastOptions): ModelName[] {
  if (options.model !== 'auto') return [...new Set<ModelName>(['seasonal_naive', options.model])];
  // Of the recorded units: corrected demand is hardly ever nothing.
  const idle = series.values.filter((units) => units !== null && units <= 0).length / series.values.length;
  const wanted = options.models ?? MODEL_NAMES;
  return [...new Set<ModelName>(['seasonal_naive', ...wanted])].filter(
    (name) => idle < INTERMITTENT_SHARE || findModel(name).suitsIntermittent,
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
  const loses = Number.isFinite(chosen.relativeLoss) && chosen.relativeLoss > 1;
  if (!loses) return [];
  const surplus = Math.round(100 * (chosen.relativeLoss - 1));
  const count = `${chosen.scores.origins} origins`;
  return [`lost to ${rival} in the back-test, by ${surplus} % of quantile loss over ${count}`];
}

function untested(names: readonly ModelName[]): Contender {
  const members = UNTESTED_MODELS.filter((name) => names.includes(name));
  return {
    method: 'combination',
    members: members.length > 0 ? members : [...names],
    forecasts: [],
    scores: {
      mase: null,
      rmsse: null,
      bias: null,
      pinball: null,
      coverage80: null,
      coverage90: null,
      origins: 0,
    },
    relativeLoss: Number.POSITIVE_INFINITY,
    shrunkLoss: Number.POSITIVE_INFINITY,
    failure: null,
  };
}
