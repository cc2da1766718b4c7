/**
 * The likelihood of one form as a function of variables without bounds, for minimise.ts: first those of the weights
 * (ets-bounds.ts), then the first level, slope and all but the last seasonal state, which the others give. States
 * are in units of the noise of the history, so that a step of 1 is a large change of any variable.
 */
import { average } from '../central-values';
import { createBounds, freeFromShare } from './ets-bounds';
import type { EtsForm } from './ets-form';
import {
  ALPHA,
  BETA,
  devianceWithDerivatives,
  type EtsWorkspace,
  GAMMA,
  LEVEL,
  PHI,
  SEASON,
  SLOPE,
} from './ets-recursion';
import { type FirstStates, firstStates } from './ets-start';
import type { SmoothFunction } from './minimise';

/** Shares, strictly between 0 and 1, of the way from the least to the greatest value: alpha, beta, phi, gamma. */
export type FirstShares = readonly [number, number, number, number];

export type EtsSearch = {
  evaluate: SmoothFunction;
  /** With the states of a decomposition. */
  startFrom: (shares: FirstShares) => Float64Array;
  /** From the mean, without slope or season: nothing leaves its domain there. */
  startLevel: (shares: FirstShares) => Float64Array;
  /** From a fit of another form to the history times `scale`. */
  startNear: (fit: { form: EtsForm; parameters: Float64Array }, scale: number) => Float64Array;
  /** The same array each time. */
  parametersAt: (point: Float64Array) => Float64Array;
};

/** What a part that the other form lacks begins with. */
const NEW_SHARE = 0.02;

/** `history` is what `work` was made with. */
export function createSearch(work: EtsWorkspace, form: EtsForm, history: readonly number[]): EtsSearch {
  const { season } = work;
  const hasTrend = form.trend !== 'N';
  const hasSeason = form.season !== 'N';
  const bounds = createBounds(form, season);
  const levelPlace = bounds.count;
  const slopePlace = levelPlace + 1;
  const seasonPlace = hasTrend ? levelPlace + 2 : levelPlace + 1;
  const size = seasonPlace + (hasSeason ? season - 1 : 0);
  const unit = noiseOf(history);
  const slopeUnit = unit / Math.sqrt(history.length);
  const seasonSum = form.season === 'M' ? season : 0;
  const parameters = new Float64Array(SEASON + season);
  const derivatives = new Float64Array(SEASON + season);

  const write = (point: Float64Array): boolean => {
    if (!bounds.write(point, parameters)) return false;
    parameters[LEVEL] = (point[levelPlace] as number) * unit;
    if (hasTrend) parameters[SLOPE] = (point[slopePlace] as number) * slopeUnit;
    if (!hasSeason) return true;
    let rest = seasonSum;
    for (let i = 0; i < season - 1; i++) {
      const state = (point[seasonPlace + i] as number) * unit;
      parameters[SEASON + i] = state;
      rest -= state;
    }
    parameters[SEASON + season - 1] = rest;
    return true;
  };

  const startAt = ([alpha, beta, phi, gamma]: FirstShares, states: FirstStates): Float64Array => {
    const trendShares = { N: [], A: [beta], Ad: [beta, phi] }[form.trend];
    const point = new Float64Array(size);
    point.set([alpha, ...trendShares, ...(hasSeason ? [gamma] : [])].map(freeFromShare));
    point[levelPlace] = states.level / unit;
    if (hasTrend) point[slopePlace] = states.slope / slopeUnit;
    if (hasSeason)
      point.set(
        states.seasons.slice(0, -1).map((state) => state / unit),
        seasonPlace,
      );
    return point;
  };

  return {
    evaluate: (point, result) => {
      if (!write(point)) return Number.POSITIVE_INFINITY;
      const value = devianceWithDerivatives(work, form, parameters, derivatives);
      if (!Number.isFinite(value)) return value;
      bounds.derive(point, derivatives, result);
      result[levelPlace] = (derivatives[LEVEL] as number) * unit;
      if (hasTrend) result[slopePlace] = (derivatives[SLOPE] as number) * slopeUnit;
      const last = derivatives[SEASON + season - 1] as number;
      for (let i = 0; i < size - seasonPlace; i++)
        result[seasonPlace + i] = ((derivatives[SEASON + i] as number) - last) * unit;
      return value;
    },
    startFrom: (shares) => startAt(shares, firstStates(history, season, form)),
    startLevel: (shares) =>
      startAt(shares, {
        level: average(history),
        slope: 0,
        seasons: Array<number>(season).fill(seasonSum / season),
      }),
    startNear: (fit, scale) => startAt(sharesOf(fit.parameters), statesOf(fit, form, scale)),
    parametersAt: (point) => {
      write(point);
      return parameters;
    },
  };
}

function sharesOf(parameters: Float64Array): FirstShares {
  const alpha = parameters[ALPHA] as number;
  const beta = parameters[BETA] as number;
  const gamma = parameters[GAMMA] as number;
  const phi = parameters[PHI] as number;
  return [
    inside(alpha),
    beta > 0 ? inside(beta / alpha) : NEW_SHARE,
    phi < 1 ? inside((phi - 0.8) / 0.18) : 1 - NEW_SHARE,
    gamma > 0 ? inside(gamma / (1 - alpha)) : NEW_SHARE,
  ];
}

/** At its ends a share has no slope to leave by. */
function inside(share: number): number {
  return Math.min(1 - 1e-4, Math.max(1e-4, share));
}

function statesOf(
  { form: other, parameters }: { form: EtsForm; parameters: Float64Array },
  form: EtsForm,
  scale: number,
): FirstStates {
  const level = parameters[LEVEL] as number;
  const states = [...parameters.subarray(SEASON)];
  const seasons =
    other.season === form.season && form.season === 'A'
      ? states.map((state) => state / scale)
      : states.map((state) => (other.season === 'A' ? 1 + state / level : state));
  return { level: level / scale, slope: (parameters[SLOPE] as number) / scale, seasons };
}

/** Root mean square of the changes from one value to the next, at least a millionth of the level. */
function noiseOf(history: readonly number[]): number {
  const changes = history.slice(1).map((value, index) => (value - (history[index] ?? value)) ** 2);
  return Math.max(1e-6, Math.sqrt(average(changes)));
}
