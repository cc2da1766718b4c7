/** Cholesky's factorisation of a small symmetric positive definite matrix, and what is solved with it. */

/** Lower triangle L with L L' = matrix. Throws RangeError when the matrix is not positive definite. */
export function factorise(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (factor[j] ?? []);
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      if (j < i) own.push(sum / (other[j] ?? 1));
      else if (sum > 0) own.push(Math.sqrt(sum));
      else throw new RangeError('not positive definite');
    }
    factor.push(own);
  });
  return factor;
}

/** x with matrix x = right, given the matrix's factor. */
export function solve(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const forward: number[] = [];
  factor.forEach((row, i) => {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (forward[k] ?? 0);
    forward.push(sum / (row[i] ?? 1));
  });
  const result = [...forward];
  for (let i = factor.length - 1; i >= 0; i--) {
    let sum = result[i] ?? 0;
    for (let k = i + 1; k < factor.length; k++) sum -= (factor[k]?.[i] ?? 0) * (result[k] ?? 0);
    result[i] = sum / (factor[i]?.[i] ?? 1);
  }
  return result;
}

/** Logarithm of the matrix's determinant, given its factor. */
export function logDeterminant(factor: readonly (readonly number[])[]): number {
  return 2 * factor.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0);
}
