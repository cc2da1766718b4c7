/**
 * One pass of exponential smoothing over a history and, backward, the derivatives of its likelihood.
 *
 * With q = l(t-1) + phi b(t-1), fit f = q, q + s(t-m) or q s(t-m), and error e = y - f:
 *
 *     l(t) = q + alpha u,   b(t) = phi b(t-1) + beta u,   s(t) = s(t-m) + gamma v
 *
 * where u = v = e, but u = e / s(t-m) and v = e / q for a multiplicative season (Hyndman, Koehler, Ord & Snyder
 * 2008, tables 2.2 and 2.3: with a multiplicative error the states move the same, for f times the relative error is
 * e). Minus twice the log-likelihood is, but for a constant, n log(sum e^2), and with multiplicative errors
 * n log(sum (e / f)^2) + 2 sum log f (their equation 5.2). The derivatives follow by the chain rule from the last
 * period to the first, all at the price of about two passes.
 *
 * Everything is in typed arrays made once for a history: this is the inner loop of every fit.
 */
import type { EtsForm } from './ets-form';

/** Places in the vector of parameters; the first season's states follow from SEASON on. */
export const ALPHA = 0;
export const BETA = 1;
export const GAMMA = 2;
export const PHI = 3;
export const LEVEL = 4;
export const SLOPE = 5;
export const SEASON = 6;

export type EtsWorkspace = {
  history: Float64Array;
  season: number;
  fits: Float64Array;
  errors: Float64Array;
  /** q of each period. */
  bases: Float64Array;
  /** b(t-1) of each period, then the last. */
  slopes: Float64Array;
  /** s(t-m) of each period, then those of the season after the history. */
  seasons: Float64Array;
  seasonDerivatives: Float64Array;
  lastLevel: number;
  /** Sum of the squared errors, relative ones where the error is multiplicative. */
  square: number;
};

/** Keeps the likelihood of a perfect fit finite: the history is near 1, so nothing real is as small. */
const LEAST_SQUARE = 1e-18;

export function createWorkspace(history: Float64Array, season: number): EtsWorkspace {
  const length = history.length;
  return {
    history,
    season,
    fits: new Float64Array(length),
    errors: new Float64Array(length),
    bases: new Float64Array(length),
    slopes: new Float64Array(length + 1),
    seasons: new Float64Array(length + season),
    seasonDerivatives: new Float64Array(length + season),
    lastLevel: 0,
    square: 0,
  };
}

/** Minus twice the log-likelihood; infinite where fits are not positive that must be. Leaves the pass in `work`. */
export function deviance(work: EtsWorkspace, form: EtsForm, parameters: Float64Array): number {
  const isPossible =
    form.season === 'M' ? passMultiplicative(work, parameters) : passAdditive(work, form, parameters);
  if (!isPossible) return Number.POSITIVE_INFINITY;
  const { errors, fits } = work;
  const length = errors.length;
  const isRelative = form.error === 'M';
  let square = length * LEAST_SQUARE;
  let logs = 0;
  for (let t = 0; t < length; t++) {
    const fit = fits[t] as number;
    const error = errors[t] as number;
    if (!isRelative) square += error * error;
    else if (fit > 0) {
      square += (error / fit) ** 2;
      logs += Math.log(fit);
    } else return Number.POSITIVE_INFINITY;
  }
  work.square = square;
  const result = length * Math.log(square) + 2 * logs;
  return Number.isNaN(result) ? Number.POSITIVE_INFINITY : result;
}

/** The deviance, with its derivatives by every parameter in `derivatives` (untouched where it is infinite). */
export function devianceWithDerivatives(
  work: EtsWorkspace,
  form: EtsForm,
  parameters: Float64Array,
  derivatives: Float64Array,
): number {
  const value = deviance(work, form, parameters);
  if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  derivatives.fill(0);
  if (form.season === 'M') returnMultiplicative(work, parameters, derivatives);
  else returnAdditive(work, form, parameters, derivatives);
  return value;
}

function passAdditive(work: EtsWorkspace, form: EtsForm, parameters: Float64Array): boolean {
  const { history, season, fits, errors, bases, slopes, seasons } = work;
  const [alpha, beta, gamma, phi] = weightsOf(parameters);
  const isSeasonal = form.season === 'A';
  if (isSeasonal) seasons.set(parameters.subarray(SEASON, SEASON + season));
  let level = parameters[LEVEL] as number;
  let slope = parameters[SLOPE] as number;
  for (let t = 0; t < history.length; t++) {
    const damped = phi * slope;
    const base = level + damped;
    const before = isSeasonal ? (seasons[t] as number) : 0;
    const error = (history[t] as number) - base - before;
    slopes[t] = slope;
    bases[t] = base;
    fits[t] = base + before;
    errors[t] = error;
    level = base + alpha * error;
    slope = damped + beta * error;
    if (isSeasonal) seasons[t + season] = before + gamma * error;
  }
  slopes[history.length] = slope;
  work.lastLevel = level;
  return true;
}

/** False where a level or a first seasonal state is not above 0: states would change sign. */
function passMultiplicative(work: EtsWorkspace, parameters: Float64Array): boolean {
  const { history, season, fits, errors, bases, slopes, seasons } = work;
  const [alpha, beta, gamma, phi] = weightsOf(parameters);
  seasons.set(parameters.subarray(SEASON, SEASON + season));
  let level = parameters[LEVEL] as number;
  let slope = parameters[SLOPE] as number;
  for (let t = 0; t < history.length; t++) {
    const damped = phi * slope;
    const base = level + damped;
    const before = seasons[t] as number;
    if (!(base > 0 && before > 0)) return false;
    const error = (history[t] as number) - base * before;
    slopes[t] = slope;
    bases[t] = base;
    fits[t] = base * before;
    errors[t] = error;
    level = base + (alpha * error) / before;
    slope = damped + (beta * error) / before;
    seasons[t + season] = before + (gamma * error) / base;
  }
  slopes[history.length] = slope;
  work.lastLevel = level;
  return true;
}

function returnAdditive(
  work: EtsWorkspace,
  form: EtsForm,
  parameters: Float64Array,
  derivatives: Float64Array,
): void {
  const { history, season, errors, slopes, seasonDerivatives } = work;
  const [alpha, beta, gamma, phi] = weightsOf(parameters);
  const isSeasonal = form.season === 'A';
  seasonDerivatives.fill(0);
  let byAlpha = 0;
  let byBeta = 0;
  let byGamma = 0;
  let byPhi = 0;
  let byLevel = 0;
  let bySlope = 0;
  for (let t = history.length - 1; t >= 0; t--) {
    const error = errors[t] as number;
    const byAfter = isSeasonal ? (seasonDerivatives[t + season] as number) : 0;
    const byFit = directDerivative(work, form, t) - alpha * byLevel - beta * bySlope - gamma * byAfter;
    const byBase = byLevel + byFit;
    byAlpha += byLevel * error;
    byBeta += bySlope * error;
    byGamma += byAfter * error;
    byPhi += (byBase + bySlope) * (slopes[t] as number);
    if (isSeasonal) seasonDerivatives[t] = byAfter + byFit;
    bySlope = phi * (byBase + bySlope);
    byLevel = byBase;
  }
  derivatives.set([byAlpha, byBeta, byGamma, byPhi, byLevel, bySlope]);
  if (isSeasonal) derivatives.set(seasonDerivatives.subarray(0, season), SEASON);
}

function returnMultiplicative(work: EtsWorkspace, parameters: Float64Array, derivatives: Float64Array): void {
  const { history, season, errors, bases, slopes, seasons, seasonDerivatives } = work;
  const [alpha, beta, gamma, phi] = weightsOf(parameters);
  seasonDerivatives.fill(0);
  let byAlpha = 0;
  let byBeta = 0;
  let byGamma = 0;
  let byPhi = 0;
  let byLevel = 0;
  let bySlope = 0;
  for (let t = history.length - 1; t >= 0; t--) {
    const base = bases[t] as number;
    const before = seasons[t] as number;
    const forLevel = (errors[t] as number) / before;
    const forSeason = (errors[t] as number) / base;
    const byAfter = seasonDerivatives[t + season] as number;
    const byForLevel = alpha * byLevel + beta * bySlope;
    const byForSeason = gamma * byAfter;
    const byFit = directDerivative(work, RELATIVE, t) - byForLevel / before - byForSeason / base;
    const byBase = byLevel + byFit * before - (byForSeason * forSeason) / base;
    byAlpha += byLevel * forLevel;
    byBeta += bySlope * forLevel;
    byGamma += byAfter * forSeason;
    byPhi += (byBase + bySlope) * (slopes[t] as number);
    seasonDerivatives[t] = byAfter + byFit * base - (byForLevel * forLevel) / before;
    bySlope = phi * (byBase + bySlope);
    byLevel = byBase;
  }
  derivatives.set([byAlpha, byBeta, byGamma, byPhi, byLevel, bySlope]);
  derivatives.set(seasonDerivatives.subarray(0, season), SEASON);
}

const RELATIVE = { error: 'M' } as const;

/** Of the deviance by the fit of one period, its effect on later states left out. */
function directDerivative(work: EtsWorkspace, { error }: Pick<EtsForm, 'error'>, t: number): number {
  const length = work.history.length;
  const square = work.square;
  const value = work.errors[t] as number;
  if (error === 'A') return (-2 * length * value) / square;
  const fit = work.fits[t] as number;
  return (-2 * length * value * (work.history[t] as number)) / (square * fit * fit * fit) + 2 / fit;
}

function weightsOf(parameters: Float64Array): [number, number, number, number] {
  return [
    parameters[ALPHA] as number,
    parameters[BETA] as number,
    parameters[GAMMA] as number,
    parameters[PHI] as number,
  ];
}
