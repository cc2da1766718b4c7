/**
 * Polynomials in the lag operator B, given by the coefficients of B, B^2 ... (that of 1 is 1 or, for an
 * autoregression, its coefficients stand on the other side). Partial autocorrelations, each in (-1, 1), are a way to
 * write exactly the stationary autoregressions and the invertible moving averages (Barndorff-Nielsen & Schou 1973).
 */

/** Coefficients a of w(t) = a1 w(t-1) + ..., from partial autocorrelations, by the recursion of Durbin & Levinson. */
export function fromPartials(partials: Float64Array, count: number, result: Float64Array): void {
  for (let order = 0; order < count; order++) {
    const partial = partials[order] as number;
    result[order] = partial;
    // Pairs from both ends are replaced together, since each needs the other's old value.
    for (let i = 0, j = order - 1; i <= j; i++, j--) {
      const low = result[i] as number;
      const high = result[j] as number;
      result[i] = low - partial * high;
      result[j] = high - partial * low;
    }
  }
}

/**
 * The recursion downward: false where the autoregression is not stationary. `coefficients` is used up and holds the
 * partial autocorrelations afterwards.
 */
export function toPartials(coefficients: Float64Array, count: number): boolean {
  for (let order = count - 1; order >= 0; order--) {
    const partial = coefficients[order] as number;
    const rest = 1 - partial * partial;
    if (!(rest > 0)) return false;
    for (let i = 0, j = order - 1; i <= j; i++, j--) {
      const low = coefficients[i] as number;
      const high = coefficients[j] as number;
      coefficients[i] = (low + partial * high) / rest;
      coefficients[j] = (high + partial * low) / rest;
    }
  }
  return true;
}

/**
 * Whether every root of 1 - a1 z - a2 z^2 ... lies outside a circle of `radius`: a fit with a root nearer to the unit
 * circle is better differenced once more, or once less.
 */
export function hasRootsBeyond(coefficients: Float64Array, radius: number): boolean {
  const scaled = coefficients.map((value, lag) => value * radius ** (lag + 1));
  return toPartials(scaled, scaled.length);
}

/** The product (1 - sign a(B)) (1 - sign b(B^season)) as coefficients on the same side; `result` is overwritten. */
export function multiply(
  short: Float64Array,
  long: Float64Array,
  season: number,
  sign: 1 | -1,
  result: Float64Array,
): void {
  result.fill(0);
  for (let i = 0; i < short.length; i++) result[i] = short[i] as number;
  for (let j = 0; j < long.length; j++) {
    const place = (j + 1) * season - 1;
    const value = long[j] as number;
    result[place] = (result[place] as number) + value;
    for (let i = 0; i < short.length; i++)
      result[place + i + 1] = (result[place + i + 1] as number) - sign * value * (short[i] as number);
  }
}

/** Coefficients, from B on, of (1 - B)^d (1 - B^season)^D. */
export function differencing(d: number, D: number, season: number): number[] {
  let polynomial = [1];
  const multiplyBy = (lag: number) => {
    const next = [...polynomial, ...Array<number>(lag).fill(0)];
    polynomial.forEach((value, place) => {
      next[place + lag] = (next[place + lag] ?? 0) - value;
    });
    polynomial = next;
  };
  for (let round = 0; round < d; round++) multiplyBy(1);
  for (let round = 0; round < D; round++) multiplyBy(season);
  return polynomial.slice(1);
}
