/**
 * Periods whose sales are far from those around them, for the user to look at; forecasts use them as they are.
 *
 * Expected are the median of the season-adjusted demand of the periods within REACH, put back into season. Counts are
 * compared on Anscombe's scale 2 sqrt(y + 3/8), on which Poisson scatter has a standard deviation of 1, in units of the
 * series' own scatter (median absolute deviation x 1.4826) where that is larger (Hampel 1974).
 */
import type { Period } from '@shared/domain/period';
import { median } from './central-values';

export type Outlier = { period: Period; units: number; expected: number };

const REACH = 6;
const LIMIT = 3.5;
const LEAST_PERIODS = 8;

export function flagOutliers(
  history: readonly { period: Period; units: number | null; demand: number }[],
  factors: readonly number[],
): Outlier[] {
  if (history.length < LEAST_PERIODS) return [];
  const level = history.map(({ demand }, index) => demand / (factors[index] ?? 1));
  const rows = history.map(({ period, units, demand }, index) => {
    const around = level.filter((_, at) => at !== index && Math.abs(at - index) <= REACH);
    const expected = median(around) * (factors[index] ?? 1);
    return { period, units, expected, distance: scaled(demand) - scaled(expected) };
  });
  const scatter = Math.max(1, 1.4826 * median(rows.map(({ distance }) => Math.abs(distance))));
  return rows.flatMap(({ period, units, expected, distance }) =>
    units !== null && Math.abs(distance) > LIMIT * scatter ? [{ period, units, expected }] : [],
  );
}

function scaled(units: number): number {
  return 2 * Math.sqrt(Math.max(0, units) + 3 / 8);
}
