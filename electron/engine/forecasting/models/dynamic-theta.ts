/**
 * The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016): theta whose straight
 * line is drawn anew in every period, through what was known by then, and whose share
 * w = 1 - 1 / theta, at least 0, is fitted with the smoothing:
 *
 *     fit(t) = l(t-1) + w ((1 - alpha)^(t-1) A(t-1) + (1 - (1 - alpha)^t) / alpha B(t-1))
 *     l(t) = alpha y(t) + (1 - alpha) l(t-1)
 *
 * A and B being intercept and slope of the line through y(1) ... y(t). For a given alpha errors are linear in w and the
 * first level, so only alpha is searched. On the seasonally adjusted history.
 */
import { removeSeason, restoreSeason, shrunkSeasonalIndices } from '../seasonality';
import type { ForecastModel } from '../types';

const ALPHAS = 50;
const REFINEMENTS = 25;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export const dynamicTheta = {
  name: 'dynamic_theta' as const,
  minimumLength: () => 10,
  isSlow: false,
  isAutomatic: true,
  expectedLoss: 0.85,
  suits: 'smooth',
  forecast: (history, { horizon, season }) => {
    const indices = shrunkSeasonalIndices(history, season);
    const line = forecastDynamicTheta(removeSeason(history, indices), horizon);
    return restoreSeason(line, indices, history.length);
  },
} satisfies ForecastModel;

export type DynamicThetaFit = { alpha: number; share: number; firstLevel: number; squaredError: number };

/** Of a history without a season. */
export function forecastDynamicTheta(history: readonly number[], horizon: number): number[] {
  const { alpha, share, firstLevel } = fitDynamicTheta(history);
  const lines = new GrowingLine();
  let level = firstLevel;
  let decay = 1;
  const means: number[] = [];
  for (let t = 0; t < history.length + horizon; t++) {
    const fit = level + share * lines.pull(alpha, decay);
    if (t >= history.length) means.push(fit);
    const value = t < history.length ? (history[t] ?? 0) : fit;
    level += alpha * (value - level);
    decay *= 1 - alpha;
    lines.add(value);
  }
  return means;
}

export function fitDynamicTheta(history: readonly number[]): DynamicThetaFit {
  let best = fitWith(history, 0.01);
  for (let step = 1; step < ALPHAS; step++) {
    const next = fitWith(history, 0.01 + (0.98 * step) / ALPHAS);
    if (next.squaredError < best.squaredError) best = next;
  }
  let low = Math.max(0.001, best.alpha - 0.98 / ALPHAS);
  let high = Math.min(0.999, best.alpha + 0.98 / ALPHAS);
  for (let round = 0; round < REFINEMENTS; round++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (fitWith(history, left).squaredError < fitWith(history, right).squaredError) high = right;
    else low = left;
  }
  const refined = fitWith(history, (low + high) / 2);
  return refined.squaredError < best.squaredError ? refined : best;
}

/** Least squares in the share and the first level, the share not below 0 nor at 1. */
function fitWith(history: readonly number[], alpha: number): DynamicThetaFit {
  const lines = new GrowingLine();
  let level = 0;
  let decay = 1;
  let [ee, ep, ed, pp, pd, dd] = [0, 0, 0, 0, 0, 0];
  for (const value of history) {
    const error = value - level;
    const pull = lines.pull(alpha, decay);
    ee += error * error;
    ep += error * pull;
    ed += error * decay;
    pp += pull * pull;
    pd += pull * decay;
    dd += decay * decay;
    level += alpha * error;
    decay *= 1 - alpha;
    lines.add(value);
  }
  const determinant = pp * dd - pd * pd;
  const free = determinant > 1e-12 * pp * dd ? (ep * dd - ed * pd) / determinant : 0;
  const share = Math.min(0.999, Math.max(0, free));
  const firstLevel = (ed - share * pd) / dd;
  const squaredError =
    ee -
    2 * (share * ep + firstLevel * ed) +
    share * share * pp +
    2 * share * firstLevel * pd +
    firstLevel * firstLevel * dd;
  return { alpha, share, firstLevel, squaredError: Math.max(0, squaredError) };
}

/** The line through all values added so far. */
class GrowingLine {
  private count = 0;
  private mean = 0;
  private slope = 0;

  add(value: number): void {
    const t = this.count + 1;
    this.slope = t < 2 ? 0 : ((t - 2) * this.slope + (6 / t) * (value - this.mean)) / (t + 1);
    this.mean += (value - this.mean) / t;
    this.count = t;
  }

  /** What the line adds to the next fit: `decay` is (1 - alpha)^count. */
  pull(alpha: number, decay: number): number {
    const intercept = this.mean - ((this.count + 1) / 2) * this.slope;
    return decay * intercept + ((1 - decay * (1 - alpha)) / alpha) * this.slope;
  }
}
