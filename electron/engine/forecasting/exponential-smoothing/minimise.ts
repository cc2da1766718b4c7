/**
 * Minimum of a smooth function by the quasi-Newton method of Broyden, Fletcher, Goldfarb & Shanno with a
 * backtracking line search (Nocedal & Wright 2006, chapters 3 and 6). The function may be infinite outside its
 * domain: the search steps back from there.
 */

/** Returns the value at `point` and writes its derivatives, which are finite wherever the value is. */
export type SmoothFunction = (point: Float64Array, derivatives: Float64Array) => number;

export type Minimum = { point: Float64Array; value: number; evaluations: number };

/** The search ends after this many steps in a row that gain less than `tolerance`. */
const IDLE_STEPS = 3;
const ARMIJO = 1e-4;
const MOST_HALVINGS = 40;
/** Length of the very first step: the caller scales its variables so that 1 is a large change. */
const FIRST_STEP = 0.1;
const LEAST_SLOPE = 1e-12;
/** Of the curvature along a step, against the square of the change of slope. */
const LEAST_CURVATURE = 1e-12;

type State = {
  point: Float64Array;
  slope: Float64Array;
  value: number;
  /** Where the line search looks. */
  trial: Float64Array;
  trialSlope: Float64Array;
  direction: Float64Array;
  inverse: Float64Array;
  /** Whether `inverse` knows nothing yet but a length. */
  isFresh: boolean;
  evaluations: number;
  product: Float64Array;
};

/** `start` is left as it was; when its value is not finite, it is returned as it is. */
export function minimise(
  evaluate: SmoothFunction,
  start: Float64Array,
  { tolerance, mostSteps }: { tolerance: number; mostSteps: number },
): Minimum {
  const state = begin(evaluate, start);
  let idle = Number.isFinite(state.value) ? 0 : IDLE_STEPS;
  for (let step = 0; step < mostSteps && idle < IDLE_STEPS; step++) {
    let descent = multiplyInverse(state);
    if (!(descent < 0)) {
      restart(state);
      descent = multiplyInverse(state);
      if (!(descent < 0)) break;
    }
    const next = searchLine(evaluate, state, descent);
    if (Number.isFinite(next)) {
      idle = state.value - next < tolerance ? idle + 1 : 0;
      updateInverse(state);
      moveTo(state, next);
    } else if (state.isFresh) break;
    else restart(state);
  }
  return { point: state.point, value: state.value, evaluations: state.evaluations };
}

function begin(evaluate: SmoothFunction, start: Float64Array): State {
  const size = start.length;
  const point = start.slice();
  const slope = new Float64Array(size);
  const state: State = {
    point,
    slope,
    value: evaluate(point, slope),
    trial: new Float64Array(size),
    trialSlope: new Float64Array(size),
    direction: new Float64Array(size),
    inverse: new Float64Array(size * size),
    isFresh: true,
    evaluations: 1,
    product: new Float64Array(size),
  };
  restart(state);
  return state;
}

/** Leaves the point found in `trial` and returns its value; infinite when no step gains. */
function searchLine(evaluate: SmoothFunction, state: State, descent: number): number {
  const { point, trial, trialSlope, direction, value } = state;
  let share = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    for (let i = 0; i < point.length; i++) trial[i] = (point[i] as number) + share * (direction[i] as number);
    const next = evaluate(trial, trialSlope);
    state.evaluations++;
    if (next <= value + ARMIJO * share * descent) return next;
    share *= backtrack(value, next, descent, share);
  }
  return Number.POSITIVE_INFINITY;
}

function moveTo(state: State, value: number): void {
  const { point, slope } = state;
  state.point = state.trial;
  state.slope = state.trialSlope;
  state.trial = point;
  state.trialSlope = slope;
  state.value = value;
}

/** Steepest descent again, with a first step of a known length. */
function restart(state: State): void {
  resetInverse(state.inverse, state.point.length, FIRST_STEP / Math.max(norm(state.slope), LEAST_SLOPE));
  state.isFresh = true;
}

/** Factor between 0.1 and 0.5: the minimum of the parabola through both values and the first slope. */
function backtrack(value: number, next: number, descent: number, share: number): number {
  if (!Number.isFinite(next)) return 0.25;
  const factor = (-descent * share) / (2 * (next - value - descent * share));
  return Math.min(0.5, Math.max(0.1, factor));
}

function resetInverse(inverse: Float64Array, size: number, diagonal: number): void {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = diagonal;
}

/** Writes the direction -H g and returns the slope along it. */
function multiplyInverse({ inverse, slope, direction }: State): number {
  const size = slope.length;
  let descent = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum -= (inverse[i * size + j] as number) * (slope[j] as number);
    direction[i] = sum;
    descent += sum * (slope[i] as number);
  }
  return descent;
}

/** The update of the inverse by the step to `trial`; left out where the curvature is not positive. */
function updateInverse(state: State): void {
  const { point, trial, slope, trialSlope, inverse, product } = state;
  const size = point.length;
  let curvature = 0;
  let change = 0;
  for (let i = 0; i < size; i++) {
    const bent = (trialSlope[i] as number) - (slope[i] as number);
    curvature += ((trial[i] as number) - (point[i] as number)) * bent;
    change += bent * bent;
  }
  if (!(curvature > LEAST_CURVATURE * change)) return;
  if (state.isFresh) resetInverse(inverse, size, curvature / change);
  state.isFresh = false;
  let whole = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++)
      sum += (inverse[i * size + j] as number) * ((trialSlope[j] as number) - (slope[j] as number));
    product[i] = sum;
    whole += sum * ((trialSlope[i] as number) - (slope[i] as number));
  }
  addStep(state, curvature, (1 + whole / curvature) / curvature);
}

/** H + square d d' - (d (H b)' + (H b) d') / curvature, for the step d and the change of slope b. */
function addStep({ point, trial, inverse, product }: State, curvature: number, square: number): void {
  const size = point.length;
  for (let i = 0; i < size; i++) {
    const movedI = (trial[i] as number) - (point[i] as number);
    const productI = product[i] as number;
    for (let j = 0; j <= i; j++) {
      const movedJ = (trial[j] as number) - (point[j] as number);
      const cross = movedI * (product[j] as number) + productI * movedJ;
      const value = (inverse[i * size + j] as number) + square * movedI * movedJ - cross / curvature;
      inverse[i * size + j] = value;
      inverse[j * size + i] = value;
    }
  }
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const part of vector) sum += part * part;
  return Math.sqrt(sum);
}
