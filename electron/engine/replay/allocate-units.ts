/**
 * The best order without a solver, where that is possible: values of a build's units never rise, so under limits
 * that all count units and lie inside one another or apart (lot places over allocation groups), taking the dearest
 * unit that still fits, again and again, is exact (the greedy algorithm on a laminar matroid: Edmonds 1971). A
 * budget counts dollars and a minimum forces units in: such orders are the solver's.
 */
import { type LimitRow, type OrderProblem, tiltedValuesCents } from '../planning/order-problem';

/** Quantities by build; null when the limits are of another kind. */
export function allocateUnits(problem: OrderProblem): number[] | null {
  if (!isLaminar(problem.rows)) return null;
  const left = problem.rows.map((row) => row.upper ?? Number.POSITIVE_INFINITY);
  const quantities = problem.builds.map(() => 0);
  const units = problem.builds
    .flatMap((build, index) =>
      tiltedValuesCents(build, problem.tilt).map((cents) => ({
        index,
        cents,
        score: build.score ?? 0.5,
        key: build.key,
      })),
    )
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => b.cents - a.cents || b.score - a.score || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { index } of units) {
    const touched = problem.rows.flatMap((row, at) => ((row.coefficients[index] ?? 0) > 0 ? [at] : []));
    if (touched.some((at) => (left[at] ?? 0) < 1)) continue;
    quantities[index] = (quantities[index] ?? 0) + 1;
    for (const at of touched) left[at] = (left[at] ?? 0) - 1;
  }
  return quantities;
}

function isLaminar(rows: readonly LimitRow[]): boolean {
  const areCounts = rows.every(
    (row) =>
      (row.lower ?? 0) <= 0 &&
      row.coefficients.every((coefficient) => coefficient === 0 || coefficient === 1),
  );
  return (
    areCounts &&
    rows.every((row, index) => rows.slice(index + 1).every((other) => areNestedOrApart(row, other)))
  );
}

function areNestedOrApart(one: LimitRow, other: LimitRow): boolean {
  let both = 0;
  let onlyOne = 0;
  let onlyOther = 0;
  one.coefficients.forEach((coefficient, index) => {
    const inOther = (other.coefficients[index] ?? 0) > 0;
    if (coefficient > 0 && inOther) both += 1;
    else if (coefficient > 0) onlyOne += 1;
    else if (inOther) onlyOther += 1;
  });
  return both === 0 || onlyOne === 0 || onlyOther === 0;
}
