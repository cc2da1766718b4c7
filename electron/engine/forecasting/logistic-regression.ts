/**
 * Logistic regression of shares on standardised features, with a ridge (Hoerl & Kennard 1970) on all coefficients but the
 * constant, by iteratively reweighted least squares (McCullagh & Nelder 1989, 2.5). Rows begin with a 1.
 */
import { factorise, solve } from './cholesky';

const MOST_STEPS = 25;
const CLOSE = 1e-6;
/** Keeps a row whose outcome is certain from weighing nothing. */
const LEAST_WEIGHT = 1e-9;

/** `shares` 0..1, one for each row; `ridge` relative to the number of rows. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  shares: readonly number[],
  ridge: number,
): number[] {
  const count = rows[0]?.length ?? 0;
  let coefficients = Array<number>(count).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = newtonStep(rows, shares, coefficients, ridge * rows.length);
    coefficients = coefficients.map((value, index) => value + (change[index] ?? 0));
    if (change.every((value) => Math.abs(value) < CLOSE)) break;
  }
  return coefficients;
}

export function logisticShare(row: readonly number[], coefficients: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < row.length; index++) sum += (row[index] ?? 0) * (coefficients[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function newtonStep(
  rows: readonly (readonly number[])[],
  shares: readonly number[],
  coefficients: readonly number[],
  ridge: number,
): number[] {
  const count = coefficients.length;
  const information = Array.from({ length: count }, () => Array<number>(count).fill(0));
  const slope = coefficients.map((value, index) => (index === 0 ? 0 : -ridge * value));
  rows.forEach((row, at) => {
    const share = logisticShare(row, coefficients);
    const weight = share * (1 - share) + LEAST_WEIGHT;
    const surplus = (shares[at] ?? 0) - share;
    for (let i = 0; i < count; i++) {
      const value = row[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + value * surplus;
      const line = information[i] ?? [];
      for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + weight * value * (row[j] ?? 0);
    }
  });
  for (let i = 0; i < count; i++) {
    const line = information[i] ?? [];
    line[i] = (line[i] ?? 0) + (i === 0 ? LEAST_WEIGHT : ridge);
    for (let j = 0; j < i; j++) (information[j] ?? [])[i] = line[j] ?? 0;
  }
  return solve(factorise(information), slope);
}
