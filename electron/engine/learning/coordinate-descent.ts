/**
 * Linear regression with a penalty on its coefficients, by cyclic coordinate descent (Friedman, Hastie & Tibshirani
 * 2010). Minimises, with an intercept that is free,
 *
 *   1 / (2 n) sum (y - b - X w)^2 + alpha (mixing |w|_1 + (1 - mixing) / 2 |w|^2)
 *
 * mixing 1 is the lasso, 0 is ridge regression (its usual alpha, on the sum of squares, is n times this one), between
 * them is the elastic net. With `isNonNegative` no coefficient falls below 0.
 */
export type PenaltyTerms = { alpha: number; mixing: number; isNonNegative: boolean };

/** Centred sums of products, divided by the number (or the weight) of samples. */
export type MeanProducts = { gram: readonly (readonly number[])[]; moment: readonly number[] };

const MOST_SWEEPS = 100_000;
/** Sweeps end when no coefficient moves by more, beside the largest. */
const TOLERANCE = 1e-10;

/** Coefficients in the order of the columns; the intercept is mean(y) - mean(X) w. */
export function fitPenalised({ gram, moment }: MeanProducts, terms: PenaltyTerms): number[] {
  const { alpha, mixing } = terms;
  const coefficients = moment.map(() => 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0;
    let largest = 0;
    for (let column = 0; column < coefficients.length; column++) {
      const row = gram[column] ?? [];
      const own = row[column] ?? 0;
      const before = coefficients[column] ?? 0;
      const explained = row.reduce((sum, value, other) => sum + value * (coefficients[other] ?? 0), 0);
      const left = (moment[column] ?? 0) - explained + own * before;
      const scale = own + alpha * (1 - mixing);
      const after = scale > 0 ? soften(left, alpha * mixing, terms.isNonNegative) / scale : 0;
      coefficients[column] = after;
      moved = Math.max(moved, Math.abs(after - before));
      largest = Math.max(largest, Math.abs(after));
    }
    if (moved <= TOLERANCE * largest) break;
  }
  return coefficients;
}

/** Soft threshold: what is left of a value whose first `threshold` is not worth its penalty. */
function soften(value: number, threshold: number, isNonNegative: boolean): number {
  if (value > threshold) return value - threshold;
  return value < -threshold && !isNonNegative ? value + threshold : 0;
}
