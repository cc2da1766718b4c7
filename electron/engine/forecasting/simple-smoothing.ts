/**
 * Simple exponential smoothing, l(t) = l(t-1) + alpha * (y(t) - l(t-1)) (Brown 1956), with alpha and the first
 * level l(0) that minimise the sum of squared one-step errors. For a given alpha an error is linear in l(0),
 * e(t) = e0(t) - (1 - alpha)^(t-1) * l(0), so the best l(0) has a closed form and only alpha is searched.
 */
const LEAST_ALPHA = 0.0001;
const GREATEST_ALPHA = 0.9999;
const FIRST_ALPHA = 0.2;
const STEP = 0.025;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const REFINEMENTS = 40;

export type SimpleSmoothing = { alpha: number; firstLevel: number; level: number; squaredError: number };

/**
 * `history` holds at least one value. Where the error has several dips, the one downhill from an alpha of 0.2 is
 * taken, not the lowest of all: between nearly equal fits it is the moderate one, and R's choice.
 */
export function fitSimpleSmoothing(history: readonly number[]): SimpleSmoothing {
  const errorAt = (alpha: number) => smoothWith(history, alpha).squaredError;
  const downhill = errorAt(FIRST_ALPHA + STEP) < errorAt(FIRST_ALPHA) ? 1 : -1;
  let best = FIRST_ALPHA;
  let least = errorAt(best);
  for (let next = best; ; ) {
    next = Math.min(GREATEST_ALPHA, Math.max(LEAST_ALPHA, next + downhill * STEP));
    const error = errorAt(next);
    if (next === best || error >= least) break;
    best = next;
    least = error;
  }
  let low = Math.max(LEAST_ALPHA, best - STEP);
  let high = Math.min(GREATEST_ALPHA, best + STEP);
  for (let round = 0; round < REFINEMENTS; round++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (errorAt(left) < errorAt(right)) high = right;
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
