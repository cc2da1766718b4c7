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

/** `start` is left as it was; when its value is not finite, it is returned as it is. */
export function minimise(
  evaluate: SmoothFunction,
  start: Float64Array,
  { tolerance, mostSteps }: { tolerance: number; mostSteps: number },
): Minimum {
  const size = start.length;
  let point = start.slice();
  let slope = new Float64Array(size);
  let value = evaluate(point, slope);
  let evaluations = 1;
  if (!Number.isFinite(value)) return { point, value, evaluations };
  let trial = new Float64Array(size);
  let trialSlope = new Float64Array(size);
  const inverse = new Float64Array(size * size);
  const direction = new Float64Array(size);
  const product = new Float64Array(size);
  let isFresh: boolean = resetInverse(inverse, size, FIRST_STEP / Math.max(norm(slope), 1e-12));
  let idle = 0;
  for (let step = 0; step < mostSteps && idle < IDLE_STEPS; step++) {
    let descent = multiplyInverse(inverse, slope, direction);
    if (!(descent < 0)) {
      isFresh = resetInverse(inverse, size, FIRST_STEP / Math.max(norm(slope), 1e-12));
      descent = multiplyInverse(inverse, slope, direction);
      if (!(descent < 0)) break;
    }
    let share = 1;
    let next = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      for (let i = 0; i < size; i++) trial[i] = (point[i] as number) + share * (direction[i] as number);
      next = evaluate(trial, trialSlope);
      evaluations++;
      if (next <= value + ARMIJO * share * descent) break;
      share *= backtrack(value, next, descent, share);
      next = Number.POSITIVE_INFINITY;
    }
    if (!Number.isFinite(next)) {
      if (isFresh) break;
      isFresh = resetInverse(inverse, size, FIRST_STEP / Math.max(norm(slope), 1e-12));
      continue;
    }
    idle = value - next < tolerance ? idle + 1 : 0;
    isFresh = updateInverse(inverse, { point, trial, slope, trialSlope, product, isFresh });
    value = next;
    [point, trial] = [trial, point];
    [slope, trialSlope] = [trialSlope, slope];
  }
  return { point, value, evaluations };
}

/** Factor between 0.1 and 0.5: the minimum of the parabola through both values and the first slope. */
function backtrack(value: number, next: number, descent: number, share: number): number {
  if (!Number.isFinite(next)) return 0.25;
  const factor = (-descent * share) / (2 * (next - value - descent * share));
  return Math.min(0.5, Math.max(0.1, factor));
}

function resetInverse(inverse: Float64Array, size: number, diagonal: number): true {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = diagonal;
  return true;
}

/** Writes the direction -H g and returns the slope along it. */
function multiplyInverse(inverse: Float64Array, slope: Float64Array, direction: Float64Array): number {
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

type Step = {
  point: Float64Array;
  trial: Float64Array;
  slope: Float64Array;
  trialSlope: Float64Array;
  product: Float64Array;
  isFresh: boolean;
};

/** The update of the inverse by one step; left out where the curvature is not positive. Returns what is fresh. */
function updateInverse(inverse: Float64Array, step: Step): boolean {
  const { point, trial, slope, trialSlope, product } = step;
  const size = point.length;
  let curvature = 0;
  let change = 0;
  for (let i = 0; i < size; i++) {
    const moved = (trial[i] as number) - (point[i] as number);
    const bent = (trialSlope[i] as number) - (slope[i] as number);
    curvature += moved * bent;
    change += bent * bent;
  }
  if (!(curvature > 1e-12 * change)) return step.isFresh;
  if (step.isFresh) resetInverse(inverse, size, curvature / change);
  let whole = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++)
      sum += (inverse[i * size + j] as number) * ((trialSlope[j] as number) - (slope[j] as number));
    product[i] = sum;
    whole += sum * ((trialSlope[i] as number) - (slope[i] as number));
  }
  const scale = 1 / curvature;
  const square = (1 + whole * scale) * scale;
  for (let i = 0; i < size; i++) {
    const movedI = (trial[i] as number) - (point[i] as number);
    const productI = product[i] as number;
    for (let j = 0; j <= i; j++) {
      const movedJ = (trial[j] as number) - (point[j] as number);
      const productJ = product[j] as number;
      const value =
        (inverse[i * size + j] as number) +
        square * movedI * movedJ -
        scale * (movedI * productJ + productI * movedJ);
      inverse[i * size + j] = value;
      inverse[j * size + i] = value;
    }
  }
  return false;
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const part of vector) sum += part * part;
  return Math.sqrt(sum);
}
