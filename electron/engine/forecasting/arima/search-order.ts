/**
 * The order of an ARIMA model, as Hyndman & Khandakar 2008 seek it: differences by tests, then steps from a few first
 * orders to the neighbour of least AICc until none is better. Unlike theirs each fit is of exact likelihood. A fit
 * begins from the best one so far and, for the order that wins, from other points as well.
 */
import { type ArimaOrder, mayHaveConstant, orderName } from './arima-order';
import { type ArimaFit, type ArimaSeries, fitArima, startNear, startPoint, startPoints } from './fit-arima';

export type OrderLimits = { p: number; q: number; P: number; Q: number };

type Orders = Pick<ArimaOrder, 'p' | 'q' | 'P' | 'Q'>;

const FIRST_ORDERS: readonly Orders[] = [
  { p: 0, q: 0, P: 0, Q: 0 },
  { p: 1, q: 0, P: 1, Q: 0 },
  { p: 0, q: 1, P: 0, Q: 1 },
  { p: 2, q: 2, P: 1, Q: 1 },
];
/** One of the four orders, or both of one kind, up or down. */
const MOVES: readonly Partial<Orders>[] = [
  { P: -1 },
  { Q: -1 },
  { P: 1 },
  { Q: 1 },
  { P: -1, Q: -1 },
  { P: 1, Q: 1 },
  { P: -1, Q: 1 },
  { P: 1, Q: -1 },
  { p: -1 },
  { q: -1 },
  { p: 1 },
  { q: 1 },
  { p: -1, q: -1 },
  { p: 1, q: 1 },
  { p: -1, q: 1 },
  { p: 1, q: -1 },
];
const MOST_FITS = 94;
/** As many are fitted anew with care, since a rough fit may rank them wrongly. */
const FINALISTS = 3;

/** As R's forecast::auto.arima has them: no order that a third of the history could not tell. */
export function limitsFor(length: number, season: number): OrderLimits {
  const short = Math.min(5, Math.floor(length / 3));
  const long = season > 1 ? Math.min(2, Math.floor(length / 3 / season)) : 0;
  return { p: short, q: short, P: long, Q: long };
}

/** `first` is an order to begin with, as found for a part of the history. Null when nothing can be fitted. */
export function searchOrder(
  series: ArimaSeries,
  { d, D }: Pick<ArimaOrder, 'd' | 'D'>,
  limits: OrderLimits,
  first: ArimaFit | null = null,
): ArimaFit | null {
  const tried = new Set<string>();
  const sound: ArimaFit[] = [];
  let best: ArimaFit | null = null;
  const attempt = (order: ArimaOrder, near: ArimaFit | null): boolean => {
    const name = orderName(order);
    if (tried.has(name) || tried.size >= MOST_FITS || !isWithin(order, limits)) return false;
    tried.add(name);
    const fit = fitArima(
      series,
      order,
      [near ? startNear(near, order) : startPoint(order, 0.1, 0.1)],
      'rough',
    );
    if (!fit?.isSound) return false;
    sound.push(fit);
    if (best && best.aicc <= fit.aicc) return false;
    best = fit;
    return true;
  };
  const constants = mayHaveConstant({ d, D }) ? [true, false] : [false];
  if (first) attempt({ ...first.order, d, D }, first);
  for (const orders of FIRST_ORDERS)
    attempt({ ...cut(orders, limits), d, D, hasConstant: constants[0] ?? false }, null);
  attempt({ p: 0, q: 0, P: 0, Q: 0, d, D, hasConstant: false }, null);
  for (let isMoving = true; isMoving && best; ) isMoving = step(best, constants, attempt);
  return refine(
    series,
    sound.sort((a, b) => a.aicc - b.aicc),
  );
}

/** To the first neighbour that is better, as they are tried. */
function step(
  best: ArimaFit,
  constants: readonly boolean[],
  attempt: (order: ArimaOrder, near: ArimaFit) => boolean,
): boolean {
  const { order } = best;
  for (const move of MOVES) {
    const next = { ...order };
    for (const part of ['p', 'q', 'P', 'Q'] as const) next[part] += move[part] ?? 0;
    if (attempt(next, best)) return true;
  }
  return constants.some((hasConstant) => attempt({ ...order, hasConstant }, best));
}

/** The best of the first few that stay sound when fitted with care; the best of those from all points. */
function refine(series: ArimaSeries, ranked: readonly ArimaFit[]): ArimaFit | null {
  const finalists: ArimaFit[] = [];
  for (const { order, point } of ranked) {
    const fit = fitArima(series, order, [point]);
    if (fit?.isSound) finalists.push(fit);
    if (finalists.length === FINALISTS) break;
  }
  const [best] = finalists.sort((a, b) => a.aicc - b.aicc);
  if (!best) return null;
  const again = fitArima(series, best.order, startPoints(best.order));
  return again?.isSound && again.aicc < best.aicc ? again : best;
}

function isWithin({ p, q, P, Q }: Orders, limits: OrderLimits): boolean {
  return Math.min(p, q, P, Q) >= 0 && p <= limits.p && q <= limits.q && P <= limits.P && Q <= limits.Q;
}

function cut({ p, q, P, Q }: Orders, limits: OrderLimits): Orders {
  return {
    p: Math.min(p, limits.p),
    q: Math.min(q, limits.q),
    P: Math.min(P, limits.P),
    Q: Math.min(Q, limits.Q),
  };
}
