/**
 * An ARIMA model of given order, fitted by exact greatest likelihood of the differenced series (Box & Jenkins 1976;
 * Brockwell & Davis 1991, 8.7). Coefficients are sought through their partial autocorrelations, tanh of variables
 * without bounds, so that every step is stationary and invertible (Monahan 1984). AICc is as R's
 * forecast::auto.arima computes it, n being the number of differenced values.
 */
import { average } from '../central-values';
import { minimise } from '../exponential-smoothing/minimise';
import { type ArimaOrder, countCoefficients } from './arima-order';
import { type ArmaWorkspace, armaDeviance, createArmaWorkspace, forecastArma } from './arma-likelihood';
import { differencing, fromPartials, hasRootsBeyond, multiply } from './lag-polynomials';

/** What all fits of one series with the same differences share. */
export type ArimaSeries = {
  history: readonly number[];
  season: number;
  /** Differenced and divided by `scale`. */
  work: ArmaWorkspace;
  scale: number;
};

export type ArimaFit = {
  order: ArimaOrder;
  /** Variables without bounds, by order p, q, P, Q: where another fit may begin. */
  point: Float64Array;
  logLikelihood: number;
  aicc: number;
  /** Whether no root comes near the unit circle, which would make the fit a doubtful one. */
  isSound: boolean;
};

/** To compare orders by; and to the last thousandth of the likelihood. */
const ROUGH = { tolerance: 0.02, mostSteps: 25 };
const FINE = { tolerance: 1e-5, mostSteps: 200 };
/** Of the differences that stand for derivatives. */
const STEP = 1e-5;
/** As in R: roots within 1 % of the unit circle are too near. */
const LEAST_RADIUS = 1.01;
/** Larger variables change no coefficient by more than a millionth, and have no slope to return by. */
const LARGEST_VARIABLE = 8;
const STARTS = [
  [0.1, 0.1],
  [0.4, -0.4],
  [-0.4, 0.4],
  [2, 0.5],
  [0.2, 2],
  [-2, 2],
] as const;

/** Greatest orders: no more lags than these need room. */
export type MostLags = { short: number; long: number };

/** Null when differencing leaves fewer than three values, or nothing but a constant. */
export function differenceSeries(
  history: readonly number[],
  season: number,
  { d, D }: { d: number; D: number },
  { short, long }: MostLags,
): ArimaSeries | null {
  const values = difference(history, season, { d, D });
  if (values.length < 3) return null;
  const mean = average(values);
  const scale = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  const size = average(history.map(Math.abs));
  if (!(scale > 1e-9 * size)) return null;
  const room = Math.min(short + long * season, values.length - 1);
  const scaled = Float64Array.from(values, (value) => value / scale);
  return { history, season, work: createArmaWorkspace(scaled, room), scale };
}

export function difference(
  history: readonly number[],
  season: number,
  { d, D }: { d: number; D: number },
): number[] {
  let values = [...history];
  for (let round = 0; round < D; round++) values = lagged(values, season);
  for (let round = 0; round < d; round++) values = lagged(values, 1);
  return values;
}

/** The best of what the starts lead to; null when none has a finite likelihood. */
export function fitArima(
  series: ArimaSeries,
  order: ArimaOrder,
  starts: readonly Float64Array[],
  precision: 'rough' | 'fine' = 'fine',
): ArimaFit | null {
  const model = createModel(series, order);
  if (!model) return null;
  let best: { point: Float64Array; value: number } | null = null;
  for (const start of starts) {
    const found = minimise(model.evaluate, start, precision === 'fine' ? FINE : ROUGH);
    if (Number.isFinite(found.value) && !(best && best.value <= found.value)) best = found;
  }
  if (!best) return null;
  const length = series.work.values.length;
  const free = countCoefficients(order) + (order.hasConstant ? 1 : 0) + 1;
  const value = best.value + 2 * length * Math.log(series.scale);
  const room = length - free - 1;
  return {
    order,
    point: best.point,
    logLikelihood: -value / 2,
    aicc: room > 0 ? value + 2 * free + (2 * free * (free + 1)) / room : Number.POSITIVE_INFINITY,
    isSound: model.isSound(best.point),
  };
}

/** Variables of the first autoregressive and moving average coefficients, as an order has them. */
export function startPoint(order: ArimaOrder, autoregressive: number, moving: number): Float64Array {
  const { p, q, P, Q } = order;
  const fill = (count: number, first: number) =>
    Array.from({ length: count }, (_, i) => (i === 0 ? first : 0.02));
  return Float64Array.from([
    ...fill(p, autoregressive),
    ...fill(q, moving),
    ...fill(P, autoregressive / 2),
    ...fill(Q, moving / 2),
  ]);
}

/** For a fit that must miss no peak of the likelihood: among them near unit roots on either side. */
export function startPoints(order: ArimaOrder): Float64Array[] {
  return STARTS.map(([autoregressive, moving]) => startPoint(order, autoregressive, moving));
}

/** A fit's variables as the start of one of another order: what it lacks begins at nearly nothing. */
export function startNear(fit: ArimaFit, order: ArimaOrder): Float64Array {
  const start = new Float64Array(countCoefficients(order)).fill(0.02);
  let from = 0;
  let to = 0;
  for (const part of ['p', 'q', 'P', 'Q'] as const) {
    const shared = Math.min(fit.order[part], order[part]);
    for (let i = 0; i < shared; i++) start[to + i] = limit(fit.point[from + i] as number);
    from += fit.order[part];
    to += order[part];
  }
  return start;
}

/** Means of the next `horizon` periods. */
export function forecastArima(series: ArimaSeries, fit: ArimaFit, horizon: number): number[] {
  const { history, season, work, scale } = series;
  const model = createModel(series, fit.order);
  if (!model) throw new RangeError('too short for the order');
  model.write(fit.point);
  armaDeviance(work, model.ar, model.ma, fit.order.hasConstant);
  const ahead = forecastArma(work, model.ar, model.ma, horizon);
  const polynomial = differencing(fit.order.d, fit.order.D, season);
  const path = [...history];
  for (const value of ahead) {
    const length = path.length;
    path.push(
      polynomial.reduce((sum, weight, lag) => sum - weight * (path[length - 1 - lag] ?? 0), value * scale),
    );
  }
  return path.slice(history.length);
}

type Model = {
  ar: Float64Array;
  ma: Float64Array;
  write: (point: Float64Array) => void;
  evaluate: (point: Float64Array, derivatives: Float64Array) => number;
  isSound: (point: Float64Array) => boolean;
};

/** Null when there is no room for the order's lags. */
function createModel({ work, season }: ArimaSeries, order: ArimaOrder): Model | null {
  const { p, q, P, Q, hasConstant } = order;
  const ar = new Float64Array(p + P * season);
  const ma = new Float64Array(q + Q * season);
  if (Math.max(ar.length, ma.length) > work.mostLags) return null;
  const parts = [p, q, P, Q].map((count) => new Float64Array(count));
  const [shortAr, shortMa, longAr, longMa] = parts as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const partials = new Float64Array(Math.max(p, q, P, Q));
  const moved = new Float64Array(countCoefficients(order));

  const write = (point: Float64Array) => {
    let place = 0;
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) partials[i] = Math.tanh(point[place++] as number);
      fromPartials(partials, part.length, part);
    }
    for (let i = 0; i < q; i++) shortMa[i] = -(shortMa[i] as number);
    for (let i = 0; i < Q; i++) longMa[i] = -(longMa[i] as number);
    multiply(shortAr, longAr, season, 1, ar);
    multiply(shortMa, longMa, season, -1, ma);
  };
  const valueAt = (point: Float64Array) => {
    for (const variable of point) if (Math.abs(variable) > LARGEST_VARIABLE) return Number.POSITIVE_INFINITY;
    write(point);
    return armaDeviance(work, ar, ma, hasConstant);
  };
  return {
    ar,
    ma,
    write,
    evaluate: (point, derivatives) => {
      const value = valueAt(point);
      if (!Number.isFinite(value)) return value;
      moved.set(point);
      for (let i = 0; i < point.length; i++) {
        moved[i] = (point[i] as number) + STEP;
        derivatives[i] = (valueAt(moved) - value) / STEP;
        moved[i] = point[i] as number;
      }
      return value;
    },
    isSound: (point) => {
      write(point);
      const isOutside = (part: Float64Array, sign: 1 | -1, radius: number) =>
        hasRootsBeyond(
          part.map((value) => sign * value),
          radius,
        );
      return (
        isOutside(shortAr, 1, LEAST_RADIUS) &&
        isOutside(shortMa, -1, LEAST_RADIUS) &&
        isOutside(longAr, 1, LEAST_RADIUS ** season) &&
        isOutside(longMa, -1, LEAST_RADIUS ** season)
      );
    },
  };
}

function lagged(values: readonly number[], lag: number): number[] {
  return values.slice(lag).map((value, index) => value - (values[index] ?? 0));
}

/** Away from where a variable has no slope. */
function limit(variable: number): number {
  return Math.min(2.5, Math.max(-2.5, variable));
}
