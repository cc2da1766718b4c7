/**
 * Weights within their bounds from variables without any. Each lies in the usual region, alpha and phi in a fixed
 * range, beta below alpha and gamma below 1 - alpha, at the bounds of R's forecast::ets: it is
 * low + (high - low) sin^2(free), smooth and exact at both ends. A beta that is not admissible with the others is
 * lowered to the greatest that is, so that the search moves along that border and does not stop at it.
 */
import { greatestAdmissibleBeta, type SeasonalWeights } from './admissible-weights';
import type { EtsForm } from './ets-form';
import { ALPHA, BETA, GAMMA, PHI } from './ets-recursion';

const LEAST_WEIGHT = 1e-4;
const GREATEST_WEIGHT = 1 - 1e-4;
const LEAST_DAMPING = 0.8;
const GREATEST_DAMPING = 0.98;
/** Step of the differences that tell how the border of beta moves with the other weights. */
const BORDER_STEP = 1e-6;

/** Free variables, in this order where the form has them: alpha, beta, phi, gamma. */
export type EtsBounds = {
  count: number;
  /** False where no beta is admissible. */
  write: (free: Float64Array, parameters: Float64Array) => boolean;
  /** From derivatives by the weights last written to those by the free variables. */
  derive: (free: Float64Array, derivatives: Float64Array, result: Float64Array) => void;
};

/** The free variable for a share strictly between 0 and 1 of the way from low to high. */
export function freeFromShare(share: number): number {
  return Math.asin(Math.sqrt(share));
}

export function createBounds(form: EtsForm, season: number): EtsBounds {
  const hasTrend = form.trend !== 'N';
  const isDamped = form.trend === 'Ad';
  const isSeasonal = form.season !== 'N';
  const gammaPlace = 1 + (hasTrend ? 1 : 0) + (isDamped ? 1 : 0);
  const polynomial = new Float64Array(season + 2);
  const weights: SeasonalWeights = { alpha: 0, beta: 0, gamma: 0, phi: 1, hasTrend };
  let isAtBorder = false;

  const write = (free: Float64Array, parameters: Float64Array): boolean => {
    isAtBorder = false;
    weights.alpha = LEAST_WEIGHT + (GREATEST_WEIGHT - LEAST_WEIGHT) * share(free, 0);
    if (hasTrend) weights.beta = LEAST_WEIGHT + (weights.alpha - LEAST_WEIGHT) * share(free, 1);
    if (isDamped) weights.phi = LEAST_DAMPING + (GREATEST_DAMPING - LEAST_DAMPING) * share(free, 2);
    if (isSeasonal) {
      weights.gamma = LEAST_WEIGHT + (1 - weights.alpha - LEAST_WEIGHT) * share(free, gammaPlace);
      const beta = greatestAdmissibleBeta(weights, LEAST_WEIGHT, season, polynomial);
      if (beta === null) return false;
      isAtBorder = beta < weights.beta;
      weights.beta = beta;
    }
    parameters[ALPHA] = weights.alpha;
    parameters[BETA] = weights.beta;
    parameters[GAMMA] = weights.gamma;
    parameters[PHI] = weights.phi;
    return true;
  };

  /** How the border of beta moves with another weight. */
  const borderSlope = (moved: SeasonalWeights): number => {
    const beta = greatestAdmissibleBeta({ ...moved, beta: moved.alpha }, LEAST_WEIGHT, season, polynomial);
    return beta === null ? 0 : (beta - weights.beta) / BORDER_STEP;
  };

  const derive = (free: Float64Array, derivatives: Float64Array, result: Float64Array): void => {
    const { alpha, gamma, phi } = weights;
    const byBeta = derivatives[BETA] as number;
    let byAlpha = derivatives[ALPHA] as number;
    let byGamma = derivatives[GAMMA] as number;
    let byPhi = derivatives[PHI] as number;
    if (isAtBorder) {
      byAlpha += byBeta * borderSlope({ ...weights, alpha: alpha + BORDER_STEP });
      byGamma += byBeta * borderSlope({ ...weights, gamma: gamma + BORDER_STEP });
      if (isDamped) byPhi += byBeta * borderSlope({ ...weights, phi: phi + BORDER_STEP });
    } else if (hasTrend) byAlpha += byBeta * share(free, 1);
    if (hasTrend) result[1] = isAtBorder ? 0 : byBeta * (alpha - LEAST_WEIGHT) * bend(free, 1);
    if (isDamped) result[2] = byPhi * (GREATEST_DAMPING - LEAST_DAMPING) * bend(free, 2);
    if (isSeasonal) {
      byAlpha -= byGamma * share(free, gammaPlace);
      result[gammaPlace] = byGamma * (1 - alpha - LEAST_WEIGHT) * bend(free, gammaPlace);
    }
    result[0] = byAlpha * (GREATEST_WEIGHT - LEAST_WEIGHT) * bend(free, 0);
  };

  return { count: gammaPlace + (isSeasonal ? 1 : 0), write, derive };
}

function share(free: Float64Array, place: number): number {
  return Math.sin(free[place] as number) ** 2;
}

/** d sin^2(x) / dx. */
function bend(free: Float64Array, place: number): number {
  return Math.sin(2 * (free[place] as number));
}
