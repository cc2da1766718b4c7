/**
 * Simple exponential smoothing, l(t) = l(t-1) + alpha * (y(t) - l(t-1)) (Brown 1956), with alpha and the first
 * level l(0) that minimise the sum of squared one-step errors. For a given alpha an error is linear in l(0),
 * e(t) = e0(t) - (1 - alpha)^(t-1) * l(0), so the best l(0) has a closed form and only alpha is searched.
 */
const LEAST_ALPHA = 0.0001;
const GREATEST_ALPHA = 0.9999;
const GRID = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const REFINEMENTS = 40;

export type SimpleSmoothing = { alpha: number; firstLevel: number; level: number; squaredError: number };

/** `history` holds at least one value. */
export function fitSimpleSmoothing(history: readonly number[]): SimpleSmoothing {
  const step = (GREATEST_ALPHA - LEAST_ALPHA) / GRID;
  let best = LEAST_ALPHA;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index <= GRID; index++) {
    const alpha = LEAST_ALPHA + index * step;
    const { squaredError } = smoothWith(history, alpha);
    if (squaredError < least) {
      least = squaredError;
      best = alpha;
    }
  }
  let low = Math.max(LEAST_ALPHA, best - step);
  let high = Math.min(GREATEST_ALPHA, best + step);
  for (let round = 0; round < REFINEMENTS; round++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (smoothWith(history, left).squaredError < smoothWith(history, right).squaredError) high = right;
    else low = left;
  }
  const refined = smoothWith(history, (low + high) / 2);
  return refined.squaredError <= least ? refined : smoothWith(history, best);
}

/** Smoothing with a given alpha and the first level that suits it best. */
export function smoothWith(history: readonly number[], alpha: number): SimpleSmoothing {
  let level = 0;
  let decay = 1;
  let product = 0;
  let square = 0;
  let squaredErrorFromZero = 0;
  for (const value of history) {
    const error = value - level;
    product += decay * error;
    square += decay * decay;
    squaredErrorFromZero += error * error;
    level += alpha * error;
    decay *= 1 - alpha;
  }
  const firstLevel = square > 0 ? product / square : 0;
  return {
    alpha,
    firstLevel,
    level: level + decay * firstLevel,
    squaredError: Math.max(0, squaredErrorFromZero - firstLevel * product),
  };
}
