/**
 * The season of a whole store, for series that sell too little to show one of their own.
 *
 * Months of the store's units y over their selling days e follow
 *
 *     log((y + 1/2) / e) = level + trend(t) + season(month) + noise
 *
 * with a trend that may bend each year. Season and bends are random effects with variances of their own, so that they
 * are drawn to nothing as far as the evidence allows: a store of few sales gets a flat season, one with three alike
 * Januaries a marked one (a linear mixed model, its variances of greatest restricted likelihood among a few ratios:
 * Searle, Casella & McCulloch 1992). Effects of months add up to 0 in the logarithm.
 */
import { type Period, periodOrdinal } from '@shared/domain/period';
import { average } from './central-values';
import { factorise, logDeterminant, solve } from './cholesky';

export type StoreSeason = {
  /** Complete months of the store's sales of new units, oldest first. */
  months: { start: Period; units: readonly number[]; sellingDays: readonly number[] };
  /**
   * Which months a series' periods, history and horizon, consist of: pairs of month (0 January .. 11) and selling days,
   * in units of a mean period's. A month is one pair, a week that spans two is two.
   */
  calendar: { start: Period; parts: readonly (readonly (readonly [month: number, weight: number])[])[] };
};

/** Ratios of the season's, and of a bend's, variance to that of the noise. */
const SEASON_RATIOS = [0, 0.1, 0.3, 1, 3, 10];
const BEND_RATIOS = [0, 1e-3, 1e-2];
const MONTHS = 12;
/** With less than a year and a half a month that sold little cannot be told from one that always does. */
const LEAST_MONTHS = 18;

/** Twelve factors about 1, January first; null when there is too little to say. */
export function estimateSeason(
  { start, units, sellingDays }: StoreSeason['months'],
  length: number,
): number[] | null {
  const count = Math.min(length, units.length);
  if (count < LEAST_MONTHS || units.slice(0, count).every((value) => value <= 0)) return null;
  const first = periodOrdinal(start) % MONTHS;
  const rates = units.slice(0, count).map((value, t) => Math.log((value + 0.5) / (sellingDays[t] ?? 1)));
  const months = rates.map((_, t) => (first + t) % MONTHS);
  const fits = SEASON_RATIOS.flatMap((season) =>
    BEND_RATIOS.map((bend) => fitMixed(rates, months, season, bend)),
  );
  const best = fits.reduce((one, other) => (other.likelihood > one.likelihood ? other : one));
  const mean = average(best.season);
  return best.season.map((effect) => Math.exp(effect - mean));
}

/**
 * Generalised least squares with covariance V = I + season Z Z' + bend B B' of the noise's unit: likelihood (restricted,
 * the noise variance profiled out) and the best linear unbiased prediction of the months' effects.
 */
function fitMixed(
  rates: readonly number[],
  months: readonly number[],
  season: number,
  bend: number,
): { likelihood: number; season: number[] } {
  const n = rates.length;
  const factor = factorise(covariance(months, season, bend));
  const design = [rates.map(() => 1), rates.map((_, t) => t - (n - 1) / 2)];
  const solved = design.map((column) => solve(factor, column));
  const information = design.map((column) => solved.map((other) => dot(column, other)));
  const inner = factorise(information);
  const weighted = solve(factor, rates);
  const effects = solve(
    inner,
    design.map((column) => dot(column, weighted)),
  );
  const residuals = rates.map(
    (rate, t) =>
      rate - design.reduce((sum, column, index) => sum + (column[t] ?? 0) * (effects[index] ?? 0), 0),
  );
  const pulled = solve(factor, residuals);
  const squares = Math.max(1e-12, dot(residuals, pulled));
  const likelihood =
    -((n - 2) * Math.log(squares / (n - 2)) + logDeterminant(factor) + logDeterminant(inner)) / 2;
  return {
    likelihood,
    season: Array.from({ length: MONTHS }, (_, month) =>
      pulled.reduce((sum, value, t) => sum + (months[t] === month ? season * value : 0), 0),
    ),
  };
}

function covariance(months: readonly number[], season: number, bend: number): number[][] {
  const n = months.length;
  const knots = Array.from({ length: Math.max(0, Math.floor((n - 1) / MONTHS)) }, (_, k) => (k + 1) * MONTHS);
  return months.map((month, row) =>
    months.map((other, column) => {
      const bends = knots.reduce(
        (sum, knot) => sum + Math.max(0, row - knot) * Math.max(0, column - knot),
        0,
      );
      return (row === column ? 1 : 0) + (month === other ? season : 0) + bend * bends;
    }),
  );
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
