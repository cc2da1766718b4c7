/**
 * Exponential smoothing fitted by greatest likelihood: one form, or the form of least AICc among all that the
 * history allows (Hyndman, Koehler, Ord & Snyder 2008, chapters 5 and 7). Weights and first states are sought
 * together. The likelihood has more than one peak, so the search begins from several weights, and from what was
 * found for forms that differ in one part.
 */
import { average } from '../central-values';
import { countParameters, type EtsForm, possibleForms } from './ets-form';
import { createWorkspace, deviance, type EtsWorkspace, LEVEL, PHI, SEASON } from './ets-recursion';
import { createSearch, type EtsSearch, type FirstShares } from './ets-search';
import { type Minimum, minimise } from './minimise';

export type EtsFit = {
  form: EtsForm;
  season: number;
  /** As placed by ets-recursion.ts, states in units of the history. */
  parameters: Float64Array;
  /** -(n log(sum e^2)) / 2, less sum log f where the error is multiplicative: R's measure. */
  logLikelihood: number;
  aicc: number;
  level: number;
  slope: number;
  /** The states of the season after the history. */
  seasons: number[];
};

/** Shares of the way from their least to their greatest value: alpha, beta, phi, gamma. */
const STARTS: readonly FirstShares[] = [
  [0.3, 0.1, 0.9, 0.1],
  [0.02, 0.1, 0.9, 0.5],
  [0.7, 0.3, 0.5, 0.3],
];
/** Without a season a search costs little, and beta alone can have several peaks. */
const MORE_STARTS: readonly FirstShares[] = [
  [0.7, 0.7, 0.5, 0],
  [0.1, 0.9, 0.5, 0],
  [0.95, 0.02, 0.2, 0],
];
const LEVEL_START: FirstShares = [0.02, 0.1, 0.5, 0.05];
const SEARCH = { tolerance: 1e-6, mostSteps: 300 };

/** Null when the history is too short for every form. */
export function fitBestEts(history: readonly number[], season: number): EtsFit | null {
  return leastAicc(fitAllEts(history, season));
}

/** Null for none. */
export function leastAicc(fits: readonly EtsFit[]): EtsFit | null {
  return fits.reduce<EtsFit | null>((best, fit) => (best && best.aicc <= fit.aicc ? best : fit), null);
}

/** Every one of the forms, all that the history allows, that can be fitted. */
export function fitAllEts(
  history: readonly number[],
  season: number,
  forms: readonly EtsForm[] = possibleForms(history, season),
): EtsFit[] {
  const fits: EtsFit[] = [];
  for (const form of forms) {
    const fit = fitEts(
      history,
      season,
      form,
      fits.filter((other) => isNear(other.form, form)),
    );
    if (fit) fits.push(fit);
  }
  return fits;
}

/** Forms whose AICc is this much above the least do not come back within a quarter more of history. */
const HOPELESS = 25;

/**
 * The same from fits to the beginning of the history: each goes on from where it was. Forms that were far behind are
 * left out.
 */
export function continueEts(
  history: readonly number[],
  season: number,
  earlier: readonly EtsFit[],
): EtsFit[] {
  const least = Math.min(...earlier.map(({ aicc }) => aicc));
  const able = earlier.filter(({ aicc }) => aicc <= least + HOPELESS);
  return able.flatMap((near) => {
    const { search, scale, finish } = prepareFit(history, season, near.form);
    const best = better(null, descend(search, search.startNear(near, scale)));
    return best ? [finish(best)] : [];
  });
}

/**
 * Null when no start gives a finite likelihood. `history` is what possibleForms allows for the form; `near` are fits
 * of other forms to begin from as well.
 */
export function fitEts(
  history: readonly number[],
  season: number,
  form: EtsForm,
  near: readonly EtsFit[] = [],
): EtsFit | null {
  const { search, scale, finish } = prepareFit(history, season, form);
  const starts = form.season === 'N' ? [...STARTS, ...MORE_STARTS] : STARTS;
  let best: Minimum | null = null;
  for (const shares of starts) best = better(best, descend(search, search.startFrom(shares)));
  for (const fit of near) best = better(best, descend(search, search.startNear(fit, scale)));
  if (!best) best = better(best, descend(search, search.startLevel(LEVEL_START)));
  return best && finish(best);
}

function prepareFit(history: readonly number[], season: number, form: EtsForm) {
  const scale = average(history.map(Math.abs)) || 1;
  const scaled = history.map((value) => value / scale);
  const work = createWorkspace(Float64Array.from(scaled), form.season === 'N' ? 1 : season);
  const search = createSearch(work, form, scaled);
  const finish = ({ point }: Minimum) => describeFit(work, form, search.parametersAt(point), scale);
  return { search, scale, finish };
}

/** Means of the next `horizon` periods. */
export function forecastEts(fit: EtsFit, horizon: number): number[] {
  const phi = fit.parameters[PHI] as number;
  let level = fit.level;
  let slope = fit.slope;
  return Array.from({ length: horizon }, (_, step) => {
    slope *= phi;
    level += slope;
    const state = fit.seasons[step % fit.season] ?? 0;
    if (fit.form.season === 'N') return level;
    return fit.form.season === 'A' ? level + state : level * state;
  });
}

function descend(search: EtsSearch, start: Float64Array): Minimum {
  return minimise(search.evaluate, start, SEARCH);
}

function better(best: Minimum | null, found: Minimum): Minimum | null {
  if (!Number.isFinite(found.value)) return best;
  return best && best.value <= found.value ? best : found;
}

/** The other error with the same states, or the same error with one part simpler. */
function isNear(other: EtsForm, form: EtsForm): boolean {
  if (other.error !== form.error) return other.trend === form.trend && other.season === form.season;
  if (other.season === form.season) return other.trend !== form.trend && other.trend !== 'Ad';
  return other.trend === form.trend && other.season === 'A' && form.season === 'M';
}

function describeFit(work: EtsWorkspace, form: EtsForm, scaled: Float64Array, scale: number): EtsFit {
  const length = work.history.length;
  const value = deviance(work, form, scaled) + 2 * length * Math.log(scale);
  const stateScale = form.season === 'M' ? 1 : scale;
  const free = countParameters(form, work.season) + 1;
  return {
    form,
    season: work.season,
    parameters: scaled.map((parameter, i) =>
      i < LEVEL ? parameter : parameter * (i < SEASON ? scale : stateScale),
    ),
    logLikelihood: -value / 2,
    aicc: value + 2 * free + (2 * free * (free + 1)) / (length - free - 1),
    level: work.lastLevel * scale,
    slope: (work.slopes[length] as number) * scale,
    seasons: form.season === 'N' ? [] : [...work.seasons.subarray(length)].map((state) => state * stateScale),
  };
}
