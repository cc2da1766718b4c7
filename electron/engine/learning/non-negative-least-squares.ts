/**
 * Least squares with coefficients that are not negative: Lawson & Hanson, "Solving Least Squares Problems"
 * (1974), chapter 23, on the normal equations. With the four score parts these are 4 x 4, and ranks between 0
 * and 1 keep them well conditioned.
 */

/** Gradients below this share of the largest |X'y| count as zero. */
const TOLERANCE = 1e-10;

/**
 * Minimises |y - X b|^2 over b >= 0.
 * @param gram X'X, symmetric, p x p
 * @param moment X'y, length p
 * @returns b, length p; parts that only copy others keep 0
 */
export function solveNonNegativeLeastSquares(
  gram: readonly (readonly number[])[],
  moment: readonly number[],
): number[] {
  const size = moment.length;
  const tolerance = TOLERANCE * Math.max(1e-300, ...moment.map(Math.abs));
  const barred = new Set<number>();
  let free: number[] = [];
  let solution = new Array<number>(size).fill(0);
  for (;;) {
    const gradient = moment.map((value, row) => value - dot(gram[row] ?? [], solution));
    const entering = steepest(gradient, free, barred, tolerance);
    if (entering === null) return solution;
    const next = stepInside(gram, moment, solution, [...free, entering]);
    // A singular system, or a step that throws the new part out again, would go round for ever.
    if (!next?.free.includes(entering)) barred.add(entering);
    else {
      barred.clear();
      ({ solution, free } = next);
    }
  }
}

/** The part outside the free set whose growth lowers the error fastest; null at the optimum. */
function steepest(
  gradient: readonly number[],
  free: readonly number[],
  barred: ReadonlySet<number>,
  tolerance: number,
): number | null {
  let best: number | null = null;
  for (let index = 0; index < gradient.length; index++) {
    if (free.includes(index) || barred.has(index)) continue;
    const value = gradient[index] ?? 0;
    if (value > tolerance && (best === null || value > (gradient[best] ?? 0))) best = index;
  }
  return best;
}

/**
 * Solves for the free parts, and while a part would turn negative goes only as far as the boundary and drops
 * what got there.
 */
function stepInside(
  gram: readonly (readonly number[])[],
  moment: readonly number[],
  start: readonly number[],
  freeAtFirst: readonly number[],
): { solution: number[]; free: number[] } | null {
  let free = [...freeAtFirst];
  let from = [...start];
  for (;;) {
    const solved = solveSymmetric(
      free.map((row) => free.map((column) => gram[row]?.[column] ?? 0)),
      free.map((row) => moment[row] ?? 0),
    );
    if (!solved) return null;
    const target = from.map(() => 0);
    free.forEach((index, position) => {
      target[index] = solved[position] ?? 0;
    });
    const blocking = free.filter((index) => (target[index] ?? 0) <= 0);
    if (blocking.length === 0) return { solution: target, free };
    const share = Math.min(...blocking.map((index) => shareToZero(from[index] ?? 0, target[index] ?? 0)));
    const reached = from.map((value, index) => value + share * ((target[index] ?? 0) - value));
    const kept = free.filter(
      (index) => !(blocking.includes(index) && shareToZero(from[index] ?? 0, target[index] ?? 0) <= share),
    );
    from = reached.map((value, index) => (kept.includes(index) ? value : 0));
    free = kept;
  }
}

/** Share of the way from a value at or above 0 to one at or below 0 at which 0 is met. */
function shareToZero(from: number, to: number): number {
  return from - to === 0 ? 0 : from / (from - to);
}

/** Gaussian elimination with partial pivots; null when the matrix is singular to working precision. */
function solveSymmetric(matrix: number[][], right: number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row;
    }
    if (Math.abs(at(rows, pivot, column)) <= scale * 1e-12) return null;
    const pivotRow = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = pivotRow;
    for (let row = column + 1; row < size; row++) {
      const factor = at(rows, row, column) / at(rows, column, column);
      rows[row] = (rows[row] ?? []).map((value, index) => value - factor * (pivotRow[index] ?? 0));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, column) => sum + value * at(rows, row, column), 0);
    solution[row] = (at(rows, row, size) - known) / at(rows, row, row);
  }
  return solution;
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}
