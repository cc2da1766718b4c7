/**
 * The orders of a seasonal ARIMA model (p,d,q)(P,D,Q) as Box & Jenkins 1976 write them. The constant is the mean of
 * the differenced series: the mean itself without differences, a drift with one.
 */
export type ArimaOrder = {
  p: number;
  d: number;
  q: number;
  P: number;
  D: number;
  Q: number;
  hasConstant: boolean;
};

/** As usually written; with '+ c' where there is a constant. */
export function orderName({ p, d, q, P, D, Q, hasConstant }: ArimaOrder): string {
  return `(${p},${d},${q})(${P},${D},${Q})${hasConstant ? ' + c' : ''}`;
}

/** Coefficients, without the constant and the variance. */
export function countCoefficients({ p, q, P, Q }: ArimaOrder): number {
  return p + q + P + Q;
}

/** Two differences with a constant would be a parabola, as R's forecast::auto.arima has it too. */
export function mayHaveConstant({ d, D }: Pick<ArimaOrder, 'd' | 'D'>): boolean {
  return d + D < 2;
}
