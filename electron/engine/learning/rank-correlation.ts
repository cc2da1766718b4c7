/** Spearman's rank correlation: Pearson's on ranks, ties sharing their mean rank. null when a side does not vary. */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number | null {
  const leftRanks = ranks(left);
  const rightRanks = ranks(right);
  const middle = (left.length + 1) / 2;
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  leftRanks.forEach((rank, index) => {
    const other = (rightRanks[index] ?? middle) - middle;
    product += (rank - middle) * other;
    leftSquares += (rank - middle) ** 2;
    rightSquares += other ** 2;
  });
  return leftSquares > 0 && rightSquares > 0 ? product / Math.sqrt(leftSquares * rightSquares) : null;
}

/** Ranks from 1; equal values share the mean of their places. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (const { index } of order.slice(start, end)) result[index] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}
