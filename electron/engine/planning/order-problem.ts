/**
 * The order as a linear program in whole units: which builds may be ordered, what each next unit is worth, and
 * the limits as rows (lower <= sum of coefficient x quantity <= upper). Cents and units; no solver in here.
 */
type OrderBuild = {
  key: string;
  score: number | null;
  /** Expected net cents of the 1st, 2nd, ... unit, never rising. Units beyond the list cannot be ordered. */
  valuesCents: readonly number[];
};

export type LimitRow = {
  id: string;
  label: string;
  lower: number | null;
  upper: number | null;
  /** One for each build: 0 outside the limit's group, else 1, or the unit's cents for a budget. */
  coefficients: readonly number[];
  /** How far the limit is loosened to price it: cents for a budget, else 1 unit. */
  step: number;
};

export type OrderProblem = {
  builds: readonly OrderBuild[];
  rows: readonly LimitRow[];
  /** Weight of the score in the objective: 0.25 moves a unit's worth by at most an eighth either way. */
  tilt: number;
};

export type OrderSolution = {
  /** Units of each build, in the problem's order. */
  quantities: number[];
  /** Objective: sum of tilted values in cents. */
  objectiveCents: number;
  /** Relative distance to the best bound that the solver could not rule out; 0 is proven best. */
  gap: number;
  status: 'optimal' | 'time_limit';
};

/** A build's worth in the objective: value x (1 + tilt x (score - 0.5)), whole cents; unscored is not tilted. */
export function tiltedValuesCents(build: OrderBuild, tilt: number): number[] {
  const factor = build.score === null ? 1 : 1 + tilt * (build.score - 0.5);
  return build.valuesCents.map((value) => Math.round(value * factor));
}

/** Objective of `quantities` in cents. */
export function objectiveCents(problem: OrderProblem, quantities: readonly number[]): number {
  return problem.builds.reduce((sum, build, index) => {
    const values = tiltedValuesCents(build, problem.tilt).slice(0, quantities[index] ?? 0);
    return sum + values.reduce((total, value) => total + value, 0);
  }, 0);
}

/** What `quantities` take of a limit. */
function activityOf(row: LimitRow, quantities: readonly number[]): number {
  return row.coefficients.reduce((sum, coefficient, i) => sum + coefficient * (quantities[i] ?? 0), 0);
}

export function isWithin(row: LimitRow, quantities: readonly number[]): boolean {
  const activity = activityOf(row, quantities);
  return (row.lower === null || activity >= row.lower) && (row.upper === null || activity <= row.upper);
}

/** Without limits every unit worth more than nothing is ordered. */
export function uncappedQuantities(builds: readonly OrderBuild[]): number[] {
  return builds.map((build) => build.valuesCents.filter((value) => value > 0).length);
}
