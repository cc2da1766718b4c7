/**
 * From the options and a prepared series to the method that will forecast it, with everything that was tried.
 */
import { UNTESTED_SCORES } from './accuracy';
import type { GroupFacts } from './group-facts';
import { combineAsKin } from './kin-weights';
import type { PreparedSeries } from './prepare-series';
import {
  beatsNaive,
  type Contender,
  chooseContender,
  combineBest,
  leanOnNaive,
  rankContenders,
} from './select-model';
import { contendAsSparse } from './sparse-facts';
import type { ForecastOptions, ModelName, SeriesEvidence } from './types';

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
  { backtests }: SeriesEvidence,
  group: GroupFacts | null,
): ChosenMethod {
  const names = backtests.map(({ model }) => model);
  const contenders = rankContenders(series, backtests);
  const isTested = backtests.some(({ forecasts }) => forecasts.length >= FEWEST_ORIGINS);
  if (options.model !== 'auto') return takeNamed(options.model, contenders, isTested);
  const kin = series.isIntermittent ? null : (group?.smooth ?? null);
  const naive = backtests.find(({ model }) => model === 'seasonal_naive')?.forecasts ?? [];
  const pooled = series.pooledCounts ? contendAsSparse(series, naive, series.pooledCounts) : null;
  if (!isTested)
    return {
      choice: pooled ?? untested(names, kin?.weights),
      contenders,
      notes: ['too short to test models on'],
      isTested,
    };
  const combination =
    pooled ?? (kin ? combineAsKin(series, contenders, naive, kin) : combineBest(series, contenders, naive));
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

function untested(
  names: readonly ModelName[],
  kinWeights: Partial<Record<ModelName, number>> = {},
): Contender {
  const kin = names.filter((name) => (kinWeights[name] ?? 0) > 0);
  const wanted = kin.length > 0 ? kin : UNTESTED_MODELS.filter((name) => names.includes(name));
  const members = wanted.length > 0 ? wanted : [...names];
  return {
    method: 'combination',
    members,
    weights: members.map((name) => (kin.length > 0 ? (kinWeights[name] ?? 0) : 1 / members.length)),
    trim: 0,
    forecasts: [],
    scores: UNTESTED_SCORES,
    relativeLoss: Number.POSITIVE_INFINITY,
    shrunkLoss: Number.POSITIVE_INFINITY,
    judgedLoss: Number.POSITIVE_INFINITY,
    failure: null,
  };
}
