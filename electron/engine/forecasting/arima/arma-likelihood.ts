/**
 * The exact Gaussian likelihood of a stationary ARMA process w(t) = mu + a1 w(t-1) + ... + e(t) + b1 e(t-1) + ... ,
 * by the transformation of Ansley 1979 (also Brockwell & Davis 1991, 5.3 and 8.7): from period m = max(p, q) on
 *
 *     y(t) = w(t) - a1 w(t-1) - ... - ap w(t-p)
 *
 * is a moving average of order q, so the covariance matrix of w(1) ... w(m), y(m+1) ... y(n) is banded and its
 * Cholesky factor L is found row by row. Rows settle as the process forgets its beginning; from there on the last
 * row is used again. The mean is that of generalised least squares, so it need not be searched.
 *
 * Everything is in typed arrays made once for a series: this is the inner loop of every fit.
 */
import { toPartials } from './lag-polynomials';

export type ArmaWorkspace = {
  /** The differenced series. */
  values: Float64Array;
  /** Greatest m there is room for. */
  mostLags: number;
  /** Row t of L is kept by lags: place t * (mostLags + 1) + (t - s) holds L(t, s). */
  factor: Float64Array;
  /** Standardised innovations of the values and of a constant 1. */
  innovations: Float64Array;
  constants: Float64Array;
  partials: Float64Array;
  /** Autocovariances of the autoregression alone, of the moving average alone, and of the process. */
  autoregressive: Float64Array;
  moving: Float64Array;
  covariances: Float64Array;
  /** Covariances of y(t) with w(t - lag). */
  crossings: Float64Array;
  impulses: Float64Array;
  mean: number;
  /** Of the innovations. */
  variance: number;
};

/** Rows of L that differ less than this are taken for settled. */
const SETTLED = 1e-10;

export function createArmaWorkspace(values: Float64Array, mostLags: number): ArmaWorkspace {
  const rows = values.length + mostLags;
  return {
    values,
    mostLags,
    factor: new Float64Array(rows * (mostLags + 1)),
    innovations: new Float64Array(values.length),
    constants: new Float64Array(values.length),
    partials: new Float64Array(mostLags),
    autoregressive: new Float64Array(2 * mostLags + 2),
    moving: new Float64Array(mostLags + 1),
    covariances: new Float64Array(mostLags + 1),
    crossings: new Float64Array(mostLags + 1),
    impulses: new Float64Array(mostLags + 1),
    mean: 0,
    variance: 0,
  };
}

/**
 * Minus twice the log-likelihood, with the mean (0 without a constant) and the variance at their best; infinite where
 * the autoregression is not stationary. Leaves mean, variance, L and the innovations in `work`.
 */
export function armaDeviance(
  work: ArmaWorkspace,
  ar: Float64Array,
  ma: Float64Array,
  hasConstant: boolean,
): number {
  if (!prepareCovariances(work, ar, ma)) return Number.POSITIVE_INFINITY;
  const { values, factor, innovations, constants, mostLags } = work;
  const p = ar.length;
  const q = ma.length;
  const start = Math.max(p, q);
  const constantLater = 1 - sum(ar);
  const width = mostLags + 1;
  let settledRows = 0;
  let logDeterminant = 0;
  let square = 0;
  let product = 0;
  let constantSquare = 0;
  for (let t = 0; t < values.length; t++) {
    if (t < start || settledRows <= q) {
      if (!factorRow(work, t, start, q)) return Number.POSITIVE_INFINITY;
      settledRows = t > start && isSettled(factor, t, width, q) ? settledRows + 1 : 0;
    } else factor.copyWithin(t * width, (t - 1) * width, (t - 1) * width + q + 1);
    const reach = t < start ? t : Math.min(q, t);
    const row = t * width;
    let innovation = values[t] as number;
    let constant = 1;
    if (t >= start) {
      constant = constantLater;
      for (let lag = 0; lag < p; lag++) innovation -= (ar[lag] as number) * (values[t - 1 - lag] as number);
    }
    for (let lag = 1; lag <= reach; lag++) {
      const weight = factor[row + lag] as number;
      innovation -= weight * (innovations[t - lag] as number);
      constant -= weight * (constants[t - lag] as number);
    }
    const scale = factor[row] as number;
    innovation /= scale;
    constant /= scale;
    innovations[t] = innovation;
    constants[t] = constant;
    logDeterminant += Math.log(scale);
    square += innovation * innovation;
    product += innovation * constant;
    constantSquare += constant * constant;
  }
  work.mean = hasConstant ? product / constantSquare : 0;
  work.variance = (square - (hasConstant ? (product * product) / constantSquare : 0)) / values.length;
  const result = values.length * (Math.log(2 * Math.PI * work.variance) + 1) + 2 * logDeterminant;
  return Number.isNaN(result) ? Number.POSITIVE_INFINITY : result;
}

/** Means of the next `horizon` values, after armaDeviance with the same coefficients. */
export function forecastArma(
  work: ArmaWorkspace,
  ar: Float64Array,
  ma: Float64Array,
  horizon: number,
): number[] {
  const { values, factor, innovations, constants, mean, mostLags } = work;
  const length = values.length;
  const q = ma.length;
  const start = Math.max(ar.length, q);
  const deviations = [...values].map((value) => value - mean);
  for (let step = 0; step < horizon; step++) {
    const t = length + step;
    let next = 0;
    if (step < q && factorRow(work, t, start, q)) {
      for (let lag = step + 1; lag <= Math.min(q, t); lag++) {
        const innovation = (innovations[t - lag] as number) - mean * (constants[t - lag] as number);
        next += (factor[t * (mostLags + 1) + lag] as number) * innovation;
      }
    }
    for (let lag = 0; lag < ar.length; lag++) next += (ar[lag] as number) * (deviations[t - 1 - lag] ?? 0);
    deviations.push(next);
  }
  return deviations.slice(length).map((value) => value + mean);
}

/** Row t of L; false where rounding leaves no positive variance. */
function factorRow(work: ArmaWorkspace, t: number, start: number, q: number): boolean {
  const { factor, covariances, crossings, moving } = work;
  const width = work.mostLags + 1;
  const row = t * width;
  const reach = t < start ? t : Math.min(q, t);
  for (let lag = reach; lag >= 0; lag--) {
    const s = t - lag;
    const other = s * width;
    const otherReach = s < start ? s : Math.min(q, s);
    const wanted = t < start ? covariances : s < start ? crossings : moving;
    let value = wanted[lag] as number;
    const most = Math.min(reach, otherReach + lag);
    for (let u = lag + 1; u <= most; u++)
      value -= (factor[row + u] as number) * (factor[other + u - lag] as number);
    if (lag > 0) factor[row + lag] = value / (factor[other] as number);
    else if (value > 0) factor[row] = Math.sqrt(value);
    else return false;
  }
  return true;
}

function isSettled(factor: Float64Array, t: number, width: number, q: number): boolean {
  const row = t * width;
  for (let lag = 0; lag <= q; lag++)
    if (Math.abs((factor[row + lag] as number) - (factor[row - width + lag] as number)) > SETTLED)
      return false;
  return true;
}

/** All covariances for an innovation variance of 1; false where the autoregression is not stationary. */
function prepareCovariances(work: ArmaWorkspace, ar: Float64Array, ma: Float64Array): boolean {
  const { moving, autoregressive, covariances, crossings } = work;
  const q = ma.length;
  const start = Math.max(ar.length, q);
  const weight = (lag: number) => (lag === 0 ? 1 : (ma[lag - 1] as number));
  for (let lag = 0; lag <= q; lag++) {
    let value = 0;
    for (let j = lag; j <= q; j++) value += weight(j) * weight(j - lag);
    moving[lag] = value;
  }
  if (ar.length === 0) {
    for (let lag = 0; lag <= q; lag++) {
      covariances[lag] = moving[lag] as number;
      crossings[lag] = moving[lag] as number;
    }
    return true;
  }
  if (!autoregressiveCovariances(work, ar, start + q)) return false;
  for (let lag = 0; lag < start; lag++) {
    let value = (moving[0] as number) * (autoregressive[lag] as number);
    for (let j = 1; j <= q; j++) {
      const both = (autoregressive[lag + j] as number) + (autoregressive[Math.abs(lag - j)] as number);
      value += (moving[j] as number) * both;
    }
    covariances[lag] = value;
  }
  crossCovariances(work, ar, ma);
  return true;
}

/** Of y(t) with w(t - lag): the sum over j of b(j) psi(j - lag), psi being the weights of the process in its innovations. */
function crossCovariances({ impulses, crossings }: ArmaWorkspace, ar: Float64Array, ma: Float64Array): void {
  const q = ma.length;
  const weight = (lag: number) => (lag === 0 ? 1 : (ma[lag - 1] as number));
  for (let j = 0; j <= q; j++) {
    let value = weight(j);
    for (let i = 0; i < Math.min(ar.length, j); i++)
      value += (ar[i] as number) * (impulses[j - 1 - i] as number);
    impulses[j] = value;
  }
  for (let lag = 0; lag <= q; lag++) {
    let value = 0;
    for (let j = lag; j <= q; j++) value += weight(j) * (impulses[j - lag] as number);
    crossings[lag] = value;
  }
}

/** Lags 0 ... `most` of the pure autoregression, upward through its partial autocorrelations. */
function autoregressiveCovariances(work: ArmaWorkspace, ar: Float64Array, most: number): boolean {
  const { partials, autoregressive } = work;
  const p = ar.length;
  partials.set(ar);
  if (!toPartials(partials, p)) return false;
  let variance = 1;
  for (let order = 0; order < p; order++) variance /= 1 - (partials[order] as number) ** 2;
  autoregressive[0] = variance;
  const growing = new Float64Array(p);
  let error = variance;
  for (let order = 0; order < p; order++) {
    const partial = partials[order] as number;
    let value = partial * error;
    for (let i = 0; i < order; i++) value += (growing[i] as number) * (autoregressive[order - i] as number);
    autoregressive[order + 1] = value;
    growing[order] = partial;
    for (let i = 0, j = order - 1; i <= j; i++, j--) {
      const low = growing[i] as number;
      const high = growing[j] as number;
      growing[i] = low - partial * high;
      growing[j] = high - partial * low;
    }
    error *= 1 - partial * partial;
  }
  for (let lag = p + 1; lag <= most; lag++) {
    let value = 0;
    for (let i = 0; i < p; i++) value += (ar[i] as number) * (autoregressive[lag - 1 - i] as number);
    autoregressive[lag] = value;
  }
  return true;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
